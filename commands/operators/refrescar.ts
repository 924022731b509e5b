import { z } from "zod";
import { defineCommand } from "../../src/chat/command/command.js";
import { DependencyError } from "../../src/chat/errors.js";
import { say } from "../../src/chat/locale.js";
import { refreshWords } from "../../src/chat/answer/refresh-words.js";

/** Milliseconds that the answer waits for the end: what takes longer is asked after again. */
const PATIENCE = 20_000;

const resultSchema = z.object({
  outcome: z.string().nullable().describe("null while it goes on"),
  version: z.string().nullable(),
});

/** For operators: bring the data up to date now. Asked again while it goes on, it says how far it has come. */
export const refrescar = defineCommand({
  name: "refrescar",
  summary: { es: "Renovar los datos ahora", en: "Refresh the data now" },
  options: z.strictObject({}),
  result: resultSchema,
  positional: [],
  examples: ["refrescar"],
  async run({ operators, locale }) {
    if (operators === undefined) {
      const words = { es: "Aquí no se renuevan los datos.", en: "Data is not refreshed here." };
      throw new DependencyError("refresh", words);
    }
    const { refresher } = operators;
    const report = await refresher.refresh(PATIENCE);
    if (report === undefined) {
      return {
        status: "ok",
        result: { outcome: null, version: null },
        answer: {
          kind: "figure",
          title: say(locale, { es: "Renovando los datos…", en: "Refreshing the data…" }),
          text: [
            refresher.progress && say(locale, refresher.progress),
            say(locale, {
              es: "Pregunta otra vez /refrescar para ver cómo va; /datos dirá qué cambió.",
              en: "Ask /refrescar again to see how it goes; /datos will say what changed.",
            }),
          ]
            .filter(Boolean)
            .join("\n\n"),
        },
      };
    }
    const [title, ...failures] = refreshWords(report, locale);
    const { outcome, version } = report;
    return {
      status: "ok",
      result: { outcome, version },
      answer: { kind: "figure", title, ...(failures.length > 0 ? { list: failures } : {}) },
    };
  },
});
