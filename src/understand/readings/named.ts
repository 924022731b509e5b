/** What words come to as a title, and whether they are one at all. */
import type { FilmRow } from "../../catalog/rows.js";
import type { Edition } from "../../chat/contract.js";
import { isPiece } from "../spans/pieces.js";
import type { Sentence } from "../spans/sentence.js";

/** What was found for a title that a question has room for. */
export interface NamedTitle {
  /** `tmdb:ID`, or the words where several films, or none, are meant by them. */
  readonly value: string;
  /** As typed. */
  readonly said: string;
  readonly film?: FilmRow;
  readonly fit: "exact" | "close" | "several" | "none";
  /** Words of the slot that the title does not explain. */
  readonly left: number;
}

/** A run of words in which a title may stand, `to` excluded. */
export interface Slot {
  readonly from: number;
  readonly to: number;
}

/** "Zootopia 2" is no "Zootopia". */
export function isOtherPart({ films }: Edition["catalog"], row: FilmRow, text: string): boolean {
  const numbers = text.match(/\b(?:[2-9]|\d\d)\b/gu) ?? [];
  const titles = [films.title.get(row), films.titleEs.get(row), films.titleEs419.get(row)].join(" ");
  return numbers.some((number) => !titles.includes(number));
}

/** What `find` makes of a text. */
export function named(
  { find, catalog }: Pick<Edition, "find" | "catalog">,
  text: string,
  left: number,
): NamedTitle {
  const found = find.film(text);
  if (found.kind === "found" && found.fit === "close" && isOtherPart(catalog, found.value, text)) {
    return { value: text, said: text, fit: "none", left };
  }
  if (found.kind === "found") {
    return {
      value: `tmdb:${catalog.films.id[found.value]}`,
      said: text,
      film: found.value,
      fit: found.fit,
      left,
    };
  }
  const isOffered = found.kind === "choices" && !found.values.every((row) => isOtherPart(catalog, row, text));
  return { value: text, said: text, fit: isOffered ? "several" : "none", left };
}

/** The exact value of a title; of several films the first that is offered. */
export function likeliest(
  { edition: { find, catalog } }: Pick<Sentence, "edition">,
  { value, fit }: NamedTitle,
): string {
  if (fit !== "several") return value;
  const found = find.film(value);
  const [first] = found.kind === "choices" ? found.values : [];
  return first === undefined ? value : `tmdb:${catalog.films.id[first]}`;
}

/** Whether a number that belongs to the title stands behind it: "Zootopia 2" is no "Zootopia". */
export function isNumbered(sentence: Sentence, to: number): boolean {
  const number = sentence.words[to] ?? "";
  if (!/^(?:[2-9]|1\d|ii|iii|iv|vi|vii|viii|ix)$/u.test(number) || sentence.opensClause(to)) return false;
  return !COUNTED.has(sentence.spelt[to + 1] ?? "");
}

/** What a number may count. */
const COUNTED: ReadonlySet<string> = new Set(
  "horas hora minutos min minutes hours pelis peliculas films movies años veces estrellas mejores peores best worst o y de dias".split(
    " ",
  ),
);

/** "Che" is said to the bot, and "peli" of any. */
export function isPolite(sentence: Sentence, from: number, to: number): boolean {
  return sentence.pieces.some(
    (piece) => (isPiece(piece, "filler") || isPiece(piece, "noun")) && piece.from <= from && to <= piece.to,
  );
}
