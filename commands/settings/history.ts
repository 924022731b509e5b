/** Who changed what, when, from what to what; each change can be taken back. */
import type { Answer } from "../../src/chat/answer/schema.js";
import type { Place } from "../../src/chat/asking.js";
import type { Context } from "../../src/chat/contract.js";
import { date } from "../../src/chat/format.js";
import { BY_ITSELF, communityOf, storeOf } from "../../src/chat/kept.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { levelOf } from "../../src/settings/resolve.js";
import type { SettingChange } from "../../src/store/port.js";
import type { Words } from "../../src/words.js";
import { historyButton, showButton, undoButton } from "./buttons.js";
import { levelName, scopeAt } from "./place.js";
import { shownChange } from "./words.js";

const ON_A_PAGE = 8;

export interface History {
  readonly answer: Answer;
  readonly changes: readonly SettingChange[];
}

/** @throws UserError where nothing is kept; StoreUnavailable where it cannot be reached now */
export async function history(context: Context, place: Place, page: number, note?: Words): Promise<History> {
  const { locale, asker } = context;
  const { settings } = await storeOf(context);
  const part = { from: page * ON_A_PAGE, size: ON_A_PAGE };
  const { items, total } = await settings.history(communityOf(place), part);
  const lines = items.map((change) => ({
    head: `${change.number} · ${shownChange(locale, change)}`,
    details: [
      whereOf(locale, place, change),
      whoOf(locale, change, asker?.id),
      whenOf(locale, change),
      ...(change.undoes === undefined ? [] : [say(locale, undoing(change.undoes))]),
    ],
  }));
  const answer: Answer = {
    kind: items.length === 0 ? "empty" : "help",
    title: say(locale, TITLE),
    ...(items.length === 0 ? { text: say(locale, NOTHING) } : { list: { lines } }),
    actions: [
      ...items.map(({ number }) => undoButton(`${say(locale, UNDO)} ${number}`, number)),
      ...(page > 0 ? [historyButton(say(locale, NEWER), page - 1)] : []),
      ...((page + 1) * ON_A_PAGE < total ? [historyButton(say(locale, OLDER), page + 1)] : []),
      showButton(say(locale, BACK)),
    ],
    ...(note === undefined ? {} : { footer: say(locale, note) }),
  };
  return { answer, changes: items };
}

/** Channels are known by their ids alone; the one it is asked in is called by its name. */
export function whereOf(locale: Locale, place: Place, { scope }: SettingChange): string {
  const level = levelOf(scope);
  const here = scopeAt(place, level);
  if (here.channel === scope.channel && here.topic === scope.topic)
    return say(locale, levelName(place, level));
  const id = scope.topic ?? scope.channel ?? "";
  return say(locale, { es: `en otro canal o hilo (${id})`, en: `in another channel or thread (${id})` });
}

/** People are known by their ids alone. */
function whoOf(locale: Locale, { by }: SettingChange, me: string | undefined): string {
  if (by === undefined) return say(locale, { es: "alguien que se dio de baja", en: "somebody who left us" });
  if (by === BY_ITSELF) {
    return say(locale, { es: "por mí: ya no puedo escribir ahí", en: "by me: I can no longer write there" });
  }
  if (by === me) return say(locale, { es: "tú", en: "you" });
  const id = by.slice(by.indexOf(":") + 1);
  return say(locale, { es: `por ${id}`, en: `by ${id}` });
}

function whenOf(locale: Locale, { at }: SettingChange): string {
  return `${date(locale, at)}, ${at.toISOString().slice(11, 16)} UTC`;
}

function undoing(number: number): Words {
  return { es: `deshace el ${number}`, en: `undoes ${number}` };
}

const TITLE: Words = { es: "Cambios de los ajustes", en: "Changes of the settings" };
const NOTHING: Words = { es: "Aún no se ha cambiado nada.", en: "Nothing has been changed yet." };
const UNDO: Words = { es: "Deshacer", en: "Undo" };
const NEWER: Words = { es: "Más nuevos", en: "Newer" };
const OLDER: Words = { es: "Más viejos", en: "Older" };
const BACK: Words = { es: "← Ajustes", en: "← Settings" };
