/** What the checker tells: something that is not as it should be, unless it is explained. */
import { z } from "zod";

/** What is checked; an exception names it. */
export type Rule =
  | "schema"
  | "order"
  | "duplicate"
  | "ids"
  | "spelling"
  | "titles"
  | "overlay"
  | "keywords"
  | "synopsis"
  | "proof"
  | "coverage"
  | "title"
  | "date"
  | "directors"
  | "cast"
  | "billing"
  | "money"
  | "votes"
  | "recent"
  | "source"
  | "reference";

export interface Finding {
  readonly rule: Rule;
  /** A film's TMDB id, or the name or file that it is about. */
  readonly about: number | string;
  readonly detail: string;
}

/** A film's TMDB id, or the name or file that a finding is about. */
const about = z.union([z.int(), z.string().min(1)]);

export const exceptionsSchema = z.strictObject({
  format: z.literal("claqueta-exceptions/1"),
  exceptions: z.array(
    z.strictObject({
      about: z.array(about).min(1),
      rules: z.array(z.string().min(1)).min(1),
      why: z.string().min(10),
    }),
  ),
});

export type Exceptions = z.infer<typeof exceptionsSchema>["exceptions"];

export interface Verdict {
  readonly unexplained: readonly Finding[];
  readonly explained: readonly (Finding & { readonly why: string })[];
  /** Exceptions that explain nothing (any more): they would hide the next mistake. */
  readonly needless: readonly string[];
}

/** @param ran the rules that were checked: what was not cannot be needless */
export function judge(
  findings: readonly Finding[],
  exceptions: Exceptions,
  ran: ReadonlySet<string>,
): Verdict {
  const key = (rule: string, about: number | string): string => `${rule} ${about}`;
  const whys = new Map(
    exceptions.flatMap((exception) =>
      exception.about.flatMap((one) =>
        exception.rules.map((rule) => [key(rule, one), { rule, why: exception.why }] as const),
      ),
    ),
  );
  const used = new Set<string>();
  const unexplained: Finding[] = [];
  const explained: (Finding & { why: string })[] = [];
  for (const finding of findings) {
    const name = key(finding.rule, finding.about);
    const why = whys.get(name)?.why;
    used.add(name);
    if (why === undefined) unexplained.push(finding);
    else explained.push({ ...finding, why });
  }
  const needless = [...whys]
    .filter(([name, { rule }]) => ran.has(rule) && !used.has(name))
    .map(([name]) => name);
  return { unexplained, explained, needless };
}
