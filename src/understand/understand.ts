/** What people ask in their own words: a title, a question of a film, films by any combination, or just talk. */
import { describe } from "../chat/command/describe.js";
import { commandNamed, nearestCommand, readHead } from "../chat/command/names.js";
import type { Command, Edition, Understand, Understanding } from "../chat/contract.js";
import type { Steps } from "../steps.js";
import { commandOfLink } from "./links.js";
import { compare, compareWords } from "./readings/compare.js";
import {
  conversation,
  conversationWords,
  everyday,
  isLetter,
  isOtherSubject,
  onlyTells,
  unanswered,
} from "./readings/conversation.js";
import { counts, countWords } from "./readings/counts.js";
import { describingWords } from "./readings/described.js";
import { discovery } from "./readings/discovery.js";
import { facts, factWords } from "./readings/facts.js";
import { lackedPart } from "./readings/lacked.js";
import { plots, plotWords } from "./readings/plots.js";
import type { Reader, Reading } from "./readings/reading.js";
import { similarWords } from "./readings/similar/cues.js";
import { similar } from "./readings/similar/similar.js";
import { knownTitle, nearTitle, politeTitle, wholeSeries, wholeTitle } from "./readings/title.js";
import { watchOrder, watchOrderWords } from "./readings/watch-order.js";
import { bargainWords } from "./spans/bargains.js";
import { figureWords } from "./spans/figures.js";
import { lexicon } from "./spans/lexical.js";
import { periodWords } from "./spans/periods.js";
import { isPiece } from "./spans/pieces.js";
import { Sentence } from "./spans/sentence.js";
import { askedBySynonym } from "./synonyms.js";
import { unquoted } from "./trimmed.js";

/** The command whose answer is a film's card: what somebody wants who types nothing but a title. */
const CARD = "pelicula";

/** What is read with less than this is not understood. */
const LEAST_SCORE = 0.45;
/** What is read with less than this, and answers at once, is asked back. */
const LEAST_SURE = 0.87;
/** Nothing that a line without its command may be is surer. */
const SURE = 0.9;
/** About another subject, or where nothing but part of the words is understood, more is asked for. */
const LEAST_OF_OTHER_SUBJECT = 0.953;

/** The same where films like one that is named are asked for. */
const LEAST_OF_LIKENESS = 0.9;

/**
 * In this order: a link; a command's line, which is left to whoever reads lines; what is said to the bot or of its last
 * answer; a film's exact title; a question that no command answers; then the likeliest of all readings; last a title that
 * is only near.
 */
export const understand: Understand = function* (text, edition, commands) {
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return /\p{Extended_Pictographic}/u.test(text) ? { kind: "talk", about: "feeling" } : undefined;
  }
  return yield* understood(text, edition, commands);
};

const wordsOfReadings = (): Iterable<string> =>
  [
    factWords,
    similarWords,
    countWords,
    compareWords,
    plotWords,
    describingWords,
    conversationWords,
    periodWords,
    bargainWords,
    figureWords,
    watchOrderWords,
  ].flatMap((words) => [...words()]);

function* understood(
  text: string,
  edition: Edition,
  commands: readonly Command[],
): Steps<Understanding | undefined> {
  const linked = commandOfLink(edition, text);
  if (linked !== undefined) return only(commands, linked, text);
  if (edition.find.linkIn(text) !== undefined) return only(commands, CARD, text);
  const head = readHead(commands, text);
  if (head.command && head.rest.trim() === "" && isComplete(head.command)) return undefined;
  const called = askedBySynonym(text, { edition, commands, takesAnything: false });
  yield;
  if (head.command && COMMAND_LINE.test(head.rest)) return undefined;
  // "Votos titanic": nobody who names a film that well known asks for others.
  if (head.command?.positional[0] === "titulo" && edition.find.knownTitle(head.rest.trim()) !== undefined)
    return undefined;
  yield;
  if (isLabel(edition, text)) return only(commands, CARD, text);
  yield;
  const known = head.command || called ? undefined : knownTitle({ commands }, edition, text);
  if (known) return known.understanding;
  yield;
  lexicon(wordsOfReadings);
  const reader: Reader = { sentence: new Sentence(text, edition), commands };
  const reading = yield* bestReading(reader, text);
  // "Recomendar matrix" is a command's line without its slash; "recomendar algo de terror" is none.
  if (head.command && called && !isSelection(reading)) return undefined;
  if (head.command) return reading && reading.score > SURE ? reading.understanding : undefined;
  // "Saga Star Wars": what is called by its kind is asked for as that.
  if (called && !called.tentative && NAMED_BY_KIND.has(called.command.name))
    return { ...called, kind: "question" };
  if (reading && reading.score >= SURE) return reading.understanding;
  if (called && !called.tentative) return { ...called, kind: "question" };
  if (reading && reading.score >= LEAST_SCORE) return doubted(reading);
  if (called) return { ...called, kind: "question" };
  // "Votso titanic": whoever reads lines offers the command.
  return nearestCommand(commands, head) ? undefined : weak(reader, reading);
}

function* bestReading(reader: Reader, text: string): Steps<Reading | undefined> {
  yield* reader.sentence.lookUp();
  const said = conversation(reader);
  if (said && said.score > 0.9) return said;
  yield;
  const title = isLetter(reader.sentence) ? undefined : wholeTitle(reader, text);
  if (title) return title;
  yield;
  const order = watchOrder(reader);
  if (order) return order;
  yield;
  if (onlyTells(reader.sentence)) return { understanding: { kind: "talk", about: "feeling" }, score: 0.95 };
  // "El bus que no puede bajar de velocidad" asks for no download.
  const fact = yield* facts(reader);
  const plot = plotOf(reader, fact);
  yield;
  const beyond = plot ? undefined : (unanswered(reader) ?? lackedPart(reader));
  if (beyond) return beyond;
  if (isEverydayQuestion(reader, fact)) return TALK;
  const readings = yield* readingsOf(reader, plot, fact);
  yield;
  const least = plot === undefined && isOtherSubject(reader) ? LEAST_OF_OTHER_SUBJECT : 0;
  const isEnough = ({ understanding, score }: Reading) =>
    score >= (isLikeness(understanding) ? Math.min(least, LEAST_OF_LIKENESS) : least);
  const [best] = readings.filter(isEnough).sort((a, b) => b.score - a.score);
  const series = best === undefined || selects(best) ? wholeSeries(reader, text) : undefined;
  if (series) return series;
  yield;
  if (best && best.score >= LEAST_SCORE) return best;
  return least > 0 ? TALK : (nearTitle(reader, text) ?? said ?? best);
}

/** "El rey león, la de dibujos: ¿en qué año salió?" tells no plot. */
function plotOf(reader: Reader, fact: Reading | undefined): Reading | undefined {
  const plot = plots(reader);
  if (plot === undefined || plot.score >= SURE_OF_PLOT) return plot;
  return (fact?.score ?? 0) >= CLEAR_FACT ? undefined : plot;
}

/** "Quién actúa hoy en el concierto", "es buena la pizza de ahí". */
function isEverydayQuestion(reader: Reader, fact: Reading | undefined): boolean {
  const isEveryday = everyday(reader);
  if (isEveryday === "no") return false;
  if (isEveryday === "surely" && fact !== undefined && fact.score < CLEAR_FACT) return true;
  return isOfOneWord(fact) && (isEveryday === "surely" || (fact?.score ?? 0) < SURE_OF_FACT);
}

/** Whether the film of a question is named by a noun alone, as a concert or an exam may be. */
function isOfOneWord(fact: Reading | undefined): boolean {
  if (fact?.understanding.kind !== "question") return false;
  const { said = "" } = fact.understanding;
  return said.split(" ").filter((word) => !BESIDE_A_NOUN.has(word.toLowerCase())).length <= 1;
}

const BESIDE_A_NOUN: ReadonlySet<string> = new Set("el la los las the de a en nuevo nueva new".split(" "));

const TALK: Reading = { understanding: { kind: "talk", about: "other" }, score: 0.9 };

/**
 * All readings. Films by any combination are asked for in so many ways that nearly every text may: where something
 * tells that a film is asked about, compared, or the measure of others, that counts before.
 */
function* readingsOf(reader: Reader, plot: Reading | undefined, fact: Reading | undefined): Steps<Reading[]> {
  const alike = yield* similar(reader);
  yield;
  const both = compare(reader);
  yield;
  // "Algo como Akira o La princesa Mononoke" chooses between no two.
  const compared =
    (alike?.score ?? 0) >= SURE_OF_LIKE && (both?.score ?? 0) < SURE_OF_BOTH ? undefined : both;
  const polite = politeTitle(reader);
  yield;
  const counted = yield* counts(reader);
  const others = [polite, compared, fact, alike, counted, plot].flatMap((reading) => reading ?? []);
  yield;
  const isOther =
    (plot?.score ?? 0) >= SURE_OF_PLOT ||
    (compared?.score ?? 0) >= SURE_OF_TWO ||
    (alike?.score ?? 0) >= SURE_OF_LIKE ||
    (fact?.score ?? 0) >= SURE_OF_FACT;
  // The dearest reading is looked for last.
  const films = isOther ? undefined : yield* discovery(reader);
  if (films === undefined) return others;
  if (fact === undefined) return [...others, films];
  // "Scary movies on hulu that came out after 2020" asks when no film came out.
  if (fact.score < LEAST_SCORE && asksForSeveral(reader, films))
    return [...others.filter((other) => other !== fact), films];
  return films.score < WHOLE || isOneThing(films) ? others : [...others, films];
}

/** Whether films are asked for in so many words, and by more than one thing. */
function asksForSeveral({ sentence }: Reader, { understanding }: Reading): boolean {
  if (understanding.kind !== "question" || Object.keys(understanding.options).length < 2) return false;
  return (
    sentence.pieces.some((piece) => isPiece(piece, "noun")) || sentence.spelt.some((word) => ANY.has(word))
  );
}

const ANY: ReadonlySet<string> = new Set(
  "algo alguna algun algunas algunos una unas some any something".split(" "),
);

/** "De qué va Glass Onion" asks for none of the films of that name: whether a name, or a theme, is all that is read. */
function isOneThing({ understanding }: Reading): boolean {
  if (understanding.kind !== "question") return false;
  const [name = "", ...others] = Object.keys(understanding.options);
  return others.length === 0 && ["franquicia", "productora", "tema"].includes(name);
}

const SURE_OF_TWO = 0.85;
/** Where words tell that two are compared. */
const SURE_OF_BOTH = 1;
const SURE_OF_PLOT = 0.9;
const SURE_OF_LIKE = 0.81;
const SURE_OF_FACT = 0.95;
/** A question of a film that is named, though other words stand beside it, or of one of several of that name. */
const CLEAR_FACT = 0.8;
/** The score of films by any combination where no word is left over. */
const WHOLE = 0.95;

const MOST_TITLE_WORDS = 4;

/** A question that was understood, of a film that nobody knows; or nothing that anybody can tell. */
function weak(reader: Reader, reading: Reading | undefined): Understanding | undefined {
  const { sentence } = reader;
  // "¿Cuánto dura la clase de mañana?" is no film that we lack.
  if (everyday(reader) === "surely") return TALK.understanding;
  // A few words that mean nothing else may be a title that we lack.
  if (reading !== undefined || sentence.words.length <= MOST_TITLE_WORDS)
    return { kind: "unanswered", about: "unknown" };
  return sentence.words.length > 0 ? { kind: "talk", about: "other" } : undefined;
}

/** Films by any combination, or like another, that were read with words to spare: whoever asks says whether it is that. */
function doubted({ understanding, score }: Reading): Understanding {
  if (understanding.kind !== "question" || score >= LEAST_SURE || !LISTS.has(understanding.command.name))
    return understanding;
  const { command, options } = understanding;
  return Object.keys(options).length === 0
    ? understanding
    : { kind: "several", readings: [{ command, options }] };
}

const LISTS: ReadonlySet<string> = new Set(["descubrir", "actor", "director"]);

function isLikeness(understanding: Understanding): boolean {
  return understanding.kind === "question" && understanding.command.name === LIKENESS;
}

const LIKENESS = "recomendar";

/** What nobody says in a sentence: "cantidad=10", "toy story + shrek". */
const COMMAND_LINE = /\s\+\s|[\p{L}_]=/u;

/** Whether films are surely asked for by what they are. */
function selects({ understanding }: Reading): boolean {
  return understanding.kind === "question" && understanding.command.name === "descubrir";
}

function isSelection(reading: Reading | undefined): boolean {
  if (reading?.understanding.kind !== "question" || reading.score < SURE) return false;
  const { command, options } = reading.understanding;
  return command.name === "descubrir" && SELECTING.some((name) => options[name] !== undefined);
}

const SELECTING = [
  "genero",
  "tema",
  "idioma",
  "desde",
  "hasta",
  "duracion_max",
  "duracion_min",
  "plataforma",
];

const NAMED_BY_KIND: ReadonlySet<string> = new Set(["franquicia", "productora"]);

/** How pages and files are labelled: "Toy Story (1995) - IMDb", "Alien.1979.mkv". */
const LABEL = /[()|·–—[\]_]| - |\.[a-z0-9]{2,4}$/iu;

/** Whether a text is a film's label of ours, of a page or of a file. */
function isLabel({ find }: Pick<Edition, "find">, text: string): boolean {
  if (!LABEL.test(text)) return false;
  const found = find.film(text);
  return found.kind === "found" && found.fit === "exact";
}

/** Whether a command says something when nothing but its name is typed. */
function isComplete(command: Command): boolean {
  return describe(command).every(({ required }) => !required);
}

/** A question with the text as its only value; undefined where that command is switched off. */
function only(commands: readonly Command[], name: string, text: string): Understanding | undefined {
  const command = commandNamed(commands, name);
  const [option] = command?.positional ?? [];
  if (!command || option === undefined) return undefined;
  return { kind: "question", command, options: { [option]: unquoted(text) } };
}
