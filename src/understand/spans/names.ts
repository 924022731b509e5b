/** Pieces that are names: people, franchises, companies, and films where the question has room for one. */
import type { Find, NamedSpan } from "../../find/port.js";
import { FUNCTION_WORDS } from "../lexicon/talk/plain-words.js";
import type { Meaning, Piece } from "./pieces.js";

/** log10 of the votes of a house that is meant before a franchise of its name. */
const HOUSE = 4.6;
/** log10 of the votes from which on one word alone is a name. */
const KNOWN_BY_ONE_WORD = { person: 1.8, collection: 2.6, company: 3.2, film: 1.2 };
/** A person of fewer votes is worth less than a theme of the same word. */
const WELL_KNOWN = 3.3;
const KNOWN_A_LITTLE = 2.5;
/** A title of function words alone is hardly ever meant where nothing says that it is one. */
const FUNCTION_WORDS_ALONE = 0.15;
const KNOWN_FUNCTION_WORDS = 2.6;
/** The same of a name of several words. */
const KNOWN_BY_SEVERAL = { person: 1, collection: 1.5, company: 2, film: 0 };
/** Only whole names and last names are names in a sentence: no given name, no part of a title but before its colon. */
const MOST_PART = { person: 0.35, collection: 0.45, company: 0.35, film: 0.85 };

/** What a name costs, in edits, that is all of somebody's name. */
const WHOLE_NAME = 0.1;

const FUNCTION = new Set(FUNCTION_WORDS);

type Kind = keyof typeof MOST_PART;

/** What naming a film of several words is worth beside other things. */
const FILM = 0.35;

/** Whether the word at a place means something in the lexicon: then it is nobody's name alone. */
type IsWord = (place: number) => boolean;

/** People, franchises and companies. */
export function namePieces(find: Pick<Find, "namesIn">, words: readonly string[], isWord: IsWord): Piece[] {
  const people = find.namesIn("person", words);
  const collections = find.namesIn("collection", words);
  const companies = find.namesIn("company", words);
  return [
    ...piecesOf("person", people, words, isWord, ({ row, known }) => ({
      kind: "person",
      row,
      known,
    })).flatMap((piece) => [piece, ...siblingsIn(words, piece)]),
    ...piecesOf("collection", collections, words, isWord, ({ row, known, part }) => ({
      kind: "collection",
      row,
      known,
      part,
    })),
    ...piecesOf("company", companies, words, isWord, ({ row, known }) => ({ kind: "company", row, known })),
  ];
}

const SIBLINGS_BEFORE = new Set(["hermanos", "hermanas", "hnos", "brothers", "sisters"]);
const SIBLINGS_BEHIND = new Set(["brothers", "bros", "sisters", "hermanos"]);

/** "Los hermanos Coen", "the Wachowski sisters": the last name with what says that several bear it. */
function siblingsIn(words: readonly string[], { from, to, weight, meaning }: Piece): Piece[] {
  if (to - from > 1 || meaning.kind !== "person") return [];
  const isBefore = SIBLINGS_BEFORE.has(words[from - 1] ?? "");
  if (!isBefore && !SIBLINGS_BEHIND.has(words[to] ?? "")) return [];
  const [begin, end] = isBefore ? [from - 1, to] : [from, to + 1];
  return [{ from: begin, to: end, weight: weight + SIBLINGS, meaning: { ...meaning, siblings: true } }];
}

/** What it is worth beside a theme of the same words: "hermanos". */
const SIBLINGS = 1.2;

/** Films, where a title may stand. */
export function filmPieces(find: Pick<Find, "namesIn">, words: readonly string[], isWord: IsWord): Piece[] {
  const films = find.namesIn("film", words);
  return piecesOf("film", films, words, isWord, ({ row, known }) => ({
    kind: "film",
    row,
    known,
  })).map((piece) => (piece.to - piece.from > 1 ? { ...piece, weight: piece.weight + FILM } : piece));
}

function piecesOf<Row extends number>(
  kind: Kind,
  spans: readonly NamedSpan<Row>[],
  words: readonly string[],
  isWord: IsWord,
  meaning: (span: NamedSpan<Row>) => Meaning,
): Piece[] {
  return spans
    .map((span) => ({
      from: span.from,
      to: span.to,
      weight: worth(kind, span, words, isWord),
      meaning: meaning(span),
    }))
    .filter(({ weight }) => weight > 0);
}

function worth<Row>(
  kind: Kind,
  { from, to, known, part }: NamedSpan<Row>,
  words: readonly string[],
  isWord: IsWord,
): number {
  if (part > MOST_PART[kind]) return 0;
  const run = words.slice(from, to);
  const content = run.filter((word) => !FUNCTION.has(word)).length;
  // "Sean Baker", "Al Pacino": a function word is part of a whole name.
  const isWhole = (kind === "film" || (kind === "person" && part <= WHOLE_NAME)) && run.length > 1;
  const several = content > 1 || (content === 1 && isWhole);
  if (known < (several ? KNOWN_BY_SEVERAL : KNOWN_BY_ONE_WORD)[kind]) return 0;
  if (content === 0) return kind === "film" && known >= KNOWN_FUNCTION_WORDS ? FUNCTION_WORDS_ALONE : 0;
  if (!several && kind !== "film" && run.length === 1 && isWord(from)) return 0;
  if (!several && known < WELL_KNOWN && !mayBeName(kind, words, from)) return 0;
  if (kind !== "film" && run.some((word) => /^\d+$/u.test(word))) return 0;
  // Function words are part of a name all the same, but say less.
  const size = content + (run.length - content) * 0.4;
  const fame =
    Math.min(known, 5) * 0.06 +
    (kind === "company" && !several && known >= HOUSE ? 0.1 : 0) +
    ((kind === "person" || kind === "collection") && several ? 0.2 : 0) +
    introduced(kind, words, from);
  if (several) return size + (run.length - 1) * 0.15 + fame - part * 0.4;
  if (kind === "person" && known < WELL_KNOWN) return known < KNOWN_A_LITTLE ? 0.5 : 0.82;
  return size * 0.65 + fame - part * 0.2;
}

/** Whether a word that few know as a name stands where one may. */
function mayBeName(kind: Kind, words: readonly string[], from: number): boolean {
  if (kind === "film" || words.length <= 2 || (from === 0 && kind === "person" && ROLES.has(words[1] ?? "")))
    return true;
  const before = words[from - 1] ?? "";
  return (
    INTRODUCING.has(before) ||
    (kind === "person" &&
      (VERBS.has(before) || VERBS.has(words[from + 1] ?? "") || FILMS.has(words[from + 1] ?? "")))
  );
}

const INTRODUCING = new Set([
  "de",
  "del",
  "con",
  "by",
  "with",
  "from",
  "sea",
  "sean",
  "menos",
  "y",
  "e",
  "starring",
]);
const ROLES = new Set(["el", "la", "que", "como", "pero", "sus"]);
const FILMS = new Set(["films", "movies", "film", "movie", "flicks"]);
const VERBS = new Set([
  "rodo",
  "filmo",
  "trabajo",
  "actuo",
  "hace",
  "dirigiendo",
  "actuando",
  "dirigio",
  "dirige",
  "actua",
  "sale",
  "hizo",
  "que",
  "salga",
  "ha",
  "tiene",
]);

/** After these it is somebody who plays, and no title. */
const WITH = new Set(["con", "with", "starring", "featuring"]);

function introduced(kind: Kind, words: readonly string[], from: number): number {
  // "Sobre la luna" is about no Diego Luna.
  const before = ["la", "el", "los", "las", "the"].includes(words[from - 1] ?? "")
    ? words[from - 2]
    : words[from - 1];
  if (before === "sobre" || before === "about") return -0.8;
  if (!WITH.has(words[from - 1] ?? "")) return 0;
  return kind === "person" ? 0.4 : kind === "film" ? -0.3 : 0;
}

/** log10 of the votes from which on a word is taken for the name that it is, and not for a slip. */
const NOT_MISSPELT = 2;
/** The same of a given name: "salma" is no slip of "salga". */
const GIVEN_NAME = 3.5;

/** Places of words that are a name, or part of one, of something known. */
export function namedPlaces(find: Pick<Find, "namesIn">, words: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const kind of ["film", "person", "collection", "company"] as const) {
    for (const { from, to, known, part } of find.namesIn(kind, words)) {
      const isGivenName = kind === "person" && to - from === 1 && known >= GIVEN_NAME;
      if (known < NOT_MISSPELT || (part > MOST_PART[kind] && !isGivenName)) continue;
      for (let place = from; place < to; place++) places.add(place);
    }
  }
  return places;
}
