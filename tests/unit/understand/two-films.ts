/** Understanding with a catalogue of two films, each named by one word, and what it makes of a text. */
import { commands } from "../../../commands/index.js";
import type { Catalog } from "../../../src/catalog/catalog.js";
import { type FilmRow, filmRow } from "../../../src/catalog/rows.js";
import type { Command, Edition, Understanding } from "../../../src/chat/contract.js";
import type { Find, NamedSpan } from "../../../src/find/port.js";
import { atOnce } from "../../../src/steps.js";
import type { Meaning } from "../../../src/understand/spans/pieces.js";
import { Sentence } from "../../../src/understand/spans/sentence.js";
import { understand } from "../../../src/understand/understand.js";
import { edition as fake } from "../../support/fakes.js";

const TITLES = ["titanic", "alien"];

function filmsIn(words: readonly string[]): NamedSpan<FilmRow>[] {
  return words.flatMap((word, from) =>
    TITLES.includes(word)
      ? [{ from, to: from + 1, row: filmRow(TITLES.indexOf(word)), known: 3.9, part: 0 }]
      : [],
  );
}

export const find: Find = {
  ...fake.find,
  film: (text) =>
    text.toLowerCase() === "alien"
      ? { kind: "found", value: filmRow(1), fit: "exact", namesakes: [] }
      : fake.find.film(text),
  namesIn: (kind, words) => (kind === "film" ? (filmsIn(words) as never) : []),
};

const title = { get: (row: number) => TITLES[row] ?? "" };

/** The tables that reading looks into: what films are called, their ids and when they came out, and how well known people are. */
const catalog = {
  manifest: fake.catalog.manifest,
  films: { id: [597, 348], title, titleEs: title, titleEs419: title, releaseDate: { get: () => undefined } },
  people: { id: [31], actedVotes: [10], directedVotes: [0] },
} as unknown as Catalog;

export const edition: Edition = { ...fake, find, catalog };

export function read(
  text: string,
  { known = commands, films = find }: { readonly known?: readonly Command[]; readonly films?: Find } = {},
): Understanding | undefined {
  return atOnce(understand(text, { ...edition, find: films }, known));
}

/** The command and options of a question; undefined for anything else. */
export function question(
  text: string,
  more?: Parameters<typeof read>[1],
): readonly [string, object] | undefined {
  const understood = read(text, more);
  return understood?.kind === "question" ? [understood.command.name, understood.options] : undefined;
}

/**
 * What the words of a sentence are read as, in order; politeness aside, and comparisons with a film where none is named.
 */
export function meanings(text: string, compared = false): Meaning[] {
  // The words of all readings are spelt right: they are known once anything was understood.
  read("algo");
  const sentence = new Sentence(text, edition);
  return sentence
    .cover(sentence.pieces.filter(({ meaning }) => compared || meaning.kind !== "relative"))
    .pieces.map(({ meaning }) => meaning)
    .filter(({ kind }) => kind !== "filler");
}
