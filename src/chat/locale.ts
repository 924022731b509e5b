/** The reader's language and how figures and dates are written in it. */
import { type InEach, isLatinAmerican, type Language } from "../words.js";

/** `tag` is a BCP 47 tag ("es-ES", "es-419", "en"); `language` decides the words. */
export interface Locale {
  readonly language: Language;
  readonly tag: string;
}

/** What is spoken where nothing else is known. */
export const SPANISH: Locale = { language: "es", tag: "es" };

const LANGUAGES: readonly string[] = ["es", "en"] satisfies readonly Language[];

/** The wording of `words` that this reader reads. */
export function say<Text = string>(locale: Locale, words: InEach<Text>): Text {
  return words.es419 !== undefined && isLatinAmerican(locale.tag) ? words.es419 : words[locale.language];
}

/**
 * The locale of a tag as clients, browsers and environments write it: "es", "es-ES", "es_MX.UTF-8", "en-US".
 * Only language and region are kept, so that an extension cannot change the digits. Undefined where the tag
 * names a language that is not spoken here, or nothing at all.
 */
export function knownLocale(tag: string): Locale | undefined {
  try {
    const { language, region } = new Intl.Locale(
      tag
        .trim()
        .replace(/[.@].*$/s, "")
        .replaceAll("_", "-"),
    );
    if (!LANGUAGES.includes(language)) return undefined;
    return { language: language as Language, tag: region === undefined ? language : `${language}-${region}` };
  } catch {
    // Intl refuses what is not even the shape of a tag with a RangeError.
    return undefined;
  }
}

/** Like `knownLocale`, with Spanish for everything unknown. Never throws. */
export function parseLocale(tag: string): Locale {
  return knownLocale(tag) ?? SPANISH;
}
