/** A stand-in Telegram: `startTelegram()` gives one that listens on the loopback. See README.md. */
import { type Listening, listen } from "./server.js";
import { StandIn } from "./stand-in.js";

export { flooded, INTERNAL } from "./faults.js";
export * from "./people.js";
export { StandIn } from "./stand-in.js";
export type { Button, Chat, Message, Payload, Update, User } from "./types.js";
export { BOT } from "./world.js";

export const TOKEN = "4242:AAHk3-made_up_for_tests_and_never_valid0";

export interface Telegram extends Listening {
  readonly standIn: StandIn;
}

/** @param before one that listened earlier, with all that stood in it */
export async function startTelegram(port?: number, before?: StandIn): Promise<Telegram> {
  const standIn = before ?? new StandIn(TOKEN);
  return { standIn, ...(await listen(standIn, port)) };
}
