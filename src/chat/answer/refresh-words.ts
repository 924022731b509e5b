/** How a refresh went, as people read it: in a chat, in a terminal, in `/datos`. */
import type { Difference, Outcome, RefreshReport } from "../../refresh/port.js";
import type { Words } from "../../words.js";
import { count } from "../format.js";
import { type Locale, say } from "../locale.js";

const FILMS = { es: { one: "película", other: "películas" }, en: { one: "film", other: "films" } };
const REMOVED = { es: { one: "retirada", other: "retiradas" }, en: { one: "removed", other: "removed" } };

/** "+214 películas, 3 retiradas". */
export function differenceWords({ added, removed }: Difference, locale: Locale): string {
  if (added === 0 && removed === 0) {
    return say(locale, { es: "las mismas películas, con datos nuevos", en: "the same films, with new data" });
  }
  const parts = [`+${count(locale, added, FILMS)}`];
  return [...parts, ...(removed > 0 ? [count(locale, removed, REMOVED)] : [])].join(", ");
}

const OUTCOMES: Readonly<Record<Outcome, Words>> = {
  published: { es: "Datos renovados", en: "Data refreshed" },
  unchanged: { es: "No hay nada nuevo", en: "There is nothing new" },
  refused: {
    es: "La versión nueva no sirve: sigue la anterior",
    en: "The new version is no good: the one before stays",
  },
  failed: {
    es: "No se pudo renovar: sigue la versión anterior",
    en: "Refreshing failed: the version before stays",
  },
  busy: { es: "Otro proceso ya renueva los datos", en: "Another process is refreshing the data" },
  tried: { es: "Ensayo: no se cambió nada", en: "Trial run: nothing was changed" },
};

/** A line each: how it ended, what is different, what went wrong. */
export function refreshWords(report: RefreshReport, locale: Locale): string[] {
  const { outcome, version, films, difference, failures } = report;
  const ended = [
    say(locale, OUTCOMES[outcome]),
    ...(films === null ? [] : [count(locale, films, FILMS)]),
    ...(difference === null || outcome === "refused" ? [] : [differenceWords(difference, locale)]),
    ...(version === null ? [] : [version]),
  ];
  return [ended.join(" · "), ...failures.map((failure) => failureWords(failure, locale))];
}

/** "tmdb: …". */
export function failureWords(failure: Words & { readonly source: string | null }, locale: Locale): string {
  const words = say(locale, failure);
  return failure.source === null ? words : `${failure.source}: ${words}`;
}
