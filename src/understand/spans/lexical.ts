/** Pieces that words of the lexicon tell: genres, countries, platforms, orders, and what stands around them. */
import { ERAS } from "../lexicon/filters/eras.js";
import { GENRES, WITHOUT_GENRES } from "../lexicon/filters/genres.js";
import { LENGTHS } from "../lexicon/filters/lengths.js";
import { ORDERS } from "../lexicon/filters/orders.js";
import {
  AMBIGUOUS_PLATFORMS,
  COUNTRY_NICKNAMES,
  LANGUAGES,
  NATIONALITIES,
  ON_PLATFORM,
  PLATFORMS,
  SPOKEN,
} from "../lexicon/filters/places.js";
import { ACTED, DIRECTED, FILMOGRAPHY } from "../lexicon/questions/questions.js";
import {
  FUNNIER,
  LESS_SCARY,
  NEWER,
  OLDER,
  OTHER_FRANCHISE,
  SADDER,
  SAME_DIRECTOR,
  SHORTER,
} from "../lexicon/questions/similar.js";
import {
  FILLERS,
  FILM_NOUNS,
  FUNCTION_WORDS,
  NEGATIONS,
  SERIES_NOUNS,
  SETTINGS,
} from "../lexicon/talk/plain-words.js";
import { PatternSet } from "../patterns/pattern-set.js";
import { Spelling } from "../text/spelling.js";
import type { Meaning, Piece } from "./pieces.js";

/** How much more than its words a piece is worth: of two that fit, the one that says more. */
const WORTH: Partial<Record<Meaning["kind"], number>> = {
  filler: -0.1,
  noun: -0.05,
  not: 0.15,
  role: -0.1,
  platform: 0.6,
  order: 0.35,
  relative: 0.9,
  genre: 0.1,
  country: 0.1,
};
/** What a longer piece is worth more than several short ones. */
const LONGER = 0.15;

type Phrases = readonly [meaning: Meaning, phrases: readonly string[]];

/** Written "a|b" with blanks between alternatives, as the tables of places are. */
function words(text: string): string[] {
  return text.split(" ").filter(Boolean);
}

function* meanings(): Generator<Phrases> {
  yield [{ kind: "filler" }, FILLERS];
  yield [{ kind: "filler" }, SETTINGS];
  yield [{ kind: "noun" }, FILM_NOUNS];
  yield [{ kind: "noun", type: "serie" }, SERIES_NOUNS];
  for (const [genres, phrases] of GENRES) yield [{ kind: "genre", genres }, phrases];
  for (const [genres, phrases] of WITHOUT_GENRES) yield [{ kind: "genre", genres, without: true }, phrases];
  for (const [code, adjectives] of Object.entries(NATIONALITIES))
    yield [{ kind: "country", code }, words(adjectives)];
  yield* countryNames();
  for (const [code, names] of Object.entries(LANGUAGES)) {
    const either = `(${words(names).join("|")})`;
    yield [{ kind: "language", code }, SPOKEN.map((phrase) => phrase.replaceAll("{language}", either))];
  }
  for (const [id, names] of Object.entries(PLATFORMS)) yield [{ kind: "platform", id }, names];
  for (const [id, names] of Object.entries(AMBIGUOUS_PLATFORMS)) {
    const either = `(${names.join("|")})`;
    yield [{ kind: "platform", id }, ON_PLATFORM.map((phrase) => phrase.replaceAll("{platform}", either))];
  }
  for (const { order, phrases, one = [] } of ORDERS) {
    yield [{ kind: "order", order, one: false }, phrases];
    yield [{ kind: "order", order, one: true }, one];
  }
  for (const [minutes, phrases] of LENGTHS) yield [{ kind: "minutes", ...minutes, vague: true }, phrases];
  for (const [{ from, to, last }, phrases] of ERAS)
    if (last === undefined)
      yield [{ kind: "years", from, to }, phrases.map((phrase) => `[de|en|del|from] ${phrase}`)];
  yield [{ kind: "relative", relative: "newer" }, NEWER];
  yield [{ kind: "relative", relative: "older" }, OLDER];
  yield [{ kind: "relative", relative: "sadder" }, SADDER];
  yield [{ kind: "relative", relative: "funnier" }, FUNNIER];
  yield [{ kind: "relative", relative: "shorter" }, SHORTER];
  yield [{ kind: "relative", relative: "less scary" }, LESS_SCARY];
  yield [{ kind: "relative", relative: "other franchise" }, OTHER_FRANCHISE];
  yield [{ kind: "relative", relative: "same director" }, SAME_DIRECTOR];
  yield [{ kind: "not" }, NEGATIONS];
  yield [{ kind: "role", role: "actor" }, ACTED];
  yield [{ kind: "role", role: "director" }, DIRECTED];
  yield [{ kind: "role", role: "either" }, FILMOGRAPHY];
}

/** "de Perú", "from Korea", "Australia". */
function* countryNames(): Generator<Phrases> {
  for (const code of Object.keys(NATIONALITIES)) {
    const names = ["es", "en"].map((tag) => new Intl.DisplayNames(tag, { type: "region" }).of(code) ?? code);
    const all = [...names, ...(COUNTRY_NICKNAMES[code] ?? [])].map((name) => name.replace(/[()]/gu, ""));
    yield [
      { kind: "country", code },
      [`(de|del|en|from|of|in|hechas en|hecha en|rodadas en) [la|los|el|las|the] (${all.join("|")})`, ...all],
    ];
  }
}

class Lexicon {
  readonly #patterns = new PatternSet<Meaning>(meanings());
  readonly spelling: Spelling;

  constructor(further: Iterable<string>) {
    this.spelling = new Spelling(
      new Set([...this.#patterns.words, ...FUNCTION_WORDS, ...further]),
      // "Romanos" are no "rumanos".
      new Set(new PatternSet(Object.values(NATIONALITIES).map((names) => [0, words(names)] as const)).words),
    );
  }

  /** Whether a word says that films are asked for. */
  isNoun(word: string): boolean {
    return this.#patterns.at([word], 0).some(({ meaning }) => meaning.kind === "noun");
  }

  /** Whether a word is a genre by itself. */
  isGenre(word: string): boolean {
    return this.#patterns.at([word], 0).some(({ meaning }) => meaning.kind === "genre");
  }

  pieces(sentence: readonly string[], newest: number): Piece[] {
    const pieces = this.#patterns.all(sentence).map(({ from, to, meaning }) => ({
      from,
      to,
      meaning,
      weight: (to - from) * (1 + LONGER) - LONGER + (WORTH[meaning.kind] ?? 0),
    }));
    return [...pieces, ...recentYears(sentence, newest)];
  }
}

const RECENT = new PatternSet<number>(
  ERAS.flatMap(([{ last }, phrases]) =>
    last === undefined ? [] : [[last, phrases.map((phrase) => `[de|del] ${phrase}`)] as const],
  ),
);

/** "este año", "del año pasado". */
function recentYears(sentence: readonly string[], newest: number): Piece[] {
  return RECENT.all(sentence).map(({ from, to, meaning: last }) => ({
    from,
    to,
    weight: to - from + 0.3,
    meaning: { kind: "years", from: newest - last, to: newest - last },
  }));
}

let kept: Lexicon | undefined;

/** Made when first asked for: some milliseconds. @param further words that are spelt right, whatever they mean */
export function lexicon(further: () => Iterable<string> = () => []): Lexicon {
  kept ??= new Lexicon(further());
  return kept;
}
