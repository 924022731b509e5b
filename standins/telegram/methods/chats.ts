/** What a chat is, and who is in it. */
import { badRequest } from "../refused.js";
import type { StandIn } from "../stand-in.js";
import type { Payload, User } from "../types.js";

/** Every right that an administrator may have, and has here. */
const RIGHTS = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
} as const;

/** Refused for chats that have none, and for those that the bot is not in. */
export function getChatAdministrators({ world }: StandIn, { chat_id: id }: Payload) {
  const { chat, administrators } = world.writable(id);
  if (chat.type === "private") throw badRequest("there are no administrators in the private chat");
  return administrators.map((user, at) => memberOf(user, at === 0));
}

function memberOf(user: User, owns: boolean) {
  return owns
    ? { status: "creator", user, is_anonymous: false }
    : { status: "administrator", user, ...RIGHTS };
}
