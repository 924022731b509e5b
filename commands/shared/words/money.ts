/** What a film cost and brought in, in words. */
import type { Answer } from "../../../src/chat/answer/schema.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import type { Money } from "../../../src/queries/film/money.js";
import type { Words } from "../../../src/words.js";
import { byCost, dollars, furtherDollars } from "./figures.js";

/** What the part that opens is called. */
export const MONEY: Words = { es: "Dinero", en: "Money" };

/** The part that holds what is known of these amounts; nothing where none is. */
export function moneyFolds(
  locale: Locale,
  amounts: readonly (readonly [name: Words, value: string | undefined])[],
): Pick<Answer, "folds"> {
  const fields = amounts.flatMap(([name, value]) =>
    value === undefined ? [] : [{ name: say(locale, name), value }],
  );
  return fields.length === 0 ? {} : { folds: [{ label: say(locale, MONEY), fields }] };
}

/** "Costó 6 millones de dólares y recaudó 245 millones: unas 41 veces lo que costó."; undefined where nothing is known. */
export function moneySentence(locale: Locale, money: Money): string | undefined {
  const { budget, revenue } = money;
  if (budget === null && revenue === null) return undefined;
  if (revenue === null) {
    const cost = dollars(locale, budget ?? 0);
    return say(locale, { es: `Costó ${cost}.`, en: `It cost ${cost}.` });
  }
  if (budget === null) {
    const made = dollars(locale, revenue);
    return say(locale, { es: `Recaudó ${made}.`, en: `It made ${made}.` });
  }
  const [cost, made] = [dollars(locale, budget), furtherDollars(locale, revenue)];
  if (money.return === null || money.doubtful) {
    return say(locale, {
      es: `Costó ${cost} y recaudó ${made}. Cifras dudosas.`,
      en: `It cost ${cost} and made ${made}. Doubtful figures.`,
    });
  }
  const factor = byCost(locale, money.return, "one");
  const cinemas = inCinemas(money);
  return say(locale, {
    es: `Costó ${cost} y recaudó ${cinemas.es}${made}: ${factor}.`,
    en: `It cost ${cost} and made ${made}${cinemas.en}: ${factor}.`,
  });
}

/** "costó 13 millones de dólares", "recaudó 85,6 millones": behind a film in a list, what is known of these. */
export function amountsOf(locale: Locale, { budget, revenue }: Money): string[] {
  const cost = budget === null ? undefined : dollars(locale, budget);
  const made =
    revenue === null ? undefined : (cost === undefined ? dollars : furtherDollars)(locale, revenue);
  return [
    cost === undefined ? [] : say(locale, { es: `costó ${cost}`, en: `cost ${cost}` }),
    made === undefined ? [] : say(locale, { es: `recaudó ${made}`, en: `made ${made}` }),
  ].flat();
}

/** What brought in less than it cost may have been made for a platform: then only cinemas are counted. */
export function inCinemas({ gain }: Money): { readonly es: string; readonly en: string } {
  return gain !== null && gain < 0 ? { es: "en cines ", en: " in cinemas" } : { es: "", en: "" };
}
