/**
 * Not a test: draws docs/screenshots/{discord,telegram}.png of real payloads anew, for a person to look at.
 * SCREENSHOTS=1 npx vitest run tests/program/adapters/screens/screens.test.ts
 */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Responder } from "../../../../src/adapters/discord/interaction/responder.js";
import type { Responses } from "../../../../src/adapters/discord/interaction/responses.js";
import type { Message } from "../../../../src/adapters/discord/protocol.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import { answerTo, Person } from "../../../../standins/telegram/index.js";
import { slashOf } from "../../../support/discord-payloads.js";
import { starter } from "../../../support/starter-index.js";
import { runTelegram } from "../../../support/telegram-running.js";
import { launch, NO_BROWSER } from "../../web/browser.js";
import { DISCORD_STYLE, drawDiscord } from "./draw-discord.js";
import { drawTelegram, type Sent, TELEGRAM_STYLE } from "./draw-telegram.js";
import { sheet } from "./html.js";
import { QUESTIONS } from "./questions.js";

const FOLDER = join(import.meta.dirname, "../../../../docs/screenshots");
const REASON = process.env.SCREENSHOTS ? NO_BROWSER : "drawn only with SCREENSHOTS=1";

describe.skipIf(REASON)(`screens of answers ${REASON ?? ""}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(() => browser.close());

  async function draw(name: string, html: string): Promise<void> {
    const page = await browser.newPage({ viewport: { width: 2006, height: 800 } });
    await page.setContent(html);
    const path = join(FOLDER, `${name}.png`);
    const picture = await page.screenshot({ path, fullPage: true });
    expect(picture.length).toBeLessThan(900_000);
  }

  it("on Discord", async () => {
    const responder = new Responder({ bot: () => starter.bot, locale: SPANISH, now: () => new Date() });
    const screens: [string, string][] = [];
    for (const asked of QUESTIONS) {
      const responses = (await responder.respond(slashOf(starter.bot, asked))) as Responses & {
        first: { data: Message };
      };
      screens.push([asked, drawDiscord(responses.first.data)]);
    }
    await draw("discord", sheet(DISCORD_STYLE, screens));
  });

  it("on Telegram", async () => {
    const { standIn } = await runTelegram(starter.bot);
    const person = new Person(standIn);
    const screens: [string, string][] = [];
    for (const asked of QUESTIONS) {
      await answerTo(standIn, person.says(`/${asked}`));
      const sent = standIn.calls.all.findLast(({ method }) => /^send(?:Message|Photo)$/u.test(method));
      screens.push([asked, drawTelegram((sent?.payload ?? {}) as Sent)]);
    }
    await draw("telegram", sheet(TELEGRAM_STYLE, screens));
  });
});
