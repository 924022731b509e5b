/** The settings that `/ajustes` shows: an action of the program, which every surface may offer. */
import type { ActionHandler, Program } from "../../../chat/contract.js";

const LANGUAGE = "language";

/** Undefined where the program has none. */
export function settingsOf({ actions }: Pick<Program, "actions">): ActionHandler | undefined {
  return actions.find(({ name }) => name === LANGUAGE);
}
