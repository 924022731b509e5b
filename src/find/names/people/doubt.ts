/**
 * Whether who lies nearest to a typed name is likely somebody else. Singers and footballers are asked for too, and
 * a catalogue full of people has a near name for each of them: who is hardly known is offered then, not answered.
 */
import { INEXACT } from "../distance/cost.js";

/** How near somebody's name lies to what was typed. */
export interface Nearness {
  /** In edits. */
  readonly cost: number;
  /** Of the typed word least like the name, 0–1 (`likeness`). */
  readonly least: number;
  /** How well known the bearer is in the role asked for (log10 of the votes). */
  readonly known: number;
  /** Whether one word was typed. */
  readonly alone: boolean;
}

/** Further away than this a name is another one, unless it sounds the same or its bearer is known. */
const FAR = 2;
const SOUNDS_THE_SAME = 0.97;
const KNOWN_FROM_AFAR = 3;
/** A misspelt surname alone, and a name with another word left out or misspelt. */
const ONE_SLIP = 1.4;
const KNOWN_BY_A_SURNAME = 2.6;
const KNOWN_BY_A_NAME = 1.3;
/** A surname is of many: somebody known by fewer votes than some thirty is a guess. */
const KNOWN_BY_SO_MUCH = 1.57;

export function isDoubtfulPerson({ cost, least, known, alone }: Nearness): boolean {
  if (cost < INEXACT) return alone && known < KNOWN_BY_SO_MUCH;
  if (cost > FAR && least < SOUNDS_THE_SAME && known < KNOWN_FROM_AFAR) return true;
  if (alone) return cost > ONE_SLIP && known < KNOWN_BY_A_SURNAME;
  return cost > 1 && known < KNOWN_BY_A_NAME;
}
