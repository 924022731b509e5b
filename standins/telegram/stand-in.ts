/** One bot's Telegram, without the network: state, and calls of methods on it. */

import { Ring } from "../ring.js";
import { Faults } from "./faults.js";
import { METHODS } from "./methods/index.js";
import { Queries } from "./queries.js";
import { badRequest, refused } from "./refused.js";
import { wrongForSpec } from "./spec.js";
import type { Payload, Refusal } from "./types.js";
import { Updates } from "./updates.js";
import { World } from "./world.js";

const CALLS_KEPT = 5_000;

/** A call as it arrived, and what was said to it; `refusal` is there where it was refused. */
export interface Call {
  readonly method: string;
  readonly payload: Payload;
  readonly at: number;
  refusal?: Refusal;
}

export class StandIn {
  readonly world = new World();
  readonly updates = new Updates();
  readonly queries = new Queries();
  readonly faults = new Faults();
  readonly calls = new Ring<Call>(CALLS_KEPT);
  /** Registered commands by scope and language. */
  readonly commands = new Map<string, readonly Payload[]>();

  readonly #strict: boolean;

  /** @param strict whether payloads are held against the machine-readable Bot API, where it is there */
  constructor(
    readonly token: string,
    strict = true,
  ) {
    this.#strict = strict;
  }

  /** Holds the payload against the Bot API and the rules, and does what it says. Throws a Refused. */
  async call(method: string, payload: Payload, gone: AbortSignal): Promise<unknown> {
    const wrong = this.#strict ? wrongForSpec(method, payload) : undefined;
    if (wrong !== undefined) throw badRequest(`(Bot API) ${wrong}`);
    if (!Object.hasOwn(METHODS, method)) throw refused(404, "Not Found: method not found");
    const { rules, run } = METHODS[method];
    for (const rule of rules) {
      const why = rule(payload);
      if (why !== undefined) throw badRequest(why);
    }
    return run(this, payload, gone);
  }
}
