/** The reader's language: the `lang` parameter, else what the client prefers, else the operator's. */
import { knownLocale, type Locale } from "../../../../chat/locale.js";
import { quoted } from "../../../../chat/text.js";
import { BoundedMap } from "../../../../surface/bounded-map.js";
import { HttpError } from "../../api/errors/http-error.js";
import { weightedList } from "./weighted-list.js";

/** Headers and parameters differ little from client to client; nobody fills the memory with inventions. */
const KEPT = 500;

/** Longer preferences are read no further. */
const MAX_PREFERENCES = 20;

/** Resolves languages; reading a tag is slow, so what was read is kept. */
export class RequestLanguages {
  readonly #preferred = new BoundedMap<string, Locale>(KEPT);
  readonly #named = new BoundedMap<string, Locale | null>(KEPT);
  readonly #fallback: Locale;

  /** @param fallback for clients that prefer no language we speak */
  constructor(fallback: Locale) {
    this.#fallback = fallback;
  }

  /** What an Accept-Language header asks for. */
  preferred(header: string | undefined): Locale {
    if (header === undefined) return this.#fallback;
    const known = this.#preferred.get(header);
    if (known) return known;
    const locale = firstKnown(header) ?? this.#fallback;
    this.#preferred.set(header, locale);
    return locale;
  }

  /**
   * What `lang` asks for; undefined where that language is not spoken here, so that another preference counts.
   * @throws HttpError for what is no language tag at all
   */
  named(lang: string): Locale | undefined {
    const known = this.#named.get(lang);
    if (known !== undefined) return known ?? undefined;
    if (!isTag(lang)) throw noTag(lang);
    const locale = locallyKnown(lang);
    this.#named.set(lang, locale ?? null);
    return locale;
  }
}

/** The first of the client's languages, best first, that is spoken here. */
function firstKnown(header: string): Locale | undefined {
  const wishes = weightedList(header)
    .slice(0, MAX_PREFERENCES)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { name } of wishes) {
    const locale = locallyKnown(name);
    if (locale) return locale;
  }
  return undefined;
}

/**
 * A region of which nothing is known ("es-ZZ") changes nothing, and is left out: what is kept for each
 * locale (formatters, answers) must not grow with what clients make up.
 */
function locallyKnown(tag: string): Locale | undefined {
  const locale = knownLocale(tag);
  return locale && { ...locale, tag: new Intl.NumberFormat(locale.tag).resolvedOptions().locale };
}

function isTag(lang: string): boolean {
  return /^[a-z]{2,8}(?:[-_][a-z0-9]{1,8})*$/iu.test(lang);
}

function noTag(lang: string): HttpError {
  const shown = quoted(lang);
  const words = {
    es: `«lang» ha de ser un idioma, como es, es-MX o en, y recibí ${shown.es}.`,
    en: `“lang” has to be a language, like es, es-MX or en; I got ${shown.en}.`,
  };
  return new HttpError("invalid_parameter", words, { parameter: "lang" });
}
