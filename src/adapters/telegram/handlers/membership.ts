/** We were added to a group: said once, short, in the language of whoever did it. */
import type { ChatMember, ChatMemberUpdated } from "grammy/types";
import { groupGreeting } from "../render/greeting.js";
import { send } from "../sending/send.js";
import { askingOf, type Handling } from "./exchange.js";

/** False where nothing is to be said. */
export async function onMembership(handling: Handling, member: ChatMemberUpdated): Promise<boolean> {
  const { chat, from, old_chat_member: before, new_chat_member: after } = member;
  const isGroup = chat.type === "group" || chat.type === "supergroup";
  if (!isGroup || isIn(before) || !isIn(after)) return false;
  const { locale } = askingOf(handling, { person: from, moderates: false });
  await send(handling.api, { chat: chat.id }, groupGreeting(handling, locale));
  return true;
}

function isIn(member: ChatMember): boolean {
  if (member.status === "restricted") return member.is_member;
  return member.status !== "left" && member.status !== "kicked";
}
