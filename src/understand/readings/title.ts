/** A text that is a title and nothing else, or nearly one. */
import type { Edition } from "../../chat/contract.js";
import { isPiece } from "../spans/pieces.js";
import type { Sentence } from "../spans/sentence.js";
import { toldTitle } from "./described.js";
import { type NamedTitle, named, type Slot } from "./named.js";
import { asks, type Reader, type Reading } from "./reading.js";
import { slotOf } from "./titles.js";

const CARD = "pelicula";
/** Of words that are a filter too ("terror"), a film of more than so many votes (log10) is meant. */
const KNOWN_BESIDE_FILTERS = 3.2;
/** Somebody who is known so well, and this much better than a film of their name, is meant. */
const KNOWN_PERSON = 3.8;
const BETTER_KNOWN = 0.7;
/** A word alone asks for more than the series that is called so: "terror", "love". */
const FEWEST_SERIES_WORDS = 2;
/** A title that is only near is offered where it is not far from being one. */
const MOST_NEAR_WORDS = 8;

/** The title of a film that many know and nothing else, told before its words are looked at. */
export function knownTitle(
  reader: Pick<Reader, "commands">,
  edition: Pick<Edition, "find" | "catalog">,
  text: string,
): Reading | undefined {
  if (edition.find.knownTitle(text) === undefined) return undefined;
  const { value, said } = named(edition, text, 0);
  return asks(reader, CARD, { titulo: value }, 0.99, { said });
}

/** @param text the whole text, as typed */
export function wholeTitle(reader: Reader, text: string): Reading | undefined {
  return titled(reader, { from: 0, to: reader.sentence.words.length }, text, 0.99);
}

/** A title with nothing but politeness around it; "algo en plan Up" asks for others. */
export function politeTitle(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  const slot = slotOf(sentence, NONE);
  if (slot === undefined) return undefined;
  const told = toldTitle(sentence);
  if (told) return asks(reader, CARD, { titulo: told.value }, 0.957, { said: told.said });
  const reading = titled(reader, slot, sentence.textOf(slot.from, slot.to), 0.94);
  // "La peli Titanic": with nothing but that before it.
  const isNamed = ["peli", "pelicula", "film", "movie"].includes(sentence.spelt[slot.from - 1] ?? "");
  return reading && isNamed && slot.to === sentence.words.length ? { ...reading, score: 0.957 } : reading;
}

function titled(reader: Reader, slot: Slot, text: string, score: number): Reading | undefined {
  const { sentence } = reader;
  const title = wholly(sentence, slot, text);
  if (title === undefined) return undefined;
  if (title.film === undefined) {
    const isDated = /\d{4}$/u.test(text.trim());
    return isDated ? asks(reader, CARD, { titulo: title.value }, 0.97) : undefined;
  }
  const known = knownOf(sentence, title.film);
  if (isSaidByFilters(sentence, slot) && known < KNOWN_BESIDE_FILTERS) return undefined;
  if (personKnown(sentence) > Math.max(KNOWN_PERSON, known + BETTER_KNOWN)) return undefined;
  return asks(reader, CARD, { titulo: title.value }, score, { said: title.said });
}

/** The film whose title is all of some words, with or without its year. */
function wholly(sentence: Sentence, { from, to }: Slot, text: string): NamedTitle | undefined {
  const isTitle = sentence.withFilms.some(
    (piece) =>
      isPiece(piece, "film") &&
      piece.from === from &&
      (piece.to === to || (piece.to === to - 1 && /^\d{4}$/u.test(sentence.words[to - 1] ?? ""))),
  );
  if (!isTitle) return undefined;
  const title = named(sentence.edition, text, 0);
  // "Titanic 1950": there is none of that year, which is said with those there are.
  return title.fit === "exact" || title.fit === "several" ? title : undefined;
}

const NONE: ReadonlySet<number> = new Set();

/** Whether all the words are a genre, a country, a decade and the like. */
function isSaidByFilters(
  sentence: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  const filters = sentence.pieces.filter(({ meaning }) =>
    ["genre", "country", "language", "platform", "order", "noun", "minutes", "filler"].includes(meaning.kind),
  );
  const { left, pieces } = sentence.cover(filters);
  return left.every((place) => place < from || place >= to) && pieces.length > 0;
}

/** log10 of the votes of a film that the words name; 0 where they name it otherwise. */
function knownOf(sentence: Sentence, film: number): number {
  const named = sentence.withFilms.find((piece) => isPiece(piece, "film") && piece.meaning.row === film);
  return named?.meaning.kind === "film" ? named.meaning.known : 3;
}

/** log10 of the votes of somebody whose name all the words are; 0 where they are nobody's. */
function personKnown(sentence: Sentence): number {
  const whole = sentence.pieces.filter(
    (piece) => isPiece(piece, "person") && piece.from === 0 && piece.to === sentence.words.length,
  );
  return Math.max(0, ...whole.map(({ meaning }) => (meaning.kind === "person" ? meaning.known : 0)));
}

/** "American Horror Story", "The Walking Dead": just the name of a series, though its words say something of films. */
export function wholeSeries(reader: Reader, text: string): Reading | undefined {
  const { sentence } = reader;
  const { words, edition } = sentence;
  if (words.length < FEWEST_SERIES_WORDS || words.length > MOST_NEAR_WORDS) return undefined;
  if (isSaidByFilters(sentence, { from: 0, to: words.length })) return undefined;
  const series = edition.find.series(text);
  return series.kind === "found" && series.fit === "exact"
    ? asks(reader, CARD, { titulo: text }, 0.96)
    : undefined;
}

/** What is only near a title: offered, not opened. */
export function nearTitle(reader: Reader, text: string): Reading | undefined {
  const { sentence } = reader;
  if (sentence.words.length > MOST_NEAR_WORDS) return undefined;
  const title = named(sentence.edition, text, 0);
  if (title.fit === "exact") return asks(reader, CARD, { titulo: title.value }, 0.7, { said: text });
  if (title.fit === "several") return asks(reader, CARD, { titulo: text }, 0.6);
  return title.fit === "close" ? asks(reader, CARD, { titulo: text }, 0.5, { tentative: true }) : undefined;
}
