/** Telegram as the operator sets it up. */
import { definePlatform } from "../../surface/platform.js";
import { TELEGRAM_EXPECTED, TELEGRAM_VARIABLES, telegramSettings } from "./settings.js";

export const telegram = definePlatform({
  name: "telegram",
  variables: TELEGRAM_VARIABLES,
  expected: TELEGRAM_EXPECTED,
  settings: telegramSettings,
  async create(settings, options) {
    const { TelegramSurface } = await import("./surface.js");
    return new TelegramSurface({ ...options, settings });
  },
  address: ({ apiRoot }) => apiRoot,
  async check(settings, host) {
    const { checkTelegram } = await import("./doctor/check.js");
    return checkTelegram(settings, host);
  },
});
