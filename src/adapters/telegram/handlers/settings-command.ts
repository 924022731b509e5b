/** The command of settings, which Telegram lists and calls in each language: `/ajustes`, `/settings`. */
import { commandNamed } from "../../../chat/command/names.js";
import type { Command, Program } from "../../../chat/contract.js";

const SETTINGS = "ajustes";

/** Undefined where the program has none. */
export function settingsOf({ commands }: Pick<Program, "commands">): Command | undefined {
  return commandNamed(commands, SETTINGS);
}
