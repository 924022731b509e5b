/** What commands and surfaces ask of the outside. Types only: what stands behind one may change without them noticing. */

import type { Catalog } from "../catalog/catalog.js";
import type { ChartPort } from "../charts/port.js";
import type { Find } from "../find/port.js";
import type { Refresher, RefreshStatus } from "../refresh/port.js";
import type { Settings } from "../settings/declared.js";
import type { ListedFilm, Repositories, Seen, StoreHealth, Turn } from "../store/port.js";
import type { ReadReport } from "../transfer/entries.js";
import type { Matched } from "../transfer/match.js";
import type { Language } from "../words.js";
import type { AnswerFile, Choice } from "./answer/schema.js";
import type { Asked, Asker, Place } from "./asking.js";
import type { Log } from "./errors/errors.js";

/** How bringing the data up to date stands, and a way to ask for it. */
export interface RefreshPort {
  status(): RefreshStatus;
  readonly refresher: Refresher;
}

/** What was answered last in a conversation, as far as something typed may refer to it. */
export interface LastAnswer {
  /** Null where the line named no command. */
  readonly asked: Asked | null;
  readonly choices: readonly Choice[];
  /** What each line of its list asks, null for one that asks nothing; empty where none does. */
  readonly lines: readonly (Asked | null)[];
}

/** A chat, and the person in it. */
export interface Conversation {
  readonly place: Place;
  readonly asker?: Asker;
}

/** Remembers the last answer of each conversation for some minutes. Never rejects. */
export interface LastAnswers {
  get(where: Conversation, now: Date): Promise<LastAnswer | undefined>;
  set(where: Conversation, last: LastAnswer, now: Date): void;
}

/**
 * Keeps what has no room in a button, under a key that has. The same text has the same key; what was not used for long is
 * forgotten. Never rejects.
 */
export interface ShortKeys {
  keep(text: string): string;
  find(key: string): Promise<string | undefined>;
}

/** Which language a person chose to be answered in; undefined where they follow their client. */
export interface LanguageChoices {
  get(person: string): Language | undefined;
  /** Fulfilled once it is kept. @throws StoreUnavailable where it cannot be */
  set(person: string, choice: Language | undefined, now: Date): Promise<void>;
}

/**
 * What is kept of communities and people. Rejects, as each of its methods may, with StoreUnavailable; whatever can be
 * answered without it does not ask for it.
 */
export type StorePort = () => Promise<Repositories>;

/**
 * Told that a platform gave a group another id: all that is kept of it goes along, as soon as the store can be reached.
 * Told again it changes nothing. Never throws.
 */
export type GroupMoved = (from: Place, to: Place) => void;

/** What holds in each place, from memory: every question asks for it. */
export interface PlaceSettings {
  /** The operator's where nothing else is known of the place. */
  of(place: Place): Settings;
  /**
   * Undefined where the place is known. Else it is read, and this is fulfilled once it is, or after some 50 ms without it.
   * Never rejects.
   */
  prepare(place: Place): Promise<void> | undefined;
  /** Reads again what a place's community has set, after a change. Never rejects. */
  reread(place: Place): Promise<void>;
}

/** Whether a question is answered, told kindly that it is one too many, or, after that, not answered at all. */
export type Admission = "answered" | "told" | "silent";

/** Counts questions by the minute. Never rejects. */
export interface QuestionLimits {
  admit(
    where: Conversation,
    limits: Pick<Settings, "perPerson" | "perChannel">,
    now: Date,
  ): Admission | Promise<Admission>;
}

export type { Turn } from "../store/port.js";

/** Who of several processes answers an update that a platform delivers, be it again or to another. Never rejects. */
export interface UpdateTurns {
  /** Answers within some 50 ms; where nobody can be asked it is "mine". */
  take(platform: string, id: string, now: Date): Promise<Turn>;
  /** Notes that it was answered: nobody takes it on again. */
  answered(platform: string, id: string): void;
}

/** Pages that show a night to whoever has their address, which nobody can guess. */
export interface NightPages {
  addressOf(night: string): Promise<string>;
  /** The night that the end of an address names; undefined where it was not made here. */
  nightOf(secret: string): Promise<string | undefined>;
}

/** Films that were new in the catalogue when a version of it came into use. */
export interface NewFilms {
  readonly at: Date;
  /** How many. */
  readonly added: number;
  /** TMDB ids of the best known of them, best known first. */
  readonly films: readonly number[];
}

/** What became new since a moment, oldest first. Never throws. */
export type CatalogNews = (since: Date) => readonly NewFilms[];

/** Somebody's ratings from elsewhere, and theirs for elsewhere. */
export interface TransferPort {
  /** @throws UserError where it is no list that is known */
  read(file: SentList, edition: { readonly catalog: Catalog; readonly find: Find }): Promise<ReadList>;
  /** In a form that others read. */
  write(
    ratings: readonly Seen[],
    watchlist: readonly ListedFilm[],
    edition: { readonly catalog: Catalog },
  ): readonly AnswerFile[];
}

export interface SentList {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly now: Date;
}

export interface ReadList {
  readonly report: ReadReport;
  readonly matched: Matched;
}

/** What came of a question, for whoever counts them: nothing of what was typed. */
export interface AnsweredQuestion {
  /** Null where none was named. */
  readonly command: string | null;
  readonly status: string;
  /** What went wrong, where something did. */
  readonly error?: { readonly code: string };
}

export interface Ports {
  readonly log: Log;
  /** Told of every question that was answered. Undefined where nobody counts. */
  readonly answered?: (question: AnsweredQuestion) => void;
  /** Undefined where nobody brings data up to date. */
  readonly refresh?: RefreshPort;
  /** Undefined where nobody brings data up to date. */
  readonly news?: CatalogNews;
  readonly lastAnswers: LastAnswers;
  readonly shortKeys: ShortKeys;
  readonly languages: LanguageChoices;
  /** Undefined where the operator's settings hold everywhere. */
  readonly places?: PlaceSettings;
  /** Undefined where everything is answered. */
  readonly limits?: QuestionLimits;
  /** Undefined where this process is given every update alone. */
  readonly turns?: UpdateTurns;
  /** Undefined where there is no page that anybody could be sent to. */
  readonly nightPages?: NightPages;
  /** Undefined where nothing can be brought or taken away. */
  readonly transfer?: TransferPort;
  /** Undefined where nothing is drawn: charts are told as figures. */
  readonly charts?: ChartPort;
  /** Undefined where nothing is kept. */
  readonly store?: StorePort;
  /** Undefined where nothing is kept. */
  readonly groupMoved?: GroupMoved;
  /** How what is kept stands; gives undefined while nobody needed it. Never rejects. */
  readonly storeHealth?: () => Promise<StoreHealth | undefined>;
}
