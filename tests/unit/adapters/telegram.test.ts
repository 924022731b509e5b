/** Telegram end to end: people write to the stand-in, the real grammY carries it, the surface answers. */
import { describe, it } from "vitest";
import { answerTo, Person, readable } from "../../../standins/telegram/index.js";
import { commonBot, commonCases } from "../../support/surface.case.js";
import { runTelegram } from "../../support/telegram-running.js";

describe("the common cases", () => {
  it.each(commonCases)("$name", async ({ line, tag = "es", check }) => {
    const { standIn } = await runTelegram(commonBot);
    const ana = new Person(standIn, { language: tag });
    check({ text: readable(await answerTo(standIn, ana.says(line))) });
  });
});
