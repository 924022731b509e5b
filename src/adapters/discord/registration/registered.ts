/** What Discord is told of: everybody's commands, and the operators' where one of them is on Discord. */
import type { Command } from "../../../chat/command/command.js";
import type { Services } from "../../../chat/context.js";

export interface Registered {
  readonly commands: readonly Command[];
  /** Names of those that only who manages a server is shown; each is checked again when it is asked. */
  readonly hidden: ReadonlySet<string>;
}

export function registered(
  { commands, operators }: Services,
  restricted: ReadonlySet<string> = new Set(),
): Registered {
  const isHere = [...(operators?.ids ?? [])].some((id) => id.startsWith("discord:"));
  const own = isHere ? (operators?.commands ?? []) : [];
  return {
    commands: [...commands, ...own],
    hidden: new Set([...restricted, ...own.map(({ name }) => name)]),
  };
}
