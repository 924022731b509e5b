/** The buttons of settings, by the names and states of the actions that actions.ts defines. */
import { z } from "zod";
import type { Action } from "../../src/chat/answer/schema.js";
import { LEVELS, type Level } from "../../src/settings/declaration.js";
import { SETTING_KEYS, type SettingKey } from "../../src/settings/declared.js";

export const SHOW = "setting";
export const SET = "setting-set";
export const HISTORY = "setting-log";
export const UNDO = "setting-undo";

const key = z.enum(SETTING_KEYS);
const level = z.enum(LEVELS);

export const showState = z.strictObject({ of: key.optional(), at: level.optional() });
/** Without `to` what is set there is taken away. */
export const setState = z.strictObject({ of: key, at: level, to: z.string().max(60).optional() });
/** What arrives is text. */
const count = z.coerce.number().int().min(0).max(1_000_000_000);
export const historyState = z.strictObject({ page: count.optional() });
export const undoState = z.strictObject({ change: count });

export function showButton(label: string, of?: SettingKey, at?: Level, active?: boolean): Action {
  return made(SHOW, label, { ...(of ? { of } : {}), ...(at ? { at } : {}) }, active);
}

export function setButton(
  label: string,
  { of, at, to }: { readonly of: SettingKey; readonly at: Level; readonly to?: string },
  active?: boolean,
): Action {
  return made(SET, label, { of, at, ...(to === undefined ? {} : { to }) }, active);
}

export function historyButton(label: string, page = 0): Action {
  return made(HISTORY, label, page === 0 ? {} : { page });
}

export function undoButton(label: string, change: number): Action {
  return made(UNDO, label, { change });
}

function made(action: string, label: string, state: Action["state"], active?: boolean): Action {
  return { label, action, state, ...(active === undefined ? {} : { active }) };
}
