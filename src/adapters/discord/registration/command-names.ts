/** What commands are called on Discord, which shows each reader the name in their language. */
import { commandNamed } from "../../../chat/command/names.js";
import type { Command, Program } from "../../../chat/contract.js";
import type { Language } from "../../../words.js";

/** What Discord takes as a name of a command or an option. */
export const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

/** "Título" → "título"; what Discord would not take as a name is called as it is everywhere. */
export function takenName(words: string, name: string): string {
  const candidate = words.toLowerCase().replaceAll(" ", "_");
  return NAME.test(candidate) ? candidate : name;
}

/** What is typed after the slash: one word, or the name of a group and that of the command within it. */
export function shownWords(
  { name, names }: Pick<Command, "name" | "names">,
  language: Language,
): readonly string[] {
  const own = name.split(" ");
  const shown = names[language].split(" ");
  if (own.length === 1) return [takenName(names[language], name)];
  return own.map((word, at) => takenName(shown.length === own.length ? (shown[at] ?? word) : word, word));
}

/** The command of that name, whoever may ask for it. */
export function knownCommand({ commands, operatorCommands }: Program, name: string): Command | undefined {
  return commandNamed(commands, name) ?? commandNamed(operatorCommands, name);
}
