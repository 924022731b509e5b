/** A stand-in Telegram: `startTelegram()` gives one that listens on the loopback. See README.md. */
import { type Listening, serve } from "./server.js";
import { StandIn } from "./stand-in.js";

export { flooded, INTERNAL } from "./faults.js";
export * from "./people.js";
export * from "./senders.js";
export type { StandIn } from "./stand-in.js";
export { BOT } from "./world.js";

export const TOKEN = "4242:AAHk3-made_up_for_tests_and_never_valid0";

export interface Telegram extends Listening {
  readonly standIn: StandIn;
}

export interface StartOptions {
  /** Any free one unless said. */
  readonly port?: number;
  /** One that listened earlier, with all that stood in it. */
  readonly before?: StandIn;
  /** Whether payloads are held against the machine-readable Bot API; they are unless said, where it is there. */
  readonly strict?: boolean;
}

export async function startTelegram({ port, before, strict }: StartOptions = {}): Promise<Telegram> {
  const standIn = before ?? new StandIn(TOKEN, strict);
  return { standIn, ...(await serve(standIn, port)) };
}
