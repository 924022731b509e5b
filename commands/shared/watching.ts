/** Where a film can be watched, in words: who offers it today, and in whose catalogues it stood. */
import type { Field } from "../../src/chat/answer/schema.js";
import { country, date, list } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import type { Card } from "../../src/queries/film/card.js";
import type { Offer, WatchingHere } from "../../src/queries/platforms/watching.js";
import type { Words } from "../../src/words.js";
import { catalogueName } from "./wording.js";

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

/**
 * One field for today's offers, with who knows of them and when, and one for older catalogues, without the platforms
 * that stand in the first: these say where a film could be watched, in their country and their year.
 */
export function whereToWatch(
  locale: Locale,
  { watching, platforms }: Pick<Card, "watching" | "platforms">,
): Field[] {
  const named = new Set(watching?.offers.map(({ platform }) => platform));
  const others = platforms.filter(({ platform }) => !named.has(platform));
  const today = watching === null || watching.offers.length === 0 ? [] : [offersField(locale, watching)];
  if (others.length === 0) return today;
  const name: Words = { es: "Estuvo disponible en", en: "Was available on" };
  const value = others.map((platform) => catalogueName(locale, platform.name, platform)).join(" · ");
  return [...today, { name: say(locale, name), value }];
}

function offersField(locale: Locale, watching: WatchingHere): Field {
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
    name: say(locale, { es: `Dónde verla (${place})`, en: `Where to watch (${place})` }),
    value: `${parts.join(" · ")}. ${say(locale, { es: "Fuente", en: "Source" })}: ${source}`,
  };
}

function termsOf({ ways }: Offer): Terms {
  const streamed = ways.find((way) => way !== "rent" && way !== "buy");
  if (streamed !== undefined) return streamed as Terms;
  return ways.includes("rent") ? (ways.includes("buy") ? "rentOrBuy" : "rent") : "buy";
}
