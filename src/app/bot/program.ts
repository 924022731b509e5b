/** Everything that lasts as long as the program: commands, actions, settings, who runs it. */
import { actions, commands as everybodys, operatorCommands } from "../../../commands/index.js";
import { filmPoster } from "../../../commands/shared/film-poster.js";
import { commandNamed } from "../../chat/command/names.js";
import type { Command, Program } from "../../chat/contract.js";
import { foldName } from "../../chat/text.js";
import { FALLBACKS } from "../../settings/declared.js";
import { understand } from "../../understand/understand.js";
import { OperatorError } from "../../words.js";

const commands: readonly Command[] = [...everybodys, ...operatorCommands];

export interface ProgramSettings {
  /** `/votos` gives no average below this many votes, where no community says otherwise. */
  readonly minimumVotes: number;
  /** Names of commands that exist on no surface. */
  readonly commandsDisabled?: readonly string[];
  /** Who runs the bot: "discord:123", "telegram:456". */
  readonly operators?: readonly string[];
}

/** @throws OperatorError that names what is no command */
export function createProgram({ minimumVotes, commandsDisabled, operators = [] }: ProgramSettings): Program {
  const enabled = enabledCommands(commandsDisabled);
  return {
    commands: enabled.filter(({ access }) => access !== "operator"),
    // Where nobody runs the bot from a chat, there is nobody to offer these to.
    operatorCommands: operators.length > 0 ? enabled.filter(({ access }) => access === "operator") : [],
    actions,
    settings: { ...FALLBACKS, minimumVotes },
    operators: new Set(operators),
    understand,
    filmPoster,
  };
}

/** Every command but those switched off; "plataforma" switches off all of its own. */
function enabledCommands(disabled: readonly string[] = []): readonly Command[] {
  const group = (name: string) => commands.filter((command) => command.name.startsWith(`${foldName(name)} `));
  const off = new Map(disabled.map((name) => [name, [commandNamed(commands, name) ?? group(name)].flat()]));
  const unknown = [...off].filter(([, found]) => found.length === 0).map(([name]) => name);
  if (unknown.length > 0) {
    throw new OperatorError({
      es: `COMMANDS_DISABLED: no existe ${unknown.map((name) => `«${name}»`).join(", ")}`,
      en: `COMMANDS_DISABLED: there is no ${unknown.map((name) => `“${name}”`).join(", ")}`,
    });
  }
  const named = new Set([...off.values()].flat());
  return named.size === 0 ? commands : commands.filter((command) => !named.has(command));
}
