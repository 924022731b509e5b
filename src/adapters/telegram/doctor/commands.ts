/** Whether Telegram lists the commands that this program has. */
import { z } from "zod";
import { parseLocale } from "../../../chat/locale.js";
import { type CheckHost, type Finding, good, warning } from "../../../surface/finding.js";
import { listFor } from "../registration.js";
import type { Caller } from "./call.js";

const AUDIENCES = ["all_private_chats", "all_group_chats"] as const;
/** Without a code: what is shown in languages that have no list of their own. */
const CODES = [undefined, "es", "en"] as const;

const listSchema = z.array(z.object({ command: z.string(), description: z.string() }));

export async function commandFinding({ call }: Caller, { program, locale }: CheckHost): Promise<Finding> {
  const lists = AUDIENCES.flatMap((type) => CODES.map((code) => ({ type, code })));
  const same = await Promise.all(
    lists.map(async ({ type, code }) => {
      const where = { scope: { type }, ...(code === undefined ? {} : { language_code: code }) };
      const wanted = listFor(program, { type }, code === undefined ? locale : parseLocale(code));
      return textOf(await call("getMyCommands", listSchema, where)) === textOf(wanted);
    }),
  );
  if (same.every(Boolean)) {
    return good({
      es: "Telegram: la lista de comandos es la de este programa",
      en: "Telegram: the list of commands is that of this program",
    });
  }
  return warning(
    {
      es: "Telegram: la lista de comandos no es la de este programa",
      en: "Telegram: the list of commands is not that of this program",
    },
    { es: "se pone sola al arrancar", en: "it is put right by itself at start" },
  );
}

function textOf(commands: z.output<typeof listSchema> | ReturnType<typeof listFor>): string {
  return commands.map(({ command, description }) => `${command} ${description}`).join("\n");
}
