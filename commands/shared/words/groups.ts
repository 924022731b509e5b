/** How what holds several films together is put into words: franchises with their universe, companies with their house. */
import { list, number } from "../../../src/chat/format.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import type { Figures } from "../../../src/queries/people/figures.js";
import type { Universe } from "../../../src/queries/people/universe.js";
import { collectionName } from "./collections.js";
import { dollars, furtherDollars } from "./figures.js";

/** "7.434 millones de dólares en total, 929 millones de media (8 de 10 con datos)"; undefined where none is known. */
export function totalWithAverage(
  locale: Locale,
  total: number,
  average: number | null,
  { known, all }: { readonly known: number; readonly all: number },
): string | undefined {
  if (average === null) return undefined;
  const some = known === all ? { es: "", en: "" } : shareKnown(locale, known, all);
  if (known === 1) {
    return say(locale, { es: signed(locale, total) + some.es, en: signed(locale, total) + some.en });
  }
  const [sum, mean] = [signed(locale, total), signed(locale, average, furtherDollars)];
  return say(locale, {
    es: `${sum} en total, ${mean} de media${some.es}`,
    es419: `${sum} en total, ${mean} en promedio${some.es}`,
    en: `${sum} in all, ${mean} on average${some.en}`,
  });
}

function shareKnown(locale: Locale, known: number, all: number) {
  const [some, whole] = [number(locale, known), number(locale, all)];
  return { es: ` (${some} de ${whole} con datos)`, en: ` (${some} of ${whole} with figures)` };
}

/** Losses have a sign. */
function signed(locale: Locale, value: number, words = dollars): string {
  return value < 0 ? `−${words(locale, -value)}` : words(locale, value);
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
