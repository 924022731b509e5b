/**
 * What happens to a night, as it is stored for good. An event that was written is never written anew: a change of shape
 * raises VERSION and gets a step in upcast.ts.
 *
 * A person stands in `by` (who did it) and `about` (to whom, where that is somebody else) and nowhere else, so that they
 * can be made unknown without touching what happened.
 */
import { z } from "zod";
import { carriedFilm, film, instant, nightRules, showing } from "./rules.js";

export const VERSION = 1;

const score = z.strictObject({ film, score: z.int().min(0).max(10) });

const ballot = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("approval"), films: z.array(film).readonly() }),
  z.strictObject({ kind: z.literal("ranked"), tiers: z.array(z.array(film).readonly()).readonly() }),
  z.strictObject({ kind: z.literal("score"), scores: z.array(score).readonly() }),
]);

const person = z.string().min(1).max(200);

/** What all events have. */
const happened = {
  v: z.literal(VERSION),
  /** What asked for it, as the platform names that: the same key never happens twice. */
  key: z.string().min(1).max(200),
  at: instant,
  /** Null for what happened by itself. */
  by: person.nullable(),
  about: person.nullable(),
};

function event<Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) {
  return z.strictObject({ kind: z.literal(kind), ...happened, ...shape });
}

export const nightEvent = z.discriminatedUnion("kind", [
  event("opened", { rules: nightRules }),
  event("proposed", { film }),
  event("withdrawn", { film }),
  event("banned", { film }),
  event("unbanned", { film }),
  /** The person's only ballot from then on. */
  event("voted", { ballot }),
  event("retracted", {}),
  event("vetoed", { film }),
  /** `about` is whose veto it was, where somebody else lifts it. */
  event("vetoLifted", { film }),
  event("proposalsLocked", {}),
  event("deadlineMoved", { deadline: instant }),
  /** With what was announced, so that it stands whatever becomes of the program. */
  event("closed", { winner: film.nullable(), ranking: z.array(film).readonly() }),
  event("reopened", { deadline: instant }),
  event("cancelled", {}),
  event("showingSet", { showing: showing.nullable() }),
  event("answered", { answer: z.enum(["yes", "no", "maybe"]) }),
  /** `about` is who came or did not, where somebody else says so. */
  event("attended", { came: z.boolean() }),
  event("skipped", { film }),
  event("carriedOver", { films: z.array(carriedFilm).readonly() }),
  /** `about` leads from then on; where that is null, whoever did it. */
  event("handedOver", {}),
  /** Nobody leads from then on: whoever wants to, may. */
  event("steppedDown", {}),
  /** Takes their ballot, vetoes and answer along: for who is deleted while the night is open. */
  event("left", {}),
]);

export type NightEvent = z.infer<typeof nightEvent>;
export type NightEventKind = NightEvent["kind"];
