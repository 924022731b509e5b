/** Telegram end to end: people write to the stand-in, the real grammY carries it, the surface answers. */
import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../standins/telegram/html.js";
import { answerTo, messagesIn, now, Person, readable, until } from "../../../standins/telegram/index.js";
import type { Message } from "../../../standins/telegram/types.js";
import {
  commonBot,
  commonCases,
  conversationBot,
  conversationCases,
  type Shown,
} from "../../support/surface.case.js";
import { type RunningTelegram, runTelegram } from "../../support/telegram-running.js";

describe("the common cases", () => {
  it.each(commonCases)("$name", async ({ line, tag = "es", check }) => {
    const { standIn } = await runTelegram(commonBot);
    const ana = new Person(standIn, { language: tag });
    check({ text: readable(await answerTo(standIn, ana.says(line))) });
  });
});

describe("the common conversations", () => {
  it.each(conversationCases)("$name", async ({ line, check }) => {
    const running = await runTelegram(conversationBot);
    const ana = new Person(running.standIn);
    const message = await answerTo(running.standIn, ana.says(line));
    await check(shownIn(running, ana, message, firstSaid(running)));
    expect(running.logged).toEqual([]);
  });
});

/** What was written to Telegram so far. */
function writes({ standIn }: RunningTelegram) {
  return standIn.calls.all.filter(({ method }) => /^(?:send|edit)/u.test(method));
}

/** A better version may stand in its place by now. */
function firstSaid(running: RunningTelegram): string {
  const { text, caption } = writes(running)[0]?.payload ?? {};
  return parseHtml(String(text ?? caption)).text;
}

function shownIn(
  running: RunningTelegram,
  person: Person,
  message: Message,
  text = readable(message),
): Shown {
  const { standIn, surface } = running;
  return {
    text,
    async press(label) {
      const before = writes(running).length;
      await person.presses(message, label);
      await until(() => writes(running).length > before && surface.figures.inFlight === 0, "nothing follows");
      const below = messagesIn(standIn, person.home).at(-1);
      const isEdit = writes(running).at(-1)?.method.startsWith("edit");
      return shownIn(running, person, isEdit || !below ? now(standIn, message) : below);
    },
    async improved() {
      const changed = () => readable(now(standIn, message));
      return { text: await until(() => !changed().startsWith(text) && changed(), "no better version") };
    },
  };
}
