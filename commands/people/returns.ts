/** What the films of a person returned, in words: at the end in a line, and all of it in a part that opens. */
import type { Answer, Fold, Line } from "../../src/chat/answer/schema.js";
import { number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import type { ReturnSummary } from "../../src/queries/film/money.js";
import type { Words } from "../../src/words.js";
import { byCost } from "../shared/words/figures.js";
import { MONEY } from "../shared/words/money.js";
import { doubtfulNote, returnFields } from "../shared/words/wording.js";

/** "De media, recaudaron 6,2 veces lo que costaron (3 de 28 con datos)."; nothing where no return is known. */
export function returnNote(locale: Locale, summary: ReturnSummary): Pick<Answer, "footer"> {
  const { averageKnownReturn, averageWithoutDoubtful, doubtful, filmsWithReturn, filmCount } = summary;
  const isDoubted = averageWithoutDoubtful !== null;
  const average = averageWithoutDoubtful ?? averageKnownReturn;
  if (average === null) return {};
  const known = number(locale, isDoubted ? filmsWithReturn - doubtful.length : filmsWithReturn);
  const all = number(locale, filmCount);
  if (filmCount === 1) {
    const factor = byCost(locale, average, "one");
    return { footer: say(locale, { es: `Recaudó ${factor}.`, en: `It made ${factor}.` }) };
  }
  const factor = byCost(locale, average, "several");
  return {
    footer: say(locale, {
      es: `De media, recaudaron ${factor} (${known} de ${all} con datos).`,
      es419: `En promedio, recaudaron ${factor} (${known} de ${all} con datos).`,
      en: `On average they made ${factor} (${known} of ${all} with figures).`,
    }),
  };
}

/**
 * Sums and averages of the returns, the doubtful ones, and a line for each film; nothing where no return is known.
 * @param lines of the films of which something is known
 */
export function returnFolds(
  locale: Locale,
  summary: ReturnSummary,
  lines: readonly Line[],
): Pick<Answer, "folds"> {
  if (summary.filmsWithReturn === 0 && lines.length === 0) return {};
  const doubts = doubtfulNote(locale, summary);
  const money: Fold = {
    label: say(locale, MONEY),
    ...(doubts === undefined ? {} : { text: doubts }),
    ...(summary.filmsWithReturn === 0 ? {} : { fields: returnFields(locale, summary) }),
    ...(lines.length === 0 ? {} : { list: { lines } }),
  };
  return { folds: [money] };
}

/** The heading of a list in some order; where returns stand behind its films, what the mark says. */
export function orderHeading(
  locale: Locale,
  order: Words,
  films: readonly { readonly return: number | null }[],
): string {
  const told = say(locale, order);
  if (films.every((film) => film.return === null)) return `${told}:`;
  return say(locale, {
    es: `${told} (×: cuántas veces recaudó lo que costó):`,
    en: `${told} (×: what it made by what it cost):`,
  });
}
