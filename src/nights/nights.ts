/**
 * Nights over the store: what is asked of one is decided from its events (src/events) and appended to them, with the jobs
 * that follow. Whoever appends has seen all that happened before, also where several processes share the store; nothing
 * happens twice under one key.
 */
import { createHash, randomUUID } from "node:crypto";
import type { Context, NightCommand, Refusal } from "../events/night/command.js";
import { decide } from "../events/night/decide/decide.js";
import { readStored, toStored, UnreadableEvent } from "../events/night/events/stored.js";
import { evolve, fold } from "../events/night/evolve.js";
import type { Night } from "../events/night/state.js";
import type { CommunityId, PersonId, Repositories, StoredPlace } from "../store/port.js";
import { jobsOf } from "./jobs.js";
import { type KeptNight, readSummary, type SummaryHead, summaryOf } from "./kept.js";

export type NightStore = Pick<Repositories, "nights">;

export type Handled =
  /** `changed` is false where all was so already, or was asked for under the same key before. */
  | { readonly ok: true; readonly kept: KeptNight; readonly changed: boolean }
  /** `kept` where there is such a night. */
  | { readonly ok: false; readonly refusal: Refusal; readonly kept?: KeptNight };

/** What is asked of a night; where that depends on how it stands, made from that. Null asks nothing. */
export type Asking = NightCommand | ((night: Night) => NightCommand | null);

/** Who asks and when; a press that nobody delivers again needs no key. */
export type HandlingContext = Omit<Context, "key"> & { readonly key?: string };

/** Others were faster so often in a row: each time one of them was done. */
const MOST_TRIES = 50;
/** Open nights of which it is known how they stand. */
const MOST_KNOWN = 200;

/** How open nights stood when they were last looked at, and what is under way. Of one store. */
interface Memory {
  readonly known: Map<string, KeptNight>;
  /** The last thing under way of each night: in one process they wait for each other instead of trying again. */
  readonly lanes: Map<string, Promise<unknown>>;
}

const memories = new WeakMap<NightStore["nights"], Memory>();

function memoryOf({ nights }: NightStore): Memory {
  const known = memories.get(nights);
  if (known) return known;
  const memory: Memory = { known: new Map(), lanes: new Map() };
  memories.set(nights, memory);
  return memory;
}

/**
 * Does what is asked, or says why not.
 * @throws StoreUnavailable where the store cannot be reached; then it was done under its key, or not at all
 */
export function handle(
  store: NightStore,
  id: string,
  asking: Asking,
  context: HandlingContext,
): Promise<Handled> {
  const { lanes } = memoryOf(store);
  const whole = { ...context, key: context.key ?? randomUUID() };
  const done = (lanes.get(id) ?? Promise.resolve())
    .catch(() => undefined)
    .then(() => handleNow(store, id, asking, whole));
  lanes.set(id, done);
  const leave = () => {
    if (lanes.get(id) === done) lanes.delete(id);
  };
  done.then(leave, leave);
  return done;
}

async function handleNow(store: NightStore, id: string, asking: Asking, context: Context): Promise<Handled> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const kept = await readNight(store, id);
    if (kept === undefined) return { ok: false, refusal: { code: "no_night" } };
    const { night, last, community } = kept;
    const unchanged = { ok: true, kept, changed: false } as const;
    if (night.keys.has(context.key)) return unchanged;
    const command = typeof asking === "function" ? asking(night) : asking;
    if (command === null) return unchanged;
    const decision = decide(night, command, context);
    if (!decision.ok) return { ok: false, refusal: decision.refusal, kept };
    const { events } = decision;
    if (events.length === 0) return unchanged;
    const after = fold(events, night) ?? night;
    const appended = await store.nights.append(id, {
      after: last,
      events: events.map(toStored),
      key: context.key,
      summary: JSON.stringify(summaryOf(kept, after)),
      ...endOf(night, after),
      ...jobsOf({ id, community, before: night, after, events, last, now: context.now }),
    });
    if (appended.kind === "appended") {
      const now = { ...kept, night: after, last: appended.last };
      remember(store, now);
      return { ok: true, kept: now, changed: true };
    }
    if (appended.kind === "unknown") {
      forget(store, id);
      return { ok: false, refusal: { code: "no_night" } };
    }
    // Repeated or overtaken: what came meanwhile is read, and says what there is left to do.
  }
  throw new Error(`a night was changed by others ${MOST_TRIES} times in a row`);
}

/** When the night ended, or that it is open again, where that changed. */
function endOf(before: Night, after: Night): { readonly endedAt?: Date | null } {
  if (before.ending === after.ending) return {};
  return { endedAt: after.ending === null ? null : new Date(after.ending.at) };
}

export interface Opening extends SummaryHead {
  readonly community: CommunityId;
  readonly place: StoredPlace;
  readonly command: Extract<NightCommand, { kind: "open" }>;
}

/** Opens a night. Asked again under the same key it is the same night. */
export async function openNight(
  store: NightStore,
  { command, community, place, ...head }: Opening,
  context: HandlingContext,
): Promise<Handled> {
  const key = context.key ?? randomUUID();
  const id = nightId(community, key);
  const known = await readNight(store, id);
  if (known !== undefined) return { ok: true, kept: known, changed: false };
  const decision = decide(undefined, command, { ...context, key });
  if (!decision.ok) return decision;
  const night = fold(decision.events);
  if (night === undefined) throw new Error("a night was opened by no event");
  const step = { id, community, before: undefined, after: night, events: decision.events, last: 0 };
  const created = await store.nights.create(
    { id, community, place, createdAt: context.now },
    {
      events: decision.events.map(toStored),
      key,
      summary: JSON.stringify(summaryOf(head, night)),
      ...jobsOf({ ...step, now: context.now }),
    },
  );
  if (!created) {
    const same = await readNight(store, id);
    return same ? { ok: true, kept: same, changed: false } : { ok: false, refusal: { code: "no_night" } };
  }
  const kept = { id, community, place, ...head, night, last: decision.events.length };
  remember(store, kept);
  return { ok: true, kept, changed: true };
}

/** The same for the same thing that asked for it, and short enough for a button. */
function nightId(community: CommunityId, key: string): string {
  return createHash("sha256").update(`${community}\n${key}`).digest("base64url").slice(0, 12);
}

/** How a night stands; undefined where there is none of that id. */
export async function readNight(store: NightStore, id: string): Promise<KeptNight | undefined> {
  const known = memoryOf(store).known.get(id);
  if (known !== undefined) return advanced(store, known);
  const stored = await store.nights.get(id);
  if (stored === undefined) return undefined;
  const events = await store.nights.events(id, 0);
  const night = fold(events.map(readStored));
  if (night === undefined) return undefined;
  const { community, place, summary } = stored;
  const { tag = "es", zone = "UTC", from = [] } = readSummary(summary) ?? {};
  const kept = { id, community, place, tag, zone, from, night, last: events.at(-1)?.number ?? 0 };
  remember(store, kept);
  return kept;
}

async function advanced(store: NightStore, known: KeptNight): Promise<KeptNight> {
  const events = await store.nights.events(known.id, known.last);
  if (events.length === 0) return known;
  let night: Night = known.night;
  for (const event of events) night = evolve(night, readStored(event)) ?? night;
  const kept = { ...known, night, last: events.at(-1)?.number ?? known.last };
  remember(store, kept);
  return kept;
}

/** Of ended nights nothing is remembered: who is deleted later may be named in them. */
function remember(store: NightStore, kept: KeptNight): void {
  const { known } = memoryOf(store);
  known.delete(kept.id);
  if (kept.night.ending !== null) return;
  known.set(kept.id, kept);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
}

/** A night as the store has it, also where it was moved meanwhile; undefined where there is none of that id. */
export function rereadNight(store: NightStore, id: string): Promise<KeptNight | undefined> {
  forget(store, id);
  return readNight(store, id);
}

function forget(store: NightStore, id: string): void {
  memoryOf(store).known.delete(id);
}

/**
 * Takes a person out of all open nights, with ballot, vetoes and answer: before they are deleted.
 * @returns out of how many
 */
export async function leaveNights(store: NightStore, person: PersonId, now: Date): Promise<number> {
  const nights = await store.nights.openWith(person);
  const actor = { person, moderates: false };
  for (const { id } of nights) {
    try {
      await handle(store, id, { kind: "leave" }, { now, actor });
    } catch (error) {
      // A night that nobody can read goes on no more, and keeps nobody from having themselves deleted.
      if (!(error instanceof UnreadableEvent)) throw error;
    }
    // Who proposed what stands in it by name: after the deletion it is read anew.
    forget(store, id);
  }
  return nights.length;
}
