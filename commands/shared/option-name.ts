/** How an option is called where people read of it. */
import { describe } from "../../src/chat/command/describe.js";
import { commandNamed } from "../../src/chat/command/names.js";
import type { Context } from "../../src/chat/contract.js";
import { quoted } from "../../src/chat/text.js";
import type { Words } from "../../src/words.js";

/** The name of an option of the command that is being answered, quoted as each language does: «hasta», “until”. */
export function optionName({ commands, asked }: Pick<Context, "commands" | "asked">, option: string): Words {
  const command = commandNamed(commands, asked.command);
  const options = command === undefined ? [] : describe(command);
  const words = options.find(({ name }) => name === option)?.words ?? { es: option, en: option };
  return { es: quoted(words.es.toLowerCase()).es, en: quoted(words.en.toLowerCase()).en };
}
