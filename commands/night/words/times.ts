/** Days and times in a zone, as the reader writes them. */
import type { Moment } from "../../../src/chat/answer/schema.js";
import type { Locale } from "../../../src/chat/locale.js";
import type { Language } from "../../../src/words.js";

const formats = new Map<string, Intl.DateTimeFormat>();
const MOST_KEPT = 200;

/** "viernes, 5 de diciembre, 21:30 (Madrid)". */
export function moment({ tag }: Locale, instant: string | Date, zone: string): string {
  const key = `${tag} ${zone}`;
  let format = formats.get(key);
  if (format === undefined) {
    const parts = {
      weekday: "long",
      day: "numeric",
      month: "long",
      hour: "2-digit",
      minute: "2-digit",
    } as const;
    format = new Intl.DateTimeFormat(tag, { ...parts, timeZone: zone });
    if (formats.size >= MOST_KEPT) formats.clear();
    formats.set(key, format);
  }
  return `${format.format(new Date(instant))} (${zoneName(zone, tag.startsWith("es") ? "es" : "en")})`;
}

/** "vie, 5 dic, 22:00": as much as a button has room for. */
export function shortMoment({ tag }: Locale, instant: Date, zone: string): string {
  return new Intl.DateTimeFormat(tag, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(instant);
}

/** The same within a text: each reader's own time where a platform shows that. */
export function momentIn(locale: Locale, instant: string | Date, zone: string): Moment {
  return { instant: new Date(instant).toISOString(), text: moment(locale, instant, zone) };
}

/** Cities that are called otherwise in Spanish than their zones are. */
const IN_SPANISH: Readonly<Record<string, string>> = {
  "America/Mexico_City": "Ciudad de México",
  "America/Bogota": "Bogotá",
  "America/Asuncion": "Asunción",
  "America/New_York": "Nueva York",
  "America/Panama": "Panamá",
  "Atlantic/Canary": "Canarias",
  "Europe/London": "Londres",
};

/** The city that a zone is called by. */
export function zoneName(zone: string, language: Language = "en"): string {
  const own = language === "es" ? IN_SPANISH[zone] : undefined;
  return own ?? zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
}
