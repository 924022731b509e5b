/** Where a film can be watched, in words: who offers it today, and in whose catalogues it stood. */
import type { Catalog } from "../../../src/catalog/catalog.js";
import type { Field } from "../../../src/chat/answer/schema.js";
import { country, date, list, shortCountry } from "../../../src/chat/format.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import type { Card } from "../../../src/queries/film/card.js";
import type { PlatformCatalogue } from "../../../src/queries/platforms/catalogue.js";
import type { Offer, WatchingHere } from "../../../src/queries/platforms/watching.js";
import type { Settings } from "../../../src/settings/declared.js";
import type { Words } from "../../../src/words.js";

/** What is said of a provider: the best way it has, and for what is paid by the film, both. */
const TERMS = ["subscription", "free", "ads", "rentOrBuy", "rent", "buy"] as const;

type Terms = (typeof TERMS)[number];

const TERMS_WORDS: Readonly<Record<Terms, Words>> = {
  subscription: { es: "con suscripción", en: "with a subscription" },
  free: { es: "gratis", en: "free" },
  ads: { es: "gratis con anuncios", en: "free with ads" },
  rentOrBuy: { es: "en alquiler o compra", en: "to rent or buy" },
  rent: { es: "en alquiler", en: "to rent" },
  buy: { es: "en compra", en: "to buy" },
};

/** So many names for each of the terms: whole regions of shops rent the same films. */
const MOST_NAMED = 6;

const WHERE: Words = { es: "Dónde verla", en: "Where to watch" };

/** What is said where nobody offers a film today and no catalogue had it, to whom asks just that. */
export function nowhereKnown(locale: Locale): Field {
  const words = { es: "No sé dónde se puede ver.", en: "I don't know where it can be watched." };
  return { name: say(locale, WHERE), value: say(locale, words) };
}

/** Who reads it: in which language, and in which country they watch, where that is known. */
export interface Watcher {
  readonly locale: Locale;
  readonly settings: Pick<Settings, "region">;
}

/**
 * The country that somebody watches in, ISO 3166-1: as their client says in Spanish, else as their community set it. "English
 * (US)" is what clients say all over the world.
 */
export function watchedIn({ locale: { language, tag }, settings: { region } }: Watcher): string | undefined {
  const own = language === "es" ? tag.split("-")[1] : undefined;
  return [own, region].find((code) => code !== undefined && /^[A-Z]{2}$/u.test(code));
}

/** What is known of where to watch a film, today first. */
export function watchFields(watcher: Watcher, film: Pick<Card, "watching" | "platforms">): Field[] {
  const { field = [], before = [] } = whereToWatch(watcher, film);
  return [field, before].flat();
}

/** Where to watch a film, as far as anybody knows. */
export interface WhereToWatch {
  /** Today's offers; where there are none, the catalogues in which it stood; nothing where there are none either. */
  readonly field?: Field;
  /** Beside today's offers: catalogues of platforms that are not among these. */
  readonly before?: Field;
}

export function whereToWatch(
  watcher: Watcher,
  { watching, platforms }: Pick<Card, "watching" | "platforms">,
): WhereToWatch {
  const { locale } = watcher;
  const name = say(locale, WHERE);
  if (watching === null || watching.offers.length === 0) {
    return platforms.length === 0 ? {} : { field: { name, value: whereItWas(locale, platforms) } };
  }
  const named = new Set(watching.offers.map(({ platform }) => platform));
  const others = platforms.filter(({ platform }) => !named.has(platform));
  const field = offersField(watcher, watching);
  if (others.length === 0) return { field };
  return {
    field,
    before: { name: say(locale, { es: "Antes", en: "Before" }), value: `${stoodIn(locale, others)}.` },
  };
}

/** Something in whose catalogue a title stood. */
type Stood = PlatformCatalogue & {
  readonly name: string;
  /** "9 temporadas": what of it stood there. */
  readonly part?: string;
};

/** "En 2021 estaba en Hulu (EE. UU.). No sé dónde está hoy." */
export function whereItWas(locale: Locale, catalogues: readonly Stood[]): string {
  const today = { es: "No sé dónde está hoy.", en: "I don't know where it is today." };
  return `${stoodIn(locale, catalogues)}. ${say(locale, today)}`;
}

/** "En 2021 estaba en Hulu y Netflix (EE. UU.)": a catalogue says nothing of other countries, or of today. */
function stoodIn(locale: Locale, catalogues: readonly Stood[]): string {
  const groups = new Map<string, Stood[]>();
  for (const catalogue of catalogues) {
    const key = `${catalogue.dataDate?.slice(0, 4) ?? ""} ${catalogue.region ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), catalogue]);
  }
  const told = [...groups].map(([key, members]) => {
    const [year = "", region = ""] = key.split(" ");
    const names = list(
      locale,
      members.map(({ name, part }) => (part === undefined ? name : `${name} (${part})`)),
    );
    const place = region === "" ? names : inRegion(names, shortCountry(locale, region));
    if (year === "") return say(locale, { es: `estaba en ${place}`, en: `it was on ${place}` });
    return say(locale, { es: `en ${year} estaba en ${place}`, en: `in ${year} it was on ${place}` });
  });
  const sentence = told.join("; ");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "Netflix (EE. UU.)"; behind what has brackets already, "Netflix (5 temporadas), EE. UU.". */
function inRegion(names: string, region: string): string {
  return names.endsWith(")") ? `${names}, ${region}` : `${names} (${region})`;
}

/** What is known of one country says nothing of another: that is said, not passed over. */
function ofAnotherCountry(watcher: Watcher, region: string): string {
  const own = watchedIn(watcher);
  if (own === undefined || own === region) return "";
  const { locale } = watcher;
  const [there, here] = [country(locale, region), country(locale, own)];
  return say(locale, {
    es: `. Solo tengo datos de ${there}: en ${here} puede ser otra cosa.`,
    en: `. I only have data of ${there}: in ${here} it may be otherwise.`,
  });
}

/**
 * The same behind what names the country of the data itself.
 * @returns a sentence; empty where that is the reader's own, or nobody knows which theirs is
 */
export function elsewhere(watcher: Watcher, region: string | null): string {
  const own = watchedIn(watcher);
  if (region === null || own === undefined || own === region) return "";
  const here = country(watcher.locale, own);
  return say(watcher.locale, {
    es: `En ${here} puede ser otra cosa.`,
    en: `In ${here} it may be otherwise.`,
  });
}

/** The country of which today's offers are known; undefined where they are of none. */
export function offersOf({ watching }: Pick<Catalog, "watching">): string | undefined {
  return watching.rowCount > 0 ? watching.region.get(0) : undefined;
}

function offersField(watcher: Watcher, watching: WatchingHere): Field {
  const { locale } = watcher;
  const parts = TERMS.flatMap((terms) => {
    const names = watching.offers.filter((offer) => termsOf(offer) === terms).map(({ name }) => name);
    if (names.length === 0) return [];
    const more = names.length - MOST_NAMED;
    const shown =
      more > 0
        ? [...names.slice(0, MOST_NAMED), say(locale, { es: `${more} más`, en: `${more} more` })]
        : names;
    return [`${list(locale, shown)} (${say(locale, TERMS_WORDS[terms])})`];
  });
  const source =
    watching.dataDate === null ? watching.source : `${watching.source}, ${date(locale, watching.dataDate)}`;
  const place = country(locale, watching.region);
  return {
    name: `${say(locale, WHERE)} (${place})`,
    value: `${parts.join(" · ")}. ${say(locale, { es: "Fuente", en: "Source" })}: ${source}${ofAnotherCountry(watcher, watching.region)}`,
  };
}

function termsOf({ ways }: Offer): Terms {
  const streamed = ways.find((way) => way !== "rent" && way !== "buy");
  if (streamed !== undefined) return streamed as Terms;
  return ways.includes("rent") ? (ways.includes("buy") ? "rentOrBuy" : "rent") : "buy";
}
