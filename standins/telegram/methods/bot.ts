/** What the bot is, its commands, its webhook. */
import { badRequest } from "../refused.js";
import type { StandIn } from "../stand-in.js";
import type { Payload } from "../types.js";
import { BOT } from "../world.js";

export function getMe({ settings }: StandIn) {
  return {
    ...BOT,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    supports_guest_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    ...settings,
  };
}

export function setMyCommands(standIn: StandIn, payload: Payload): true {
  standIn.commands.set(shelf(standIn, payload), payload.commands as readonly Payload[]);
  return true;
}

export function getMyCommands(standIn: StandIn, payload: Payload): readonly Payload[] {
  return standIn.commands.get(shelf(standIn, payload)) ?? [];
}

export function deleteMyCommands(standIn: StandIn, payload: Payload): true {
  standIn.commands.delete(shelf(standIn, payload));
  return true;
}

/** One list a scope and language: "all_private_chats/es", "chat:12/". The chat of a scope has to be there. */
function shelf({ world }: StandIn, { scope = { type: "default" }, language_code = "" }: Payload): string {
  const { type, chat_id: chat } = scope as Payload;
  if (type === "chat" && world.find(Number(chat)) === undefined) throw badRequest("chat not found");
  const where = type === "chat" ? `chat:${String(chat)}` : String(type);
  return `${where}/${String(language_code)}`;
}

export function setWebhook(standIn: StandIn, payload: Payload): true {
  const { url, secret_token, max_connections = 40, allowed_updates, drop_pending_updates } = payload;
  if (drop_pending_updates === true) standIn.updates.drop();
  const webhook = {
    url: String(url),
    secret: secret_token as string | undefined,
    connections: Number(max_connections),
  };
  standIn.updates.setWebhook(url === "" ? undefined : webhook, allowed_updates);
  return true;
}

export function deleteWebhook(standIn: StandIn, { drop_pending_updates }: Payload): true {
  if (drop_pending_updates === true) standIn.updates.drop();
  standIn.updates.setWebhook(undefined);
  return true;
}

export function getWebhookInfo({ updates }: StandIn) {
  return {
    url: updates.webhook?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: updates.pending,
    ...(updates.lastError === undefined ? {} : { last_error_date: 1, last_error_message: updates.lastError }),
  };
}
