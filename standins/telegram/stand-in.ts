/** One bot's Telegram, without the network and without its methods: all that it remembers. */

import { Ring } from "../ring.js";
import { Faults } from "./faults.js";
import { Queries } from "./queries.js";
import type { BotSettings, Payload, Refusal } from "./types.js";
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
  /** What @BotFather was told since the bot was made. */
  readonly settings: Partial<BotSettings> = {};
  /** Bytes of what people sent, by the number of the file. */
  readonly files = new Map<string, Uint8Array>();
  /** Registered commands by scope and language. */
  readonly commands = new Map<string, readonly Payload[]>();

  /** @param strict whether payloads are held against the machine-readable Bot API, where it is there */
  constructor(
    readonly token: string,
    readonly strict = true,
  ) {}
}
