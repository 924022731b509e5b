import { snowflake } from "../json.js";

/** A bot's id: its token begins with it. Empty where that is none. */
export function botOf(token: string): string {
  return snowflake(Buffer.from(token.split(".")[0] ?? "", "base64").toString());
}
