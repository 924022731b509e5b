import { describe, expect, it } from "vitest";
import { telegram } from "../../../../src/adapters/telegram/platform.js";
import { loadConfig } from "../../../../src/app/config/config.js";

const TOKEN = "4242:AAHk3-made_up_for_tests_and_never_valid0";

const settings = (env: Record<string, string>) => telegram.settingsIn(loadConfig(env).platforms);

describe("Telegram's settings", () => {
  it("are none without a token, and few with one", () => {
    expect(settings({})).toBeUndefined();
    expect(settings({ TELEGRAM_TOKEN: ` ${TOKEN}\n` })).toEqual({
      token: TOKEN,
      apiRoot: "https://api.telegram.org",
      mode: "polling",
    });
    expect(settings({ TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_ROOT: "http://127.0.0.1:8081/" })?.apiRoot).toBe(
      "http://127.0.0.1:8081",
    );
  });

  it("refuse a webhook that anybody could post to", () => {
    const webhook = {
      TELEGRAM_TOKEN: TOKEN,
      TELEGRAM_MODE: "webhook",
      TELEGRAM_WEBHOOK_URL: "https://a.example/t",
    };
    expect(() => loadConfig(webhook)).toThrow("TELEGRAM_WEBHOOK_SECRET: needed with TELEGRAM_MODE=webhook");
    expect(() => loadConfig({ ...webhook, TELEGRAM_WEBHOOK_SECRET: "ñ" })).toThrow(
      "TELEGRAM_WEBHOOK_SECRET: expected",
    );
    expect(settings({ ...webhook, TELEGRAM_WEBHOOK_SECRET: "a-_1" })?.mode).toBe("webhook");
    expect(() => loadConfig({ TELEGRAM_MODE: "webhook" })).toThrow("TELEGRAM_TOKEN: needed");
  });

  it.each([
    ["TELEGRAM_MODE", "push"],
    ["TELEGRAM_API_ROOT", "api.telegram.org"],
    ["TELEGRAM_WEBHOOK_URL", "ftp://a.example"],
    ["TELEGRAM_TOKEN", "a b"],
  ])("refuse %s=%s", (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(`${name}: expected`);
  });
});
