/** What the buttons of settings do. Who presses has to moderate: the platform's word is checked before and here again. */
import type { Reply } from "../../src/chat/answer/reply.js";
import { defineAction } from "../../src/chat/command/action.js";
import type { ActionHandler, Context } from "../../src/chat/contract.js";
import type { Level } from "../../src/settings/declaration.js";
import type { SettingKey } from "../../src/settings/declared.js";
import type { Words } from "../../src/words.js";
import { HISTORY, historyState, SET, SHOW, setState, showState, UNDO, undoState } from "./buttons.js";
import { change, placeToSet, undo, type Wanted } from "./change.js";
import { history } from "./history.js";
import { panel, settingPanel, standingOf } from "./panel.js";
import { levelsFor } from "./place.js";
import { stoppedHere } from "./stopped.js";

const show = defineAction({
  name: SHOW,
  access: "moderator",
  state: showState,
  run: (context, { of, at }) => shownReply(context, of, at),
});

const set = defineAction({
  name: SET,
  access: "moderator",
  state: setState,
  async run(context, { of, at, to }) {
    return setReply(context, { of, at, to });
  },
});

const changes = defineAction({
  name: HISTORY,
  access: "moderator",
  state: historyState,
  run: (context, { page = 0 }) => historyReply(context, page),
});

const takeBack = defineAction({
  name: UNDO,
  access: "moderator",
  state: undoState,
  async run(context, { change: number }) {
    await undo(context, number);
    return historyReply(context, 0, UNDONE);
  },
});

export const settingActions: readonly ActionHandler[] = [show, set, changes, takeBack];

/** The panel, or one setting. @throws UserError for who may not see it; StoreUnavailable */
export async function shownReply(
  context: Context,
  of?: SettingKey,
  at?: Level,
  note?: Words,
): Promise<Reply<null>> {
  const place = placeToSet(context);
  const standing = await standingOf(context, place);
  if (of === undefined) {
    const told = await stoppedHere(context, place);
    return { status: "ok", result: null, answer: panel(context, standing, told) };
  }
  const levels = levelsFor(place, of);
  const level = levels.find((one) => one === at) ?? levels[0] ?? "community";
  return { status: "ok", result: null, answer: settingPanel(context, standing, of, level, note) };
}

/** Changes a setting, and shows it. @throws as `change` */
export async function setReply(context: Context, wanted: Wanted): Promise<Reply<null>> {
  const changed = await change(context, wanted);
  return shownReply(context, wanted.of, wanted.at, changed === undefined ? SAME : SAVED);
}

/** @throws UserError for who may not see it; StoreUnavailable */
export async function historyReply(context: Context, page: number, note?: Words): Promise<Reply<null>> {
  const { answer } = await history(context, placeToSet(context), page, note);
  return { status: "ok", result: null, answer };
}

const SAVED: Words = { es: "Guardado", en: "Saved" };
const SAME: Words = { es: "Ya estaba así", en: "It was so already" };
const UNDONE: Words = { es: "Deshecho", en: "Undone" };
