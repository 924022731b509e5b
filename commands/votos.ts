import type { Field } from "../src/chat/answer.js";
import { number } from "../src/chat/format.js";
import { type Locale, say } from "../src/chat/locale.js";
import { type Votes, votes, votesSchema } from "../src/queries/ratings.js";
import { filmCommand } from "./shared/film-command.js";
import { averageOrUnknown, heading } from "./shared/wording.js";

export const votos = filmCommand({
  name: "votos",
  summary: { es: "Votos de una película y su nota media", en: "A film's votes and their average" },
  result: votesSchema,
  examples: ["votos titanic", "votos cinderella"],
  query: ({ catalog, settings }, row) => votes(catalog, row, settings.minimumVotes),
  answer: ({ locale }, result) => ({
    kind: "film",
    title: heading(locale, result.film),
    ...(result.voteCount < result.minimum ? { text: tooFew(locale, result) } : {}),
    fields: fields(locale, result),
  }),
});

function tooFew(locale: Locale, { minimum }: Votes): string {
  const votesNeeded = number(locale, minimum);
  return say(locale, {
    es: `Con menos de ${votesNeeded} votos no se da la nota media.`,
    en: `No average is given below ${votesNeeded} votes.`,
  });
}

function fields(locale: Locale, { voteCount, voteAverage, minimum }: Votes): Field[] {
  const count = { name: say(locale, { es: "Votos", en: "Votes" }), value: number(locale, voteCount) };
  if (voteCount < minimum) return [count];
  const average = say(locale, { es: "Nota media", en: "Average vote" });
  return [count, { name: average, value: averageOrUnknown(locale, voteAverage) }];
}
