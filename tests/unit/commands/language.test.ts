/** Which language somebody chooses, and how they are answered then. */
import { describe, expect, it } from "vitest";
import { language } from "../../../commands/actions/language.js";
import { parseLocale } from "../../../src/chat/locale.js";
import { act } from "../../../src/chat/run.js";
import { answerText } from "../../support/answer-text.js";
import { asking, createBot, PLACE, SOMEBODY } from "../../support/fakes.js";

const place = { ...PLACE, platform: "telegram" };
const here = (tag: string) => asking(tag, { asker: SOMEBODY, place, clientLocale: parseLocale("es-MX") });

describe("the language somebody chooses", () => {
  it("is kept for them, and what follows is in it", async () => {
    const bot = createBot();
    const shown = await act(bot, language, {}, here("es-MX"));
    expect(answerText(shown.answer)).toMatch(/Ajustes[\s\S]*Español\nEnglish\nComo mi Telegram$/);
    expect(shown.answer.actions?.map(({ active }) => active)).toEqual([false, false, true]);
    const english = await act(bot, language, { language: "en" }, here("es-MX"));
    expect(bot.ports.languages.get(SOMEBODY.id)).toBe("en");
    expect(answerText(english.answer)).toMatch(/^Settings[\s\S]*As my Telegram\nSaved$/);
    expect(english.answer.actions?.map(({ active }) => active)).toEqual([false, true, false]);
    const automatic = await act(bot, language, { language: "auto" }, here("en"));
    expect(bot.ports.languages.get(SOMEBODY.id)).toBeUndefined();
    expect(answerText(automatic.answer)).toMatch(/^Ajustes[\s\S]*Guardado$/);
  });

  it("is one of ours, and somebody's", async () => {
    const bot = createBot();
    const french = await act(bot, language, { language: "fr" }, here("es"));
    expect(french.error?.code).toBe("unknown_action");
    const nobody = await act(bot, language, { language: "en" }, asking("es"));
    expect(nobody.error?.code).toBe("not_allowed");
  });
});
