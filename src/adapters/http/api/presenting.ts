/** For whom answers are made ready, from what a request is answered with. */
import type { Bot } from "../../../chat/contract.js";
import type { Locale } from "../../../chat/locale.js";
import { publicCommands } from "./endpoints.js";
import type { Presenting } from "./present.js";

export function presentingFor(bot: Bot, locale: Locale): Presenting {
  return {
    locale,
    commands: publicCommands(bot.program.commands),
    posterOf: (asked) => bot.program.filmPoster?.(asked, bot.edition, locale)?.url ?? undefined,
  };
}
