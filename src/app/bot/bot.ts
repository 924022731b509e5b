/** A bot on one edition, for tools that ask and end: whatever only a running program needs is not loaded for it. */
import type { Bot } from "../../chat/contract.js";
import type { Logger } from "../log.js";
import { type Opening, openEdition } from "./edition.js";
import { createPorts } from "./ports.js";
import { createProgram, type ProgramSettings } from "./program.js";

/**
 * A bot on the version in use now, for tools that ask and end.
 * @throws OperatorError where no version loads, or a setting names no command
 */
export async function openBot(
  dataDir: string,
  settings: ProgramSettings,
  log: Logger,
  opening: Opening = {},
): Promise<Bot> {
  const program = createProgram(settings);
  return { edition: await openEdition(dataDir, opening), program, ports: createPorts(log) };
}
