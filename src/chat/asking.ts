/** A question and its surroundings: who asks, where, when, in which language. Types only. */
import type { OptionValues } from "./answer/schema.js";
import type { Locale } from "./locale.js";

/** Who asks, as a platform vouches for them. */
export interface Asker {
  /** "discord:123". */
  readonly id: string;
  /** Whether they moderate the server or group they ask in. */
  readonly moderates: boolean;
  /** Whether they may moderate all the same: where they asked, the platform does not tell for certain. */
  readonly isUncertain?: true;
}

/** Where a question was asked, and an answer can be sent. Ids are the platform's own. */
export interface Place {
  /** Name of the surface: "discord". */
  readonly platform: string;
  /** The server, where the platform has them and it is in one. */
  readonly server?: string;
  /** The channel or chat. */
  readonly chat: string;
  /** The topic, or the thread, within it. */
  readonly topic?: string;
  /** Whether nobody but the asker and the bot is there. */
  readonly direct?: true;
}

/** A message of ours that stands in a place. */
export interface ShownMessage {
  readonly place: Place;
  /** What its surface calls it. */
  readonly id: string;
}

/** Somebody whom a question names, as a platform vouches for them. */
export interface NamedPerson {
  /** "discord:123". */
  readonly id: string;
  /** As people there call them. */
  readonly name: string;
}

/** What was sent along with a question. */
export interface SentFile {
  readonly name: string;
  /** @throws UserError where it is too large; DependencyError where it cannot be had */
  read(): Promise<Uint8Array>;
}

/** The surroundings of a question. */
export interface Asking {
  readonly locale: Locale;
  /** What whoever asks is answered in where they chose no language; `locale` unless said. */
  readonly clientLocale?: Locale;
  readonly now: Date;
  /** Undefined where nobody vouches for anyone. */
  readonly asker?: Asker;
  /** Undefined where questions stand alone: nothing is remembered of them. */
  readonly place?: Place;
  /** Whether the platform keeps minors out of the place; undefined where it has no such places. */
  readonly ageRestricted?: boolean;
  /**
   * What the platform calls what was pressed or said: delivered again it is called the same, and happens once. Names no
   * person. Undefined where nothing is delivered again.
   */
  readonly key?: string;
  /** People whom it names, in order. */
  readonly people?: readonly NamedPerson[];
  readonly file?: SentFile;
  /** "read" where only that may be asked; both unless said. */
  readonly effect?: "read";
  /** Whether the question is a guess: then what an option is merely near is offered, not answered. */
  readonly tentative?: boolean;
  /** What the words ask for of all that the command tells: its answer says that first. */
  readonly aspect?: Aspect;
}

/** A part of what a command tells: where a film can be watched. */
export type Aspect = "watching";

/** A question as it was asked: which command, with what. */
export interface Asked {
  readonly command: string;
  readonly options: OptionValues;
}
