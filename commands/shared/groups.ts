/** How what holds several films together is put into words: franchises with their universe, companies with their house. */
import { list, money, number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import type { Figures } from "../../src/queries/people/figures.js";
import type { Universe } from "../../src/queries/people/universe.js";
import { collectionName } from "./collection-words.js";
import { filmCount, moneyOrUnknown } from "./wording.js";

/** "US$ 1.937.890.605 en total · US$ 645.963.535 de media (3 películas con cifras)". */
export function totalWithAverage(
  locale: Locale,
  total: number,
  average: number | null,
  known: number,
): string {
  if (average === null) return moneyOrUnknown(locale, null);
  const counted = filmCount(locale, known);
  return say(locale, {
    es: `${money(locale, total)} en total · ${money(locale, average)} de media (${counted} con cifras)`,
    en: `${money(locale, total)} in all · ${money(locale, average)} on average (${counted} with figures)`,
  });
}

/** "US$ 1.937.890.605 (3 películas con cifras)". */
export function total(locale: Locale, amount: number, known: number): string {
  if (known === 0) return moneyOrUnknown(locale, null);
  const counted = filmCount(locale, known);
  return say(locale, {
    es: `${money(locale, amount)} (${counted} con cifras)`,
    en: `${money(locale, amount)} (${counted} with figures)`,
  });
}

/** Members that are named; further ones are counted. */
const MOST_MEMBERS = 6;

/** "Saga Star Wars (10), Saga Ewoks (2) y 1 más": the parts of a universe with the films in each. */
export function partsOfUniverse(locale: Locale, { members, figures }: Universe): string {
  const named = members.slice(0, MOST_MEMBERS);
  const parts = named.map(
    (member) => `${collectionName(locale, member)} (${number(locale, member.filmCount)})`,
  );
  const others = figures.filmCount - named.reduce((sum, member) => sum + member.filmCount, 0);
  return list(locale, others > 0 ? [...parts, more(locale, others)] : parts);
}

/** "Walt Disney Productions, DisneyToon Studios y 3 más": names, the first of them. */
export function firstOf(locale: Locale, names: readonly string[]): string {
  const named = names.slice(0, MOST_MEMBERS);
  const others = names.length - named.length;
  return list(locale, others > 0 ? [...named, more(locale, others)] : named);
}

function more(locale: Locale, count: number): string {
  return say(locale, { es: `${number(locale, count)} más`, en: `${number(locale, count)} more` });
}

/** A name in the reader's language. */
export function ownName(
  locale: Locale,
  { name, nameEs }: { readonly name: string; readonly nameEs: string },
): string {
  return say(locale, { es: nameEs, en: name });
}

/** Whether all that belongs together is more than the part that leads it. */
export function isMore(all: Figures, lead: Figures): boolean {
  return all.filmCount > lead.filmCount;
}
