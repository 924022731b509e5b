import { z } from "zod";
import { refreshAnswer } from "../../src/chat/answer/refresh-words.js";
import type { Reply } from "../../src/chat/answer/reply.js";
import { joinTexts, mention, rich } from "../../src/chat/answer/rich-text.js";
import { defineCommand } from "../../src/chat/command/command.js";
import type { Context } from "../../src/chat/contract.js";
import { DependencyError } from "../../src/chat/errors/errors.js";
import { say } from "../../src/chat/locale.js";
import type { Refresher, RefreshReport } from "../../src/refresh/port.js";

/** Milliseconds for which the end is waited for before it is told that it goes on. */
const PATIENCE = 2_000;

const resultSchema = z.object({
  outcome: z.string().nullable().describe("null while it goes on"),
  version: z.string().nullable(),
});

type Result = z.infer<typeof resultSchema>;

/** For operators: bring the data up to date now. Asked again while it goes on, it says how far it has come. */
export const refrescar = defineCommand({
  names: { es: "refrescar", en: "refrescar" },
  summary: { es: "Renovar los datos ahora", en: "Refresh the data now" },
  effect: "write",
  access: "operator",
  options: z.strictObject({}),
  result: resultSchema,
  positional: [],
  examples: ["refrescar"],
  async run(context) {
    const refresher = context.ports.refresh?.refresher;
    if (refresher === undefined) {
      const words = { es: "Aquí no se renuevan los datos.", en: "Data is not refreshed here." };
      throw new DependencyError("refresh", words);
    }
    const run = refresher.run();
    const report = await within(PATIENCE, run);
    if (report !== undefined) return ended(context, report);
    return { ...underWay(context, refresher), later: async () => ended(context, await run) };
  },
});

function ended({ locale }: Context, report: RefreshReport): Reply<Result> {
  const { outcome, version } = report;
  return { status: "ok", result: { outcome, version }, answer: refreshAnswer(report, locale) };
}

function underWay({ locale, asked }: Context, { progress }: Refresher): Reply<Result> {
  const again = mention(asked.command);
  const data = mention("datos");
  const hint = say(locale, {
    es: rich`Pregunta otra vez ${again} para ver cómo va; ${data} dirá qué cambió.`,
    en: rich`Ask ${again} again to see how it goes; ${data} will say what changed.`,
  });
  const title = say(locale, { es: "Renovando los datos…", en: "Refreshing the data…" });
  const text = progress === undefined ? hint : joinTexts([say(locale, progress), hint], "\n\n");
  return { status: "ok", result: { outcome: null, version: null }, answer: { kind: "figure", title, text } };
}

/** What a promise gives; undefined where that takes longer than `patience` milliseconds. */
async function within<T>(patience: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
