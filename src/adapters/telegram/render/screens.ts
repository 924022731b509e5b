/** The surface's own screens: greeting and settings. */
import type { Locale } from "../../../chat/locale.js";
import { say } from "../../../chat/locale.js";
import type { Language } from "../../../words.js";
import { encodeLanguage } from "./callback-data.js";
import type { Keyboard, Sheet } from "./compose.js";
import { BLANK, span } from "./markup.js";
import { GREETING, LANGUAGE_NAMES, SETTINGS } from "../words.js";

/** What a language's button says where it asks for none in particular. */
const AUTOMATIC = "auto";

/** Below the greeting: a way to try what can be done in any chat. */
export function greetingKeyboard(locale: Locale): Keyboard {
  return [[{ text: `🔎 ${say(locale, GREETING.inline)}`, switch_inline_query: "" }]];
}

export function settingsSheet(locale: Locale, choice: Language | undefined, asker: number): Sheet {
  const button = (value: string, text: string, chosen: boolean) => [
    { text: chosen ? `✓ ${text}` : text, callback_data: encodeLanguage(value, asker) },
  ];
  const languages = Object.entries(LANGUAGE_NAMES).map(([value, name]) =>
    button(value, name, value === choice),
  );
  return {
    lines: [[span(say(locale, SETTINGS.title), "b")], BLANK, [span(say(locale, SETTINGS.text))]],
    keyboard: [...languages, button(AUTOMATIC, say(locale, SETTINGS.automatic), choice === undefined)],
  };
}

/** The language of a pressed button; null for what is none. */
export function chosenLanguage(value: string): Language | undefined | null {
  if (value === AUTOMATIC) return undefined;
  return Object.hasOwn(LANGUAGE_NAMES, value) ? (value as Language) : null;
}
