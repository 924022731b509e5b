/** What people type for a value → what is stored. */
import { mention, type RichWords, rich } from "../../src/chat/answer/rich-text.js";
import { commandNamed } from "../../src/chat/command/names.js";
import type { Command } from "../../src/chat/contract.js";
import { UserError } from "../../src/chat/errors/errors.js";
import { number } from "../../src/chat/format.js";
import { SPANISH } from "../../src/chat/locale.js";
import { canBeOff } from "../../src/chat/place-settings.js";
import { foldName, quoted } from "../../src/chat/text.js";
import { saidClock } from "../../src/events/time/said.js";
import { zoneCalled } from "../../src/events/time/zones.js";
import { type Declaration, NEVER, type SettingOption } from "../../src/settings/declaration.js";
import { DECLARED, type SettingKey } from "../../src/settings/declared.js";
import type { Words } from "../../src/words.js";

const ENGLISH = { language: "en", tag: "en" } as const;

/** What stands there now, and what commands there are. */
interface Standing {
  readonly commandsOff: readonly string[];
  readonly commands: readonly Command[];
}

/** Words that take a value away, so that the wider scope's holds again; folded. */
const CLEARING: ReadonlySet<string> = new Set([
  "quitar",
  "defecto",
  "por defecto",
  "default",
  "reset",
  "clear",
]);

export function clears(text: string): boolean {
  return CLEARING.has(foldName(text));
}

/** @throws UserError that says what the setting may hold */
export function typedValue(key: SettingKey, text: string, standing: Standing): unknown {
  const { form }: Declaration = DECLARED[key];
  const folded = foldName(text);
  switch (form.kind) {
    case "choice": {
      const option = form.options.find((one) => isCalled(one, folded));
      if (option === undefined) throw wrong(key, text, optionsOf(form.options));
      return option.value;
    }
    case "amount": {
      if (isNone(form.none, folded)) return 0;
      // "2.000" and "2,000" are two thousand.
      const figures = folded.replace(/[.,](?=\d{3}\b)/gu, "");
      const value = /^\d{1,9}$/u.test(figures) ? Number(figures) : Number.NaN;
      if (!(value <= form.max)) throw wrong(key, text, upTo(form.max));
      return value;
    }
    case "commands":
      return commandsTyped(folded, standing);
    case "hour": {
      if (OFF.has(folded)) return NEVER;
      const clock = saidClock(folded);
      if (clock === undefined) throw wrong(key, text, HOURS);
      return [clock.hour, clock.minute].map((part) => String(part).padStart(2, "0")).join(":");
    }
    case "zone": {
      const zone = zoneCalled(folded);
      if (zone === undefined) throw wrong(key, text, CITIES);
      return zone;
    }
  }
}

/** What is typed to have nothing posted, folded. */
const OFF: ReadonlySet<string> = new Set([
  NEVER,
  "no",
  "nunca",
  "never",
  "apagar",
  "apagada",
  "apagado",
  "ninguna",
]);

const HOURS: Words = { es: "una hora, como 21:30, o «no»", en: "an hour, as 21:30, or “no”" };
const CITIES: Words = {
  es: "una ciudad, como Madrid, Bogotá o Buenos Aires",
  en: "a city, as London, Madrid or New York",
};

function isCalled({ value, words, typed }: SettingOption, folded: string): boolean {
  return [value, foldName(words.es), foldName(words.en), ...typed].includes(folded);
}

function isNone(none: Words, folded: string): boolean {
  return [foldName(none.es), foldName(none.en), "ninguno", "none", "no"].includes(folded);
}

/** "-retorno +votos", in any order; "todos" switches all on. A group's name stands for all of its commands. */
function commandsTyped(folded: string, { commandsOff, commands }: Standing): readonly string[] {
  if (["todos", "todo", "all", "ninguno", "none"].includes(folded)) return [];
  const off = new Set(commandsOff);
  const parts = folded.split(/[\s,;]*(?=[-+])/u).filter((part) => part !== "");
  for (const part of parts) {
    const sign = part[0];
    const name = part.slice(1).replace(/^[\s/]+|[\s,;]+$/gu, "");
    const meant = commandsCalled(commands, name);
    if ((sign !== "-" && sign !== "+") || meant.length === 0) throw wrong("commandsOff", part, SIGNS);
    for (const command of meant) {
      if (!canBeOff(command))
        throw new UserError("invalid_parameter", mustBeOn(command.name), { option: "valor" });
      if (sign === "-") off.add(command.name);
      else off.delete(command.name);
    }
  }
  return [...off].sort();
}

function commandsCalled(commands: readonly Command[], name: string): readonly Command[] {
  const command = commandNamed(commands, name);
  return command ? [command] : commands.filter((one) => one.name.startsWith(`${name} `));
}

function mustBeOn(name: string): RichWords {
  return {
    es: rich`${mention(name)} no se puede apagar: sin él nadie sabría cómo seguir.`,
    en: rich`${mention(name)} cannot be switched off: without it nobody would know how to go on.`,
  };
}

const SIGNS: Words = {
  es: "un comando con «-» delante para apagarlo, o con «+» para encenderlo: «-retorno»",
  en: "a command with “-” before it to switch it off, or “+” to switch it on: “-retorno”",
};

function optionsOf(options: readonly SettingOption[]): Words {
  return {
    es: options.map(({ words }) => `«${words.es}»`).join(" o "),
    en: options.map(({ words }) => `“${words.en}”`).join(" or "),
  };
}

function upTo(max: number): Words {
  return {
    es: `un número entero hasta ${number(SPANISH, max)}`,
    en: `a whole number up to ${number(ENGLISH, max)}`,
  };
}

function wrong(key: SettingKey, text: string, may: Words): UserError {
  const { name } = DECLARED[key];
  const typed = quoted(text);
  const words = {
    es: `${name.es}: ${typed.es} no vale. Puede ser ${may.es}.`,
    en: `${name.en}: ${typed.en} will not do. It may be ${may.en}.`,
  };
  return new UserError("invalid_parameter", words, { option: "valor" });
}
