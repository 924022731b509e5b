/**
 * The older files of MovieLens (100K, 1M, 10M) have no header: their lines tell what they are. Those of MovieTweetings
 * look the same and go by IMDb's ids, of seven digits.
 */

const GENRES =
  "unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy|Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western";

const KINDS: readonly (readonly [line: RegExp, header: string])[] = [
  [/^\d+\t\d+\t[1-5]\t\d{8,10}$/u, "user_id\titem_id\trating\ttimestamp"],
  [
    /^\d+\|[^|]+\|[^|]*\|[^|]*\|[^|]*(?:\|[01]){19}$/u,
    `item_id|movie_title|release_date|video_release_date|imdb_url|${GENRES}`,
  ],
  [/^\d+\|\d+\|[MF]\|\w+\|\w+$/u, "user_id|age|gender|occupation|zip_code"],
  [/^unknown\|0$/u, "ml_100k_genre|id"],
  [/^administrator$/u, "ml_100k_occupation"],
  [/^\d+::\d{7,8}::\d{1,2}(?:\.\d)?::\d+$/u, "user_id::imdb_id::rating::timestamp"],
  [/^\d{7,8}::.+ \(\d{4}\)::.*$/u, "imdb_id::title::genres"],
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
