/** What may be typed for a setting, its value and its scope. */
import type { TextCompletion } from "../../src/chat/contract.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { canBeOff } from "../../src/chat/place-settings.js";
import { foldName } from "../../src/chat/text.js";
import type { Declaration } from "../../src/settings/declaration.js";
import { DECLARED, SETTING_KEYS, type SettingKey } from "../../src/settings/declared.js";
import type { Words } from "../../src/words.js";
import { zoneName } from "../night/words/times.js";

export const settingCompletion: TextCompletion = {
  options: ["ajuste", "valor", "ambito"],
  values(option, { given, locale, commands }) {
    switch (option) {
      case "ajuste":
        return [...SETTING_KEYS.map((key) => DECLARED[key].typed[locale.language][0]), say(locale, HISTORY)];
      case "ambito":
        return [say(locale, HERE), say(locale, EVERYWHERE)];
      default: {
        const key = settingCalled(given.ajuste ?? "");
        if (key === undefined) return [];
        const off = commands.filter(canBeOff).map(({ name }) => `-${name}`);
        return [...valuesOf(locale, key, off), say(locale, CLEAR)];
      }
    }
  },
};

function settingCalled(text: string): SettingKey | undefined {
  const folded = foldName(text.trim());
  return SETTING_KEYS.find((key) => {
    const { typed, name } = DECLARED[key];
    return [...typed.es, ...typed.en, foldName(name.es), foldName(name.en)].includes(folded);
  });
}

function valuesOf(locale: Locale, key: SettingKey, off: readonly string[]): readonly string[] {
  const { form }: Declaration = DECLARED[key];
  switch (form.kind) {
    case "choice":
      return form.options.map(({ words }) => say(locale, words));
    case "amount":
      return form.presets.map((preset) => (preset === 0 ? say(locale, form.none) : String(preset)));
    case "hour":
      return [...form.presets, "no"];
    case "zone":
      return form.presets.map((zone) => zoneName(zone, locale.language));
    case "commands":
      return [...off, say(locale, ALL)];
  }
}

const HISTORY: Words = { es: "historial", en: "history" };
const HERE: Words = { es: "aquí", en: "here" };
const EVERYWHERE: Words = { es: "todo", en: "all" };
const CLEAR: Words = { es: "quitar", en: "clear" };
const ALL: Words = { es: "todos", en: "all" };
