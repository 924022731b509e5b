/** What the doctor says of Telegram, against a stand-in. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createProgram } from "../../../src/app/bot/program.js";
import { loadConfig } from "../../../src/app/config/config.js";
import { startTelegram, type Telegram, TOKEN } from "../../../standins/telegram/index.js";
import { linesOf } from "./found.js";

let telegram: Telegram;
beforeEach(async () => {
  telegram = await startTelegram();
});
afterEach(() => telegram.close());

async function check(env: Record<string, string> = {}): Promise<readonly string[]> {
  const config = loadConfig({ TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.root, ...env });
  const [platform] = config.platforms;
  if (!platform) throw new Error("Telegram is not configured");
  const host = { program: createProgram(config), locale: config.locale, now: new Date(), patience: 300 };
  return linesOf(await platform.check(host));
}

const HOOK = "https://films.example/hidden/path";
const webhook = {
  TELEGRAM_MODE: "webhook",
  TELEGRAM_WEBHOOK_URL: HOOK,
  TELEGRAM_WEBHOOK_SECRET: "made_up_for_tests",
};

describe("Telegram, checked", () => {
  it("tells who it is and how it is set, and changes nothing", async () => {
    expect(await check()).toEqual([
      "✓ Telegram: el token vale, y es de @claqueta_bot: https://t.me/claqueta_bot",
      expect.stringMatching(/^✓ Telegram: en los grupos solo le llega lo que se le dice a él/u),
      expect.stringMatching(/^✓ Telegram: se le puede preguntar desde cualquier chat/u),
      expect.stringMatching(/^✓ Telegram: el bot pide los mensajes él mismo/u),
      expect.stringMatching(/^! Telegram: la lista de comandos no es la de este programa → se pone sola/u),
    ]);
    expect(telegram.standIn.calls.all.filter(({ method }) => !method.startsWith("get"))).toEqual([]);
    // Whoever asks for updates takes them from the bot that runs.
    expect(telegram.standIn.calls.all.filter(({ method }) => method === "getUpdates")).toEqual([]);
  });

  it("says what @BotFather can mend", async () => {
    Object.assign(telegram.standIn.settings, {
      can_read_all_group_messages: true,
      supports_inline_queries: false,
    });
    const lines = await check();
    expect(lines).toContainEqual(
      expect.stringMatching(/^! .*le llega todo lo que se escribe.* → .*\/setprivacy/u),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^! .*modo inline apagado.* → .*\/setinline/u));
    telegram.standIn.settings.can_join_groups = false;
    expect(await check()).toContainEqual(expect.stringMatching(/^! .*añadir a grupos → .*\/setjoingroups/u));
  });

  it("of a wrong token says so, and does not ask about what is none", async () => {
    expect(await check({ TELEGRAM_TOKEN: "4242:made_up_and_wrong" })).toEqual([
      expect.stringMatching(
        /^✗ Telegram: TELEGRAM_TOKEN no vale: Telegram no lo acepta \(401\) → .*API Token/u,
      ),
    ]);
    const calls = telegram.standIn.calls.all.length;
    expect(await check({ TELEGRAM_TOKEN: "claqueta_bot" })).toEqual([
      expect.stringMatching(/^✗ Telegram: TELEGRAM_TOKEN no vale: no tiene la forma/u),
    ]);
    expect(telegram.standIn.calls.all).toHaveLength(calls);
  });

  it("that cannot be reached, does not answer, or is none, is told without the token", async () => {
    const nobody = await check({ TELEGRAM_API_ROOT: "http://127.0.0.1:9" });
    expect(nobody).toEqual([
      expect.stringMatching(/^✗ Telegram: no se llega a 127\.0\.0\.1:9 \(getMe: ECONNREFUSED\) → /u),
    ]);
    telegram.standIn.faults.add({ fault: { kind: "hang" } });
    expect(await check()).toEqual([
      expect.stringMatching(/^✗ Telegram: no se llega a .*no answer within 300 ms/u),
    ]);
    telegram.standIn.faults.add({ fault: { kind: "html", status: 502 } });
    const strange = await check();
    expect(strange).toEqual([expect.stringContaining("no responde como Telegram")]);
    for (const lines of [nobody, strange]) expect(lines.join()).not.toContain(TOKEN);
  });

  it("with a webhook in the way of polling is told, without its path", async () => {
    telegram.standIn.updates.setWebhook({ url: HOOK, secret: undefined, connections: 40 });
    const lines = await check();
    expect(lines).toContainEqual(expect.stringMatching(/^! Telegram: hay un webhook en films\.example, /u));
    expect(lines.join()).not.toContain("hidden");
  });

  it("by webhook says whether it is set, and that nobody takes what waits", async () => {
    const own = { ...webhook, TELEGRAM_WEBHOOK_URL: "https://films.example/telegram" };
    expect(await check(own)).toContainEqual(
      expect.stringMatching(/^! Telegram: el webhook no está puesto en films\.example → se pone solo/u),
    );
    telegram.standIn.updates.setWebhook({
      url: own.TELEGRAM_WEBHOOK_URL,
      secret: "made_up_for_tests",
      connections: 1,
    });
    expect(await check(own)).toContain("✓ Telegram: los mensajes llegan por webhook a films.example");
  });
});
