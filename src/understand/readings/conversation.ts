/** What is said to the bot, or of its last answer, and asks nothing of films; and what no command answers. */
import type { TalkKind, UnansweredKind } from "../../chat/contract.js";
import { OF_SOMEBODY, UNANSWERED } from "../lexicon/talk/beyond.js";
import {
  ABOUT_THE_BOT,
  ASIDES,
  ASKS,
  LETTERS,
  MORE,
  PICKS,
  REACTIONS,
  STATEMENTS,
  TALK,
} from "../lexicon/talk/conversation.js";
import {
  EVERYDAY_SUBJECTS,
  OF_ONES_DAY,
  OTHER_SUBJECTS,
  OTHERWISE_OTHER_SUBJECTS,
} from "../lexicon/talk/other-subjects.js";
import { PatternSet } from "../patterns/pattern-set.js";
import { isPiece, type Piece } from "../spans/pieces.js";
import type { Sentence } from "../spans/sentence.js";
import { asks, type Reader, type Reading } from "./reading.js";

type Said =
  | { readonly kind: "more" }
  | { readonly kind: "pick"; readonly number: number }
  | { readonly kind: "talk"; readonly about: TalkKind }
  | { readonly kind: "command"; readonly command: string };

const WHOLE = new PatternSet<Said>([
  [{ kind: "more" }, MORE],
  ...PICKS.map(([number, phrases]) => [{ kind: "pick", number }, phrases] as const),
  ...Object.entries(TALK).map(
    ([about, phrases]) => [{ kind: "talk", about: about as TalkKind }, phrases] as const,
  ),
  ...Object.entries(ABOUT_THE_BOT).map(
    ([command, phrases]) => [{ kind: "command", command }, phrases] as const,
  ),
]);

const OTHER = new PatternSet<"other">([["other", OTHER_SUBJECTS]]);
const OTHERWISE_OTHER = new PatternSet<"other">([["other", OTHERWISE_OTHER_SUBJECTS]]);
const BEYOND = new PatternSet<UnansweredKind>(
  Object.entries(UNANSWERED).map(([about, phrases]) => [about as UnansweredKind, phrases] as const),
);

const BESIDE = new PatternSet<"aside">([["aside", ASIDES]]);
const TELLS = new PatternSet<"tells" | "asks">([
  ["tells", STATEMENTS],
  ["asks", ASKS],
]);

const SOMEBODYS = new PatternSet<"somebody">([["somebody", OF_SOMEBODY]]);
const DAYS = new PatternSet<"everyday">([["everyday", EVERYDAY_SUBJECTS]]);
const DAY = new PatternSet<"day">([["day", OF_ONES_DAY]]);

/** Words that are spelt right. */
export const conversationWords = (): Iterable<string> => [...WHOLE.words, ...BESIDE.words, ...BEYOND.words];

/** Of two that cover a text, what is asked for counts before what is only said. */
const RANK: Readonly<Record<Said["kind"], number>> = { command: 3, pick: 2, more: 2, talk: 1 };

/** What a word is worth that is one of these, and all of a run of words that are only polite. */
const WORD = 2;
const POLITE = 0.1;

/** Where the whole text, politeness aside, is one of these. */
export function conversation(reader: Reader): Reading | undefined {
  const { sentence } = reader;
  const { words } = sentence;
  if (words.length === 0) return { understanding: { kind: "talk", about: "feeling" }, score: 1 };
  const matches = WHOLE.all(sentence.spelt);
  const fillers = sentence.pieces.filter((piece) => isPiece(piece, "filler"));
  const saidBy = new Map<Piece, Said>(
    matches.map(({ from, to, meaning }) => [
      { from, to, weight: (to - from) * WORD + RANK[meaning.kind] * 0.1, meaning: { kind: "cue" } },
      meaning,
    ]),
  );
  const asides = [...saidBy.values()].some(({ kind }) => kind === "pick" || kind === "more")
    ? BESIDE.all(sentence.spelt)
    : [];
  const polite = [
    ...fillers.map((piece) => ({ ...piece, weight: POLITE })),
    ...asides.map(
      ({ from, to }): Piece => ({ from, to, weight: (to - from) * WORD, meaning: { kind: "filler" } }),
    ),
  ];
  const cover = sentence.cover([...polite, ...saidBy.keys()]);
  const covered = cover.pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  const rest = [...words.keys()].filter(
    (place) => !cover.pieces.some(({ from, to }) => from <= place && place < to),
  );
  const said = cover.pieces.flatMap((piece) => saidBy.get(piece) ?? []);
  const onlyPolite =
    said.length === 0 &&
    covered === words.length &&
    !fillers.some((piece) => asksSomething(sentence, piece.from, piece.to));
  if (onlyPolite) return { understanding: { kind: "talk", about: "feeling" }, score: 0.5 };
  if (said.length === 0 || rest.some((place) => !sentence.isFunctionWord(place)) || rest.length > 2)
    return undefined;
  const [best] = [...said].sort((a, b) => RANK[b.kind] - RANK[a.kind]);
  if (best === undefined) return undefined;
  const isAsking = fillers.some((piece) => asksSomething(sentence, piece.from, piece.to));
  if (best.kind === "talk" && best.about === "feeling" && isAsking) return undefined;
  if (best.kind === "command") return asks(reader, best.command, {}, 1);
  return { understanding: best, score: best.kind === "talk" ? 0.97 : 1 };
}

/** "F", "k": a letter that is no title, whatever is called so. */
export function isLetter({ tokens }: Sentence): boolean {
  return tokens.length === 1 && LETTERS.has(tokens[0]?.typed ?? "");
}

/** Whether a text only tells something, "ayer lloré con Titanic", or reacts, and asks nothing. */
export function onlyTells(sentence: Sentence): boolean {
  const { spelt, text, tokens } = sentence;
  if (isLetter(sentence)) return true;
  if (tokens.length > 0 && tokens.every(({ typed }) => REACTIONS.has(typed))) return true;
  if (text.includes("?")) return false;
  const found = TELLS.all(spelt);
  return (
    found.some(
      ({ from, to, meaning }) =>
        meaning === "tells" &&
        !isOfTitle(sentence, { from, to }) &&
        (from === 0 || tokens[from]?.opensClause || !NAMES_SOMEBODY.has(spelt[from] ?? "")),
    ) && !found.some(({ meaning }) => meaning === "asks")
  );
}

/** "María, llena eres de gracia" says nothing of anybody: whether words are part of a longer title. */
function isOfTitle({ withFilms }: Sentence, run: Run): boolean {
  return isWithin(
    run,
    withFilms.filter((piece) => isPiece(piece, "film") && piece.to - piece.from > 2),
  );
}

interface Run {
  readonly from: number;
  readonly to: number;
}

function isWithin({ from, to }: Run, others: readonly Run[]): boolean {
  return others.some((other) => other.from <= from && to <= other.to);
}

/** "Mi ex es …" tells something where it begins: "la del tipo que descubre que su vida es un programa" asks. */
const NAMES_SOMEBODY = new Set("mi mis tu tus su nuestra nuestro este esta el la my".split(" "));

/** "dame algo", "qué veo": politeness that asks for a film all the same. */
function asksSomething(sentence: Sentence, from: number, to: number): boolean {
  return sentence.spelt
    .slice(from, to)
    .some((word) =>
      /^(?:peli|dame|recom|suger|suggest|veo|vemos|miro|busco|quiero|ver|watch|algo|something|pongo|tira|pasa|hay)/u.test(
        word,
      ),
    );
}

/** What is asked of films that no command answers; undefined where nothing tells so. */
export function unanswered({ sentence }: Reader): Reading | undefined {
  // "Óscar Isaac" has no prize in his name.
  const names = sentence.pieces.filter(
    (piece) => (isPiece(piece, "person") || isPiece(piece, "filler")) && piece.to - piece.from > 1,
  );
  const [found] = BEYOND.all(sentence.spelt).filter((match) => !isWithin(match, names));
  if (found) return { understanding: { kind: "unanswered", about: found.meaning }, score: 0.96 };
  return isOfSomebody(sentence)
    ? { understanding: { kind: "unanswered", about: "person" }, score: 0.96 }
    : undefined;
}

/** log10 of the votes of a film that is meant by somebody's name. */
const KNOWN_FILM = 2;

/** "¿Cuánto cobró Jim Carrey por …?": somebody's whole name stands just behind the question. */
function isOfSomebody(sentence: Sentence): boolean {
  const asked = SOMEBODYS.all(sentence.spelt);
  return asked.some(({ to }) =>
    sentence.pieces.some(
      (piece) =>
        isPiece(piece, "person") &&
        piece.to - piece.from > 1 &&
        piece.from >= to &&
        piece.from - to <= 1 &&
        !sentence.withFilms.some(
          (film) =>
            isPiece(film, "film") &&
            film.meaning.known > KNOWN_FILM &&
            film.from <= piece.from &&
            piece.to <= film.to,
        ),
    ),
  );
}

/** How much a text is of people's days, work and errands: not at all, by a word that a film may be of too, or surely. */
export function everyday({ sentence }: Reader): "no" | "maybe" | "surely" {
  if (DAYS.all(sentence.spelt).length === 0 && OTHER.all(sentence.spelt).length === 0) return "no";
  return DAY.all(sentence.spelt).length > 0 ? "surely" : "maybe";
}

/** Whether the text is about something else than films. "Basada en una novela" is a theme of films. */
export function isOtherSubject({ sentence }: Reader): boolean {
  const names = sentence.pieces.filter(
    (piece) => (isPiece(piece, "theme") || isPiece(piece, "person")) && piece.to - piece.from > 1,
  );
  const isOther = OTHER.all(sentence.spelt).some((match) => !isWithin(match, names));
  return (
    isOther ||
    (OTHERWISE_OTHER.all(sentence.spelt).length > 0 &&
      !sentence.pieces.some((piece) => isPiece(piece, "noun") || isPiece(piece, "genre")))
  );
}
