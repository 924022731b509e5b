/** What is posted by itself and ended because it could not be sent: told in the panel until a moderator sets it again. */
import type { Place } from "../../src/chat/asking.js";
import type { Context } from "../../src/chat/contract.js";
import { date } from "../../src/chat/format.js";
import { BY_ITSELF, communityOf, storeOf } from "../../src/chat/kept.js";
import { say } from "../../src/chat/locale.js";
import { isSettingKey } from "../../src/settings/declared.js";
import type { SettingChange } from "../../src/store/port.js";
import { whereOf } from "./history.js";
import { nameOf } from "./words.js";

/** Changes that are looked through. */
const NEWEST = 50;
/** Days after which who did not mind is told no more. */
const TOLD_FOR = 30 * 86_400_000;

/** A paragraph each. @throws StoreUnavailable */
export async function stoppedHere(context: Context, place: Place): Promise<readonly string[]> {
  const { settings } = await storeOf(context);
  const { items } = await settings.history(communityOf(place), { from: 0, size: NEWEST });
  const since = context.now.getTime() - TOLD_FOR;
  const isOver = (change: SettingChange, at: number) =>
    items.slice(0, at).some(({ key, scope }) => key === change.key && sameScope(scope, change.scope));
  return items
    .filter((change, at) => change.by === BY_ITSELF && change.at.getTime() > since && !isOver(change, at))
    .map((change) => wordsOf(context, place, change));
}

function sameScope(one: SettingChange["scope"], other: SettingChange["scope"]): boolean {
  return one.channel === other.channel && one.topic === other.topic;
}

function wordsOf({ locale }: Context, place: Place, change: SettingChange): string {
  const name = isSettingKey(change.key) ? nameOf(locale, change.key) : change.key;
  const where = whereOf(locale, place, change);
  const day = date(locale, change.at);
  return say(locale, {
    es: `⚠️ ${name} (${where}): dejé de publicarla el ${day}, porque ya no puedo escribir ahí. Cuando pueda ver el sitio y enviar mensajes, vuelve con «Deshacer ${change.number}», en el historial.`,
    en: `⚠️ ${name} (${where}): I stopped posting it on ${day}, because I can no longer write there. Once I can see the place and send messages, “Undo ${change.number}” in the history brings it back.`,
  });
}
