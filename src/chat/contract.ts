/**
 * What a command is, what it is given, and how long each part of that lasts: an edition as long as an index version, the
 * program as long as the process, ports to what is outside. Types only: `src/app` puts them together. They stand in one
 * file because each is told in terms of the others.
 */
import type { z } from "zod";
import type { Catalog } from "../catalog/catalog.js";
import type { Find, FullText } from "../find/port.js";
import type { Recommender } from "../recommend/recommender.js";
import type { Settings } from "../settings/declared.js";
import type { Steps } from "../steps.js";
import type { Language, Words } from "../words.js";
import type { Reply } from "./answer/reply.js";
import type { OptionValues } from "./answer/schema.js";
import type { Asked, Asking, Aspect } from "./asking.js";
import type { OptionWords } from "./command/options.js";
import type { Locale } from "./locale.js";
import type { Ports } from "./ports.js";

/** What of an edition answers can begin without. */
export type EditionPart = "full_text" | "recommendations";

/** What lasts as long as an index version. */
export interface Edition {
  readonly catalog: Catalog;
  readonly find: Find;
  /** Reads the full text when first asked for; rejects where it is damaged. */
  readonly fullText: () => Promise<FullText>;
  /** Reads what recommendations are looked up in when first asked for; rejects where it is damaged. */
  readonly recommender: () => Promise<Recommender>;
  /** Those of both that were asked for and cannot be used. Undefined where nobody looks after that. */
  readonly damaged?: () => readonly EditionPart[];
  /**
   * The same, with adult titles among the films that are found and listed; none is ever recommended. Undefined where
   * they are, or where nobody may see them.
   */
  readonly withAdultTitles?: () => Edition;
}

/** What a film looks like where films are looked at. */
export interface FilmPoster {
  /** In the reader's language. */
  readonly title: string;
  /** What addresses call it: the same whoever reads them. */
  readonly name: string;
  readonly year: number | null;
  /** Address of its poster; null where none is known. */
  readonly url: string | null;
  /** What the poster shows, for those who cannot see it. */
  readonly alt: string;
  /** What kind of film it is, in the reader's language, for whoever draws one instead; empty where nobody knows. */
  readonly genre: string;
}

/** What lasts as long as the program. */
export interface Program {
  /** The commands that are offered: not those for who runs the bot. */
  readonly commands: readonly Command[];
  /** For who runs the bot: known only by their whole name, with the slash. */
  readonly operatorCommands: readonly Command[];
  readonly actions: readonly ActionHandler[];
  /** What holds where no community says otherwise. */
  readonly settings: Settings;
  /** Who runs this bot, as their platforms vouch for them: "discord:123", "telegram:456". */
  readonly operators: ReadonlySet<string>;
  /** Reads what is asked in so many words. */
  readonly understand: Understand;
  /** The poster of the film whose card a question asks for. Undefined where nobody looks at answers. */
  readonly filmPoster?: (asked: Asked, edition: Edition, locale: Locale) => FilmPoster | undefined;
}

/** The three as they stand at one moment: who takes them once is answered from one edition throughout. */
export interface Bot {
  readonly edition: Edition;
  readonly program: Program;
  readonly ports: Ports;
}

/** A text as the question it is. Values are exact where the text says which thing is meant ("tmdb:862"). */
export interface Understood {
  readonly command: Command;
  readonly options: OptionValues;
  /** Whether it was only guessed what the words name: then it is offered, not answered. */
  readonly tentative?: boolean;
  /** The words that name what is asked about, as typed: for people who wonder how they were read. */
  readonly said?: string;
  /** What of all that the command tells is asked for, where the words say so. */
  readonly aspect?: Aspect;
}

/** What people say that is no question about films. */
export type TalkKind = "greeting" | "thanks" | "farewell" | "insult" | "feeling" | "other";

/** What people ask of films that no command answers. */
export type UnansweredKind =
  | "trailer"
  | "showtimes"
  | "awards"
  | "download"
  | "subtitles"
  | "music"
  | "places"
  | "person"
  | "reviews"
  | "future"
  | "scenes"
  | "unknown";

/**
 * What a text in somebody's own words comes to.
 * - `question`: a command's. `continues` tells that the words alone are a change of the question before
 *   ("¿y de los 90?"), where there is one.
 * - `several`: readings that are about as likely, best first: asked back.
 * - `more`, `pick`: of the answer before; `number` counts from 1.
 * - `talk`: no question about films. `unanswered`: one that no command answers.
 */
export type Understanding =
  | (Understood & { readonly kind: "question"; readonly continues?: boolean })
  | { readonly kind: "several"; readonly readings: readonly Understood[] }
  | { readonly kind: "more" }
  | { readonly kind: "pick"; readonly number: number }
  | { readonly kind: "talk"; readonly about: TalkKind }
  | { readonly kind: "unanswered"; readonly about: UnansweredKind };

/**
 * What a text without a command's name comes to, in steps; undefined where nobody can tell. What it throws is a bug.
 */
export type Understand = (
  text: string,
  edition: Edition,
  commands: readonly Command[],
) => Steps<Understanding | undefined>;

/** Everything a command, or an action, is given. */
export interface Context extends Omit<Edition, "withAdultTitles" | "damaged">, Program, Asking {
  readonly ports: Ports;
  /** What holds in the place where it is asked. */
  readonly settings: Settings;
  /** What holds where no community says otherwise. */
  readonly operatorSettings: Settings;
  /** What is being answered: asked again with other options, it is another question of the same command. */
  readonly asked: Asked;
}

/** Whether a command only tells, or changes something. Over HTTP a read is a GET, and a write a POST. */
export type Effect = "read" | "write";

/**
 * Who may ask: anyone; who moderates the server or group it is asked in; who runs the bot. What is not for anyone is
 * offered to nobody else, and checked again when it is asked.
 */
export type Access = "anyone" | "moderator" | "operator";

/** Where a command has anything to do: wherever one asks, or in servers and groups alone. */
export type Where = "anywhere" | "groups";

/**
 * Phrases by which people ask for a command without its name, in lower case and without question marks; with their
 * accents, which nobody needs to type: "(cuánto|qué) dura [la película|la peli] {titulo}". `(a|b)` is either, `[a|b]`
 * may be missing, `{titulo}` is the option's value, `{mes:word}` one that is a single word. What stands without a blank
 * between is one word: "quien[es]". The first is shown in help, with the first of what may be said and without what may
 * be missing.
 */
export type Phrases = Readonly<Record<Language, readonly string[]>>;

/**
 * Further names by which people call for a command, plain like its own: typed they mean it, but no menu lists them.
 * With the slash they are the command's name; without, only where what follows is what the command asks for.
 */
export type Synonyms = Readonly<Record<Language, readonly string[]>>;

/**
 * How a question of a command is called where it is offered among others: "Películas[ con {actor}][, de {pais}]". `{actor}`
 * is the option's value; what stands in brackets is said only where all its values are given.
 */
export type QuestionLabel = Words;

/** What an option of free text may hold that a command knows itself. */
export interface TextCompletion {
  /** Names of such options. */
  readonly options: readonly string[];
  /** All that it may hold now, best first: what fits to what was typed is chosen from it. */
  values(option: string, asking: CompletionAsking): readonly string[];
}

export interface CompletionAsking {
  /** What was typed for the other options. */
  readonly given: Readonly<Record<string, string>>;
  readonly locale: Locale;
  readonly commands: readonly Command[];
}

/** A command whose option and result types are no longer of interest to whoever holds it. */
export interface Command {
  /** Its name on every platform: `names.es`. */
  readonly name: string;
  readonly names: Words;
  readonly summary: Words;
  readonly effect: Effect;
  readonly access: Access;
  readonly where: Where;
  readonly cacheable: boolean;
  readonly synonyms: Synonyms;
  readonly phrases: Phrases;
  readonly options: z.ZodObject;
  readonly result: z.ZodType;
  readonly positional: readonly string[];
  /**
   * The option that says as what its picture is drawn ("png", "svg"); undefined where it has none of its own. Over HTTP the
   * picture has an address: the command's, with that ending.
   */
  readonly picture: string | undefined;
  /** What a file is called that may be sent along; undefined where none is read. */
  readonly file: OptionWords | undefined;
  readonly examples: readonly [string, ...string[]];
  /** See `QuestionLabel`; undefined where a question of it is best shown as it is typed. */
  readonly label: QuestionLabel | undefined;
  /**
   * The option that is a sentence in somebody's own words: then it is answered as a line that says just that, by whatever
   * command it means, and this one never runs.
   */
  readonly sentence: string | undefined;
  /** Options of free text that it completes itself; undefined where it completes none. */
  readonly completed: TextCompletion | undefined;
  /**
   * Checks the options against the schema and runs.
   * @throws InvalidOptions where they do not fit, UserError, DependencyError; anything else is a bug
   */
  run(context: Context, options: Readonly<Record<string, unknown>>): Promise<Reply>;
}

/** An action whose type of state is no longer of interest to whoever holds it. */
export interface ActionHandler {
  readonly name: string;
  readonly access: Access;
  /** Whether it depends on whether whoever presses moderates, who may press it all the same. */
  readonly usesRights?: boolean;
  /** @throws InvalidOptions where the state is none of this action's; otherwise as a command does */
  run(context: Context, state: Readonly<Record<string, unknown>>): Promise<Reply>;
}
