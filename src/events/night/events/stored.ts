/** Events on their way to the store and back: people beside the body, which names nobody. */
import { z } from "zod";
import { type NightEvent, type NightEventKind, nightEvent, VERSION } from "./schema.js";
import { upcast } from "./upcast.js";

export interface StoredEvent {
  /** JSON. */
  readonly body: string;
  readonly by?: string;
  readonly about?: string;
  readonly at: Date;
}

/** A stored event that this program cannot read. It says which, and names nobody. */
export class UnreadableEvent extends Error {
  override readonly name = "UnreadableEvent";
}

export function toStored({ by, about, at, ...body }: NightEvent): StoredEvent {
  return {
    body: JSON.stringify(body),
    ...(by === null ? {} : { by }),
    ...(about === null ? {} : { about }),
    at: new Date(at),
  };
}

const KINDS: ReadonlySet<string> = new Set(nightEvent.options.map(({ shape }) => shape.kind.value));

const body = z.looseObject({ v: z.int(), kind: z.string() });

/** @throws {UnreadableEvent} for what is no event, or one of a kind or version that is not known here */
export function readStored({ body: text, by = undefined, about = undefined, at }: StoredEvent): NightEvent {
  const read = body.safeParse(parsed(text));
  if (!read.success) throw new UnreadableEvent("a stored night event is no event: it lacks kind or version");
  const named = `night event “${read.data.kind}” of version ${read.data.v}`;
  const now = upcast(read.data);
  if (now === undefined) throw new UnreadableEvent(`${named}: this program knows versions up to ${VERSION}`);
  if (typeof now.kind !== "string" || !KINDS.has(now.kind))
    throw new UnreadableEvent(`${named}: no such kind; there are ${[...KINDS].join(", ")}`);
  const event = nightEvent.safeParse({
    ...now,
    by: by ?? null,
    about: about ?? null,
    at: at.toISOString(),
  });
  if (event.success) return event.data;
  const faults = event.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new UnreadableEvent(`${named}: ${faults.join("; ")}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The kinds there are. */
export const NIGHT_EVENT_KINDS: readonly NightEventKind[] = nightEvent.options.map(
  ({ shape }) => shape.kind.value,
);
