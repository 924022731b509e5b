/** What a surface is: a way in which people reach the bot, and the bot reaches people. */
import type { Answer } from "../chat/answer/schema.js";
import type { Place, ShownMessage } from "../chat/asking.js";
import type { Bot } from "../chat/contract.js";
import type { Log } from "../chat/errors/errors.js";
import type { Locale } from "../chat/locale.js";
import type { Words } from "../words.js";
import type { Webhook } from "./network/webhook.js";

/** How a surface stands, for whoever watches the bot. */
export interface SurfaceHealth {
  /** `starting` and `down` mend themselves; `stopped` needs the operator. */
  readonly state: "starting" | "up" | "down" | "stopped";
  /** Connections that are there, and those that there should be; 0 of 0 where the platform delivers to us. */
  readonly connected: number;
  readonly connections: number;
  /** What the operator should look at although it is up: a word for programs, as /readyz shows it. */
  readonly problem?: string;
}

/** What became of questions and answers so far. */
export interface SurfaceFigures {
  /** Questions that were answered. */
  readonly answered: number;
  /** Answers that came too late for the platform to take them. */
  readonly late: number;
  /** Answers that did not get through, and questions that were given up. */
  readonly lost: number;
  /** Questions that the platform delivered again; they were answered once. */
  readonly repeated: number;
  /** Questions that wait or are being answered now. */
  readonly inFlight: number;
}

/** What came of sending somebody something they did not ask for at that moment. */
export type Delivery =
  | "sent"
  /** The place is gone, or does not want us: nothing will ever be sent there. */
  | "unreachable"
  /** The place is there and takes nothing from us, until whoever moderates it lets us. */
  | "refused"
  /** It may work later. */
  | "failed";

/** Something that is to be sent once, whatever happens to the process that sends it. */
export interface Sending {
  /** The same for the same thing. */
  readonly key: string;
  /** When a process began that died before it knew: it may stand there. */
  readonly begun?: Date;
}

/** What every surface is made with. */
export interface SurfaceOptions {
  /** What answers, asked for at each question: a refresh may swap the edition. */
  readonly bot: () => Bot;
  /** For people whose clients speak no language of ours. */
  readonly locale: Locale;
  readonly log: Log;
  readonly now: () => Date;
  /** Says one line to the operator. */
  readonly tell: (words: Words) => void;
}

/** Something to come, as it stands in a community's calendar. */
export interface CalendarEntry {
  readonly title: string;
  readonly text: string;
  /** Where it takes place, in words. */
  readonly where: string;
  readonly begins: Date;
  readonly ends: Date;
}

/** What came of entering something. */
export type Entered =
  | { readonly kind: "entered"; readonly id: string }
  /** - `refused`: we may not; - `gone`: somebody took it out; - `failed`: it may work later. */
  | { readonly kind: "refused" | "gone" | "failed" };

/** A platform's calendars. Nothing here rejects. */
export interface Calendar {
  /** Enters it, or changes what is entered already under an id. The same entered again is one entry. */
  enter(place: Place, entry: CalendarEntry, id?: string): Promise<Entered>;
  cancel(place: Place, id: string): Promise<Delivery>;
}

export interface Surface {
  /** "discord": what `Place.platform` says of places that are reached through it. */
  readonly name: string;
  /**
   * Takes questions, or goes on trying by itself until it can.
   * @throws OperatorError where it never will as things are set
   */
  start(): Promise<void>;
  /** Takes no more questions, answers those it has, and leaves within 10 seconds. */
  stop(): Promise<void>;
  readonly health: SurfaceHealth;
  readonly figures: SurfaceFigures;
  /** Where the platform delivers to us, what our HTTP server mounts. */
  readonly webhook?: Webhook;
  /** Resolves when the person it is for leaves, where it is for one person: the program ends with it. */
  readonly left?: Promise<void>;
  /**
   * Answers a line as if somebody had typed it, and sends nothing: what does that is compiled by then.
   * @param bot one that keeps nothing
   */
  practise?(line: string, bot: Bot): Promise<void>;
  /**
   * Ids of all servers that the bot is in, where the platform does not tell by itself when it is removed from one.
   * Undefined where that is not known for certain now. Never rejects.
   */
  readonly servers?: () => Promise<ReadonlySet<string> | undefined>;
  /**
   * Sends an answer to a place of this surface. What may stand there already is looked for where the platform allows it,
   * and else not sent a second time. Never rejects.
   */
  deliver(place: Place, answer: Answer, locale: Locale, sending?: Sending): Promise<Delivery>;
  /**
   * Puts an answer in the place of what a message of ours says: "unreachable" where that is gone, "refused" where it cannot
   * be changed as things are. Never rejects.
   */
  redraw(message: ShownMessage, answer: Answer, locale: Locale): Promise<Delivery>;
  /** Undefined where the platform has none. */
  readonly calendar?: Calendar;
}
