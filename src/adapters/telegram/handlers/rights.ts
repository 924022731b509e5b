/** Whether whoever asks moderates the group: looked up where something depends on it, since Telegram has to be asked. */
import type { Chat } from "grammy/types";
import type { Asking } from "../../../chat/asking.js";
import { readHead } from "../../../chat/command/names.js";
import type { Program } from "../../../chat/contract.js";
import type { Outcome } from "../../../chat/outcome.js";
import { beyondLimits } from "../../../chat/place-settings.js";
import { type Handling, isPrivate, type Writer } from "./exchange.js";
import type { Intent } from "./intent.js";

/** Whether it may depend on that: what only tells, and tells anyone, does not. */
export function dependsOnRights(intent: Intent, { commands }: Pick<Program, "commands">): boolean {
  if (intent.kind !== "line") return false;
  const { command } = readHead(commands, intent.line);
  return command !== undefined && (command.effect === "write" || command.access !== "anyone");
}

/** The same surroundings, with what the group's list of administrators says of whoever asks. */
export async function withRights(
  asking: Asking,
  { api, administrators }: Pick<Handling, "api" | "administrators">,
  { person, chat }: { readonly person: Writer | undefined; readonly chat: Chat },
): Promise<Asking> {
  const { asker } = asking;
  if (!asker || !person || asker.moderates || isPrivate({ chat })) return asking;
  const moderates = await administrators.include(api, chat.id, person.id);
  return moderates ? { ...asking, asker: { ...asker, moderates } } : asking;
}

/** As `beyondLimits`, for those who do not moderate: whether they do is looked up once they ask too much. */
export async function refusedByLimits(
  { asking, handling }: { readonly asking: Asking; readonly handling: Handling },
  writer: { readonly person: Writer | undefined; readonly chat: Chat },
): Promise<Outcome | "silent" | undefined> {
  const refused = await beyondLimits(handling.bot, asking);
  if (refused === undefined) return undefined;
  const { asker } = await withRights(asking, handling, writer);
  return asker?.moderates ? undefined : refused;
}
