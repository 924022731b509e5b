/** What Telegram's word on its webhook comes to. */
import { describe, expect, it } from "vitest";
import { webhookFindings, webhookSchema } from "../../../src/adapters/telegram/doctor/webhook.js";
import { TELEGRAM_API, type TelegramSettings } from "../../../src/adapters/telegram/settings.js";
import { linesOf } from "./found.js";

const now = new Date("2026-11-29T12:00:00Z");
const seconds = now.getTime() / 1000;

function lines(info: object, webhookUrl: string, apiRoot = TELEGRAM_API): readonly string[] {
  const settings: TelegramSettings = {
    token: "1:fake",
    apiRoot,
    mode: "webhook",
    webhookUrl,
    webhookSecret: "x",
  };
  return linesOf(webhookFindings(webhookSchema.parse({ url: webhookUrl, ...info }), settings, { now }));
}

describe("the webhook", () => {
  const url = "https://films.example/telegram";
  const failed = { last_error_message: "Connection refused", pending_update_count: 120 };

  it("that failed within the hour does not work; what failed before that is past", () => {
    expect(lines({ ...failed, last_error_date: seconds - 60 }, url)).toEqual([
      expect.stringMatching(/^✗ Telegram: no consigue entregar a films\.example: Connection refused → /u),
      expect.stringMatching(/^! Telegram: 120 mensajes esperan/u),
    ]);
    expect(lines({ last_error_message: "x", last_error_date: seconds - 7200 }, url)).toEqual([
      expect.stringMatching(/^✓/u),
    ]);
  });

  it.each(["https://films.example:3000/telegram", "http://films.example/telegram"])(
    "at %s is one that Telegram's own servers do not write to",
    (address) => {
      expect(lines({}, address)).toEqual([expect.stringMatching(/^✗ .* → .*puerto 443, 80, 88 u 8443$/u)]);
      expect(lines({}, address, "http://127.0.0.1:8081")).toEqual([expect.stringMatching(/^✓/u)]);
    },
  );

  it("may be on another port that they know", () => {
    expect(lines({}, "https://films.example:8443/telegram")).toEqual([expect.stringMatching(/^✓/u)]);
  });
});
