/** How a refresh went, as people read it: in a chat, in a terminal, in `/datos`. */
import type {
  Difference,
  Failure,
  FailureKind,
  FailureNotice,
  Outcome,
  RefreshReport,
} from "../../refresh/port.js";
import type { Words } from "../../words.js";
import { count } from "../format.js";
import { type Locale, say } from "../locale.js";
import type { Answer } from "./schema.js";

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

const FAILURES: Readonly<Record<FailureKind, Words>> = {
  unreachable: { es: "sin respuesta", en: "no answer" },
  refused: { es: "petición rechazada", en: "request turned down" },
  missing: { es: "no hay nada de lo pedido", en: "nothing there of what was asked for" },
  malformed: { es: "respuesta inservible", en: "unusable answer" },
  build: { es: "no se pudo construir el índice", en: "the index could not be built" },
  rejected: { es: "versión nueva rechazada", en: "new version rejected" },
  interrupted: { es: "interrumpido", en: "interrupted" },
  unknown: { es: "fallo inesperado", en: "unexpected failure" },
};

/** For any reader: how it ended, what is different, what kinds of things went wrong. */
export function refreshAnswer(report: RefreshReport, locale: Locale): Answer {
  const fields = factsOf(report, locale).map(({ name, value }) => ({ name: say(locale, name), value }));
  const failures = new Set(report.failures.map((failure) => failureWords(failure, locale)));
  return {
    kind: "figure",
    title: say(locale, OUTCOMES[report.outcome]),
    ...(fields.length > 0 ? { fields } : {}),
    ...(failures.size > 0 ? { list: { lines: [...failures].map((head) => ({ head })) } } : {}),
  };
}

/** A line each, for the operator's terminal: the same, with the whole message of each failure. */
export function refreshMessages(report: RefreshReport, locale: Locale): string[] {
  // "Datos renovados · 45.647 películas · +214 películas · 2026-11-20-abc".
  const ended = [say(locale, OUTCOMES[report.outcome]), ...factsOf(report, locale).map(({ value }) => value)];
  return [ended.join(" · "), ...report.failures.map((failure) => failureMessage(failure, locale))];
}

interface Fact {
  readonly name: Words;
  readonly value: string;
}

function factsOf({ outcome, version, films, difference }: RefreshReport, locale: Locale): readonly Fact[] {
  const facts: Fact[] = [];
  if (films !== null)
    facts.push({ name: { es: "Hay", en: "There are" }, value: count(locale, films, FILMS) });
  if (difference !== null && outcome !== "refused") {
    const name = { es: "Respecto a la versión anterior", en: "Against the version before" };
    facts.push({ name, value: differenceWords(difference, locale) });
  }
  if (version !== null) facts.push({ name: { es: "Versión", en: "Version" }, value: version });
  return facts;
}

/** "tmdb: sin respuesta (código 3f2a91bc)": the operator finds the message in the log under the code. */
export function failureWords({ source, kind, id }: FailureNotice, locale: Locale): string {
  const words = say(locale, FAILURES[kind]);
  const code = say(locale, { es: `código ${id}`, en: `code ${id}` });
  return `${source === null ? words : `${source}: ${words}`} (${code})`;
}

/** "tmdb: TMDB no da 3/movie/3 (500) [3f2a91bc]". */
function failureMessage(failure: Failure, locale: Locale): string {
  const { source, id } = failure;
  const words = say(locale, failure);
  return `${source === null ? words : `${source}: ${words}`} [${id}]`;
}
