/** The older files of MovieLens (1M, 10M) have no header: their lines tell what they are. */

const KINDS: readonly (readonly [line: RegExp, header: string])[] = [
  [/^\d+::\d+::\d(?:\.\d)?::\d+$/u, "user_id::movie_id::rating::timestamp"],
  [/^\d+::.+ \(\d{4}\)::.*$/u, "movie_id::title::genres"],
  [/^\d+::\d+::.+::\d{9,10}$/u, "user_id::movie_id::tag::timestamp"],
  [/^\d+::[MF]::\d+::\d+::.+$/u, "user_id::gender::age::occupation::zip"],
];

/** Undefined where the text is none of them. */
export function headerOfLens(start: string): string | undefined {
  const [first = ""] = start.split(/\r?\n|\r/u, 1);
  return KINDS.find(([line]) => line.test(first))?.[1];
}
