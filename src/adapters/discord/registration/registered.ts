/** What Discord is told of: everybody's commands, and the operators' where one of them is on Discord. */
import type { Command, Program } from "../../../chat/contract.js";

export function registered({ commands, operatorCommands, operators }: Program): readonly Command[] {
  const isHere = [...operators].some((id) => id.startsWith("discord:"));
  return isHere ? [...commands, ...operatorCommands] : commands;
}
