/** Amounts, returns and lengths as people say them: rounded. The exact figures are in the results. */
import { decimal, number, percent } from "../../../src/chat/format.js";
import { type Locale, say } from "../../../src/chat/locale.js";

const MILLION = 1_000_000;
const BILLION = 1_000 * MILLION;
/** From so many millions on, a digit behind the comma says nothing. */
const WHOLE_MILLIONS = 100;

/** "12,9 millones de dólares", "$12.9 million"; below a million every digit: "700.000 dólares". */
export function dollars(locale: Locale, value: number): string {
  if (value < MILLION) {
    const exact = number(locale, value);
    return say(locale, { es: `${exact} ${value === 1 ? "dólar" : "dólares"}`, en: `$${exact}` });
  }
  return say(locale, { es: `${millions(locale, value)} de dólares`, en: englishMillions(locale, value) });
}

/** The same behind another amount, which has named the currency: "245 millones". */
export function furtherDollars(locale: Locale, value: number): string {
  return locale.language === "es" && value >= MILLION ? millions(locale, value) : dollars(locale, value);
}

/** Spanish has no word for a thousand millions that everybody uses: "2.068 millones". */
function millions(locale: Locale, value: number): string {
  const rounded = rounding(value / MILLION, value / MILLION < WHOLE_MILLIONS ? 1 : 0);
  return `${short(locale, rounded)} ${rounded === 1 ? "millón" : "millones"}`;
}

function englishMillions(locale: Locale, value: number): string {
  if (value >= BILLION) return `$${short(locale, rounding(value / BILLION, 2), 2)} billion`;
  return `$${short(locale, rounding(value / MILLION, value / MILLION < WHOLE_MILLIONS ? 1 : 0))} million`;
}

function rounding(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}

/** Without digits behind the comma where they are naught. */
function short(locale: Locale, value: number, digits = 1): string {
  return Number.isInteger(value) ? number(locale, value) : decimal(locale, value, digits);
}

/** From this factor on, digits behind the comma are of no interest. */
const WHOLE_FACTOR = 10;
/** And from this on more than three digits are. */
const ROUND_FACTOR = 1_000;
/** Factors up to so near to 1 are told as the same, below it as a share. */
const ABOUT_ONE = 0.05;

/** "6,6×", "41×": a return behind a film in a list. */
export function shortFactor(locale: Locale, factor: number): string {
  if (factor >= WHOLE_FACTOR) return `${number(locale, rounded(factor))}×`;
  return `${short(locale, rounding(factor, factor < 0.1 ? 2 : 1), factor < 0.1 ? 2 : 1)}×`;
}

/** What films brought in by what they cost: "6,2 veces lo que costaron", "unas 12.900 veces lo que costó". */
export function byCost(locale: Locale, factor: number, films: "one" | "several"): string {
  const cost = say(
    locale,
    films === "one"
      ? { es: "lo que costó", en: "its cost" }
      : { es: "lo que costaron", en: "what they cost" },
  );
  if (factor < 1 - ABOUT_ONE) {
    const share = factor < 0.01 ? undefined : percent(locale, factor);
    return say(locale, {
      es: `${share === undefined ? `menos del ${percent(locale, 0.01)}` : `el ${share}`} de ${cost}`,
      en: `${share ?? `less than ${percent(locale, 0.01)}`} of ${cost}`,
    });
  }
  if (factor < 1 + ABOUT_ONE) return say(locale, { es: `más o menos ${cost}`, en: `about ${cost}` });
  if (factor < WHOLE_FACTOR) {
    const times = short(locale, rounding(factor, 1));
    return say(locale, { es: `${times} veces ${cost}`, en: `${times} times ${cost}` });
  }
  const times = number(locale, rounded(factor));
  return say(locale, { es: `unas ${times} veces ${cost}`, en: `about ${times} times ${cost}` });
}

/** Three digits that count, or all of a smaller one. */
function rounded(factor: number): number {
  if (factor < ROUND_FACTOR) return Math.round(factor);
  const scale = 10 ** (Math.floor(Math.log10(factor)) - 2);
  return Math.round(factor / scale) * scale;
}

/** "2 h 55 min", "45 min", "2 h". */
export function hours(locale: Locale, minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [whole > 0 ? `${number(locale, whole)} h` : [], rest > 0 || whole === 0 ? `${rest} min` : []];
  return parts.flat().join(" ");
}

/** "⭐ 8,5 (6.024)": what people gave a film, and how many they were. */
export function stars(locale: Locale, average: number, votes: number | null): string {
  const mark = `⭐ ${decimal(locale, average, 1)}`;
  return votes === null ? mark : `${mark} (${number(locale, votes)})`;
}
