/** The command line of `ask`. */
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Language, Words } from "../../words.js";

export interface AskArguments {
  readonly json: boolean;
  readonly complete: boolean;
  /** How what a question names was found, instead of its answer. */
  readonly explain: boolean;
  readonly help: boolean;
  readonly lang: Language | undefined;
  /** Root of an index, instead of DATA_DIR. */
  readonly data: string | undefined;
  /** The question, where it is an argument; undefined: questions come on standard input. */
  readonly text: string | undefined;
}

export const ASK_USAGE: Words = {
  es: `Uso: ask [--json] [--lang es|en] [--data CARPETA] [--complete | --explain] [PREGUNTA…]
Sin PREGUNTA lee una por línea de la entrada estándar. Por ejemplo: ask votos titanic`,
  en: `Usage: ask [--json] [--lang es|en] [--data FOLDER] [--complete | --explain] [QUESTION…]
Without a QUESTION it reads one a line from standard input. For example: ask votos titanic`,
};

const flags = z.object({
  json: z.boolean().default(false),
  complete: z.boolean().default(false),
  explain: z.boolean().default(false),
  help: z.boolean().default(false),
  lang: z.enum(["es", "en"]).optional(),
  data: z.string().min(1).optional(),
});

/** Reads the arguments after the program's name. Gives what is wrong with them where something is. */
export function readAskArguments(args: readonly string[]): AskArguments | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        complete: { type: "boolean" },
        explain: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        lang: { type: "string" },
        data: { type: "string" },
      },
    });
    const text = positionals.length > 0 ? positionals.join(" ") : undefined;
    const { lang, data, ...switches } = flags.parse(values);
    return { ...switches, lang, data, text };
  } catch (error) {
    if (error instanceof z.ZodError) return { wrong: `--${error.issues[0]?.path.join()}` };
    // Node's sentence is English and long; the argument in it says enough.
    const { message } = error as Error;
    return { wrong: /'([^']+)'/u.exec(message)?.[1] ?? message };
  }
}
