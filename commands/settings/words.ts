/** What settings and their values are called. */
import { list, number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type Declaration, type Level, NEVER, NO_ZONE } from "../../src/settings/declaration.js";
import { DECLARED, isSettingKey, type SettingKey, type Settings } from "../../src/settings/declared.js";
import { readStored } from "../../src/settings/resolve.js";
import type { Words } from "../../src/words.js";
import { zoneName } from "../night/words/times.js";

export function nameOf(locale: Locale, key: SettingKey): string {
  return say(locale, DECLARED[key].name);
}

/** A value as it is read; what another version stored is shown as it stands. */
export function shown(locale: Locale, key: SettingKey, value: unknown): string {
  const { form }: Declaration = DECLARED[key];
  switch (form.kind) {
    case "choice": {
      const option = form.options.find((one) => one.value === value);
      return option === undefined ? String(value) : say(locale, option.words);
    }
    case "amount":
      if (typeof value !== "number") return String(value);
      return value === 0 ? say(locale, form.none) : number(locale, value);
    case "commands": {
      const names = Array.isArray(value) ? value.map(String) : [];
      return names.length === 0 ? say(locale, { es: "ninguno", en: "none" }) : list(locale, names);
    }
    case "hour":
      return value === NEVER ? say(locale, { es: "no se publica", en: "not posted" }) : String(value);
    case "zone":
      return value === NO_ZONE
        ? say(locale, { es: "sin decir (UTC)", en: "not said (UTC)" })
        : zoneName(String(value), locale.language);
  }
}

/** What holds in a place, as it is read there: of an hour it is told by whose clocks. */
export function shownHere(locale: Locale, key: SettingKey, settings: Settings): string {
  const value = settings[key];
  const { form }: Declaration = DECLARED[key];
  if (form.kind !== "hour" || value === NEVER) return shown(locale, key, value);
  if (settings.timeZone === NO_ZONE || settings.timeZone === "UTC") return `${value} UTC`;
  const zone = zoneName(settings.timeZone, locale.language);
  return say(locale, { es: `${value}, hora de ${zone}`, en: `${value}, ${zone} time` });
}

/** A stored value as it is read; where there is none, that the wider scope's holds. */
export function shownStored(locale: Locale, key: string, json: string | undefined): string {
  if (json === undefined) return say(locale, { es: "sin poner", en: "not set" });
  if (!isSettingKey(key)) return json;
  const value = readStored(key, json);
  return value === undefined ? json : shown(locale, key, value);
}

/** A change in one line: "Votos mínimos: 2.000 → 500". */
export function shownChange(
  locale: Locale,
  { key, before, after }: { readonly key: string; readonly before?: string; readonly after?: string },
): string {
  const name = isSettingKey(key) ? nameOf(locale, key) : key;
  return `${name}: ${shownStored(locale, key, before)} → ${shownStored(locale, key, after)}`;
}

/** Where a value comes from. */
export function originOf(from: Level | undefined, levelName: (level: Level) => Words): Words {
  return from === undefined ? { es: "de fábrica", en: "as it comes" } : levelName(from);
}

export function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
