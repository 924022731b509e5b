/** A session: numbers its events and keeps the last of them for RESUME. */

import { Ring } from "../../ring.js";
import { Op } from "./protocol.js";
import type { GatewayState } from "./types.js";

/** What a session needs of its connection. */
export interface Wire {
  send(text: string): void;
}

interface Kept {
  readonly sequence: number;
  readonly text: string;
}

export class Session implements GatewayState {
  sequence = 0;
  wire: Wire | undefined;
  /** READY was sent, or RESUMED: what tests wait for. */
  established = false;
  readonly #kept: Ring<Kept>;

  constructor(
    readonly sessionId: string,
    readonly shard: readonly [number, number],
    readonly intents: number,
    keep: number,
  ) {
    this.#kept = new Ring(keep);
  }

  get connected(): boolean {
    return this.wire !== undefined;
  }

  /** Sends an event, or keeps it until the client resumes. */
  dispatch(event: string, data: unknown, copies = 1): void {
    this.sequence += 1;
    const text = JSON.stringify({ op: Op.dispatch, s: this.sequence, t: event, d: data });
    this.#kept.push({ sequence: this.sequence, text });
    for (let copy = 0; copy < copies; copy += 1) this.wire?.send(text);
  }

  /** Whether all events after this one are still there. */
  canReplay(after: number): boolean {
    const missed = this.sequence - after;
    return missed >= 0 && missed <= this.#kept.length;
  }

  replay(after: number): void {
    for (const { sequence, text } of this.#kept.all) if (sequence > after) this.wire?.send(text);
  }
}
