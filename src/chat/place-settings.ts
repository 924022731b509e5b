/** What holds in the place of a question: commands that are off there, and how much is answered in a minute. */
import type { Settings } from "../settings/declared.js";
import { mention, rich } from "./answer/rich-text.js";
import type { Asking, Place } from "./asking.js";
import { mayAsk } from "./command/access.js";
import type { Bot, Command } from "./contract.js";
import { UserError } from "./errors/errors.js";
import { failed, type Outcome } from "./outcome.js";

type Held = Pick<Bot, "ports"> & { readonly program: Pick<Bot["program"], "settings"> };

/** What holds there, from memory. */
export function settingsAt({ program, ports }: Held, place: Place | undefined): Settings {
  return place === undefined || ports.places === undefined ? program.settings : ports.places.of(place);
}

/** By the bot that it is but for adult titles: much is kept for as long as a bot lasts. */
const withAdults = new WeakMap<Bot, Bot>();

/**
 * The bot as it answers in the place of a question: with adult titles only where those who moderate allow them and the
 * platform, if it has such places, keeps minors out. Whoever forgets to ask for it shows none.
 */
export function botAt(bot: Bot, { place, ageRestricted }: Pick<Asking, "place" | "ageRestricted">): Bot {
  const { withAdultTitles } = bot.edition;
  if (!withAdultTitles || place === undefined || place.direct || ageRestricted === false) return bot;
  if (settingsAt(bot, place).adultTitles !== "shown") return bot;
  const known = withAdults.get(bot) ?? { ...bot, edition: withAdultTitles() };
  withAdults.set(bot, known);
  return known;
}

/** Commands without which nobody could switch others on again, or learn what there is. */
const ALWAYS_ON: ReadonlySet<string> = new Set(["ajustes", "ayuda"]);

export function canBeOff({ name, access }: Pick<Command, "name" | "access">): boolean {
  return access !== "operator" && !ALWAYS_ON.has(name);
}

/** @throws UserError where the command is off in the place of the question */
export function refuseWhereOff(bot: Bot, { name }: Command, { place }: Asking): void {
  const { commandsOff } = settingsAt(bot, place);
  if (!commandsOff.includes(name) || ALWAYS_ON.has(name)) return;
  throw new UserError("not_allowed", {
    es: rich`${mention(name)} está apagado aquí: así lo han puesto quienes moderan. Lo que sí funciona: ${mention("ayuda", "todo")}.`,
    en: rich`${mention(name)} is off here: those who moderate have set it so. What does work: ${mention("ayuda", "todo")}.`,
  });
}

/**
 * Counts a question, and tells what becomes of it: undefined where it is answered, an outcome that says kindly that it is
 * one too many, or "silent" once that was said in this minute. Those who moderate or run the bot are always answered.
 */
export async function beyondLimits(bot: Bot, asking: Asking): Promise<Outcome | "silent" | undefined> {
  const { asker, place, now } = asking;
  const { limits } = bot.ports;
  if (limits === undefined || place === undefined || mayAsk("moderator", asker, bot.program))
    return undefined;
  const settings = settingsAt(bot, place);
  if (settings.perPerson === 0 && settings.perChannel === 0) return undefined;
  const admission = await limits.admit({ place, ...(asker ? { asker } : {}) }, settings, now);
  if (admission === "answered") return undefined;
  return admission === "silent" ? "silent" : failed(tooMany(), null, asking, bot);
}

function tooMany(): UserError {
  return new UserError("too_many_requests", {
    es: "Son muchas preguntas seguidas: dentro de un minuto sigo respondiendo.",
    en: "That is a lot of questions at once: in a minute I go on answering.",
  });
}
