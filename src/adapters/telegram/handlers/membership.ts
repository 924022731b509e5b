/** We were added to a group: said once, short, in the language of whoever did it. That we left is noted. */
import type { ChatMember, ChatMemberUpdated } from "grammy/types";
import { communityOf } from "../../../chat/kept.js";
import { groupGreeting } from "../render/greeting.js";
import { placeOf } from "../sending/address.js";
import { send } from "../sending/send.js";
import { askingOf, type Handling } from "./exchange.js";

/** False where nothing is to be said. */
export async function onMembership(handling: Handling, member: ChatMemberUpdated): Promise<boolean> {
  const { chat, from, old_chat_member: before, new_chat_member: after } = member;
  const isGroup = chat.type === "group" || chat.type === "supergroup";
  if (isGroup) await noteGroup(handling, chat.id, isIn(after));
  if (!isGroup || isIn(before) || !isIn(after)) return false;
  const { locale } = askingOf(handling, { person: from, moderates: false });
  await send(handling.api, { chat: chat.id }, groupGreeting(handling, locale));
  return true;
}

/** What is kept of a group that removed us goes after a while. Never rejects. */
async function noteGroup({ bot, now }: Handling, chat: number, isThere: boolean): Promise<void> {
  const { store, log } = bot.ports;
  if (store === undefined) return;
  const community = communityOf(placeOf({ chat }));
  try {
    const { communities } = await store();
    await (isThere ? communities.present([community]) : communities.removed(community, now()));
  } catch (error) {
    log.warn({ err: error, community, isThere }, "it could not be noted whether we are in a group");
  }
}

function isIn(member: ChatMember): boolean {
  if (member.status === "restricted") return member.is_member;
  return member.status !== "left" && member.status !== "kicked";
}
