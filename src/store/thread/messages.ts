/** What a program's thread and the store's say to each other. */
import { OperatorError, type Words } from "../../words.js";
import { StoreUnavailable, type UnavailableCode } from "../errors.js";
import type { Repositories, StoreHealth } from "../port.js";

/** Every method of every repository: what a thread may be asked. */
export const METHODS: {
  readonly [Kind in keyof Repositories]: Readonly<Record<keyof Repositories[Kind], true>>;
} = {
  settings: { all: true, revisions: true, change: true, history: true, undo: true },
  people: {
    choices: true,
    choose: true,
    chosen: true,
    tookPart: true,
    left: true,
    members: true,
    communities: true,
  },
  communities: {
    known: true,
    present: true,
    removed: true,
    moved: true,
    removedBefore: true,
    servers: true,
    listed: true,
  },
  announcements: { note: true, forget: true, films: true, last: true, purge: true },
  ratings: {
    get: true,
    set: true,
    markSeen: true,
    remove: true,
    setMany: true,
    list: true,
    all: true,
    ofPeople: true,
    ofMembers: true,
  },
  lists: {
    add: true,
    addMany: true,
    remove: true,
    has: true,
    count: true,
    list: true,
    all: true,
    ofPeople: true,
    ofMembers: true,
  },
  nights: {
    create: true,
    append: true,
    get: true,
    withSecret: true,
    events: true,
    open: true,
    ended: true,
    openWith: true,
    addPost: true,
    posts: true,
    removePost: true,
    remove: true,
  },
  jobs: {
    schedule: true,
    claim: true,
    note: true,
    extend: true,
    done: true,
    retry: true,
    cancel: true,
    next: true,
    pending: true,
    purge: true,
  },
  leases: { take: true, renew: true, release: true, holder: true },
  keys: { of: true },
  buttons: { keep: true, find: true, purge: true },
  seen: { take: true, answered: true, purge: true },
  answers: { keep: true, find: true, purge: true },
  counts: { add: true, purge: true },
  privacy: {
    ofPerson: true,
    ofCommunity: true,
    deletePerson: true,
    purgeCommunity: true,
    tables: true,
    rows: true,
  },
};

export type Kind = keyof typeof METHODS;

export type Asked = { readonly id: number } & (
  | { readonly kind: Kind; readonly method: string; readonly args: readonly unknown[] }
  | { readonly kind: "store"; readonly method: "health" | "close" }
);

export type Told =
  /** It was tried for the first time. */
  | { readonly opened: true }
  /** It never will be: why. */
  | { readonly failed: SentError }
  | { readonly changed: StoreHealth }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: SentError };

/** An error as it passes between threads, which know nothing of each other's classes. */
export type SentError =
  | { readonly unavailable: UnavailableCode }
  | { readonly operator: Words }
  | { readonly bug: { readonly name: string; readonly message: string; readonly stack?: string } };

export function sent(error: unknown): SentError {
  if (error instanceof StoreUnavailable) return { unavailable: error.code };
  if (error instanceof OperatorError) return { operator: error.words };
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { bug: { name, message, stack } };
}

export function received(error: SentError): Error {
  if ("unavailable" in error) return new StoreUnavailable(error.unavailable);
  if ("operator" in error) return new OperatorError(error.operator);
  return Object.assign(new Error(error.bug.message), error.bug);
}
