import { z } from "zod";
import { differenceWords, failureWords } from "../../src/chat/answer/refresh-words.js";
import type { Answer, Field, Line } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { count, country, date, month } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type DataSummary, dataSchema, dataSummary } from "../../src/queries/about/data.js";
import type { Words } from "../../src/words.js";
import { catalogueName, filmCount } from "../shared/words/wording.js";

const FILES = { es: { one: "archivo", other: "archivos" }, en: { one: "file", other: "files" } };
const ROWS = { es: { one: "fila", other: "filas" }, en: { one: "row", other: "rows" } };

export const datos = defineCommand({
  names: { es: "datos", en: "data" },
  synonyms: { es: ["estadisticas", "fuentes"], en: ["stats", "statistics", "sources"] },
  summary: { es: "Qué datos hay y de cuándo son", en: "What the data is and of when" },
  // It tells how bringing the data up to date stands.
  cacheable: false,
  options: z.strictObject({}),
  result: dataSchema,
  positional: [],
  examples: ["datos"],
  run({ catalog, ports, locale }) {
    const result = dataSummary(catalog, ports.refresh?.status());
    return {
      status: "ok",
      result,
      answer: {
        kind: "figure",
        title: filmCount(locale, result.filmCount),
        text: agesOf(result, locale),
        fields: [
          {
            name: say(locale, { es: "Índice", en: "Index" }),
            value:
              result.builtAt === null
                ? result.version
                : say(locale, {
                    es: `${result.version}, construido el ${date(locale, result.builtAt.slice(0, 10))}`,
                    en: `${result.version}, built on ${date(locale, result.builtAt.slice(0, 10))}`,
                  }),
          },
          ...toldFields(result, locale),
          ...placesFields(result, locale),
          ...refreshFields(result, locale),
        ],
        ...refreshedList(result, locale),
        folds: [
          {
            label: say(locale, { es: "Archivos", en: "Files" }),
            list: { lines: sourceLines(locale, result) },
          },
        ],
        notice: true,
      },
    };
  },
});

/** "Votos y popularidad: 2017 · Plataformas: 2021 · Estrenos hasta octubre de 2025": of when the facts are. */
function agesOf({ votes, catalogues, dataDate }: DataSummary, locale: Locale): string {
  const years = catalogues.flatMap((one) => one.dataDate?.slice(0, 4) ?? []).map(Number);
  const counted = votes === null ? "" : range(locale, votes.from, votes.to);
  const seen = years.length === 0 ? "" : range(locale, Math.min(...years), Math.max(...years));
  const until = month(locale, dataDate);
  const parts: Words[] = [
    ...(counted === ""
      ? []
      : [{ es: `Votos y popularidad: ${counted}`, en: `Votes and popularity: ${counted}` }]),
    ...(seen === "" ? [] : [{ es: `Plataformas: ${seen}`, en: `Platforms: ${seen}` }]),
    { es: `Estrenos hasta ${until}`, en: `Releases up to ${until}` },
  ];
  return parts.map((part) => say(locale, part)).join(" · ");
}

function range(locale: Locale, from: number, to: number): string {
  return from === to ? String(from) : say(locale, { es: `${from} a ${to}`, en: `${from} to ${to}` });
}

const THINGS = {
  repaired: { es: { one: "arreglo", other: "arreglos" }, en: { one: "repair", other: "repairs" } },
  merged: {
    es: { one: "repetición unida", other: "repeticiones unidas" },
    en: { one: "repeat merged", other: "repeats merged" },
  },
  refused: { es: { one: "rechazo", other: "rechazos" }, en: { one: "refusal", other: "refusals" } },
  doubtful: { es: { one: "duda", other: "dudas" }, en: { one: "doubt", other: "doubts" } },
} as const;

/** What was wrong in the sources, in one line; nothing where nothing was. */
function toldFields({ told }: DataSummary, locale: Locale): Field[] {
  if (told === null) return [];
  const kinds = ["repaired", "merged", "refused", "doubtful"] as const;
  const parts = kinds.flatMap((kind) => (told[kind] === 0 ? [] : count(locale, told[kind], THINGS[kind])));
  if (parts.length === 0) return [];
  return [
    {
      name: say(locale, { es: "Al leer las fuentes", en: "While reading the sources" }),
      value: parts.join(" · "),
    },
  ];
}

/** Where it is known from what can be watched where. */
function placesFields({ watching, catalogues }: DataSummary, locale: Locale): Field[] {
  const fields: Field[] = [];
  if (watching !== null) {
    const place = country(locale, watching.region);
    const days = [...new Set([watching.from, watching.to])].flatMap((day) => day ?? []);
    fields.push({
      name: say(locale, { es: `Dónde ver (${place})`, en: `Where to watch (${place})` }),
      value: [
        `JustWatch, ${filmCount(locale, watching.filmCount)}`,
        days.map((day) => date(locale, day)).join(" – "),
      ]
        .filter((part) => part !== "")
        .join(" · "),
    });
  }
  if (catalogues.length > 0) {
    fields.push({
      name: say(locale, { es: "Catálogos de plataformas", en: "Platform catalogues" }),
      value: catalogues.map((one) => catalogueName(locale, one.name, one)).join(" · "),
    });
  }
  return fields;
}

/** When the data was brought up to date, what came of it, and what went wrong last. */
function refreshFields({ refresh, difference }: DataSummary, locale: Locale): Field[] {
  const fields: Field[] = [];
  if (refresh?.lastSuccess) {
    const name = say(locale, { es: "Última renovación", en: "Last refresh" });
    fields.push({ name, value: moment(locale, refresh.lastSuccess) });
  }
  if (difference) {
    const name = say(locale, { es: "Respecto a la versión anterior", en: "Against the version before" });
    fields.push({ name, value: differenceWords(difference, locale) });
  }
  if (refresh?.lastFailure) {
    const name = say(locale, { es: "Último fallo", en: "Last failure" });
    const { at } = refresh.lastFailure;
    fields.push({ name, value: `${moment(locale, at)} · ${failureWords(refresh.lastFailure, locale)}` });
  }
  return fields;
}

function moment(locale: Locale, time: string): string {
  return `${date(locale, time.slice(0, 10))}, ${time.slice(11, 16)} UTC`;
}

const ENTRIES = { es: { one: "entrada", other: "entradas" }, en: { one: "entry", other: "entries" } };

function refreshedList({ refresh }: DataSummary, locale: Locale): Pick<Answer, "list"> {
  const lines = (refresh?.sources ?? []).map((source) => refreshedLine(source, locale));
  return lines.length === 0 ? {} : { list: { lines } };
}

/** What a source gave last: how many entries, up to which day. */
function refreshedLine(
  { name, count: entries, asOf, lastSuccess }: NonNullable<DataSummary["refresh"]>["sources"][number],
  locale: Locale,
): Line {
  const details: string[] = [];
  if (entries !== null) details.push(count(locale, entries, ENTRIES));
  if (asOf !== null) {
    details.push(say(locale, { es: `al ${date(locale, asOf)}`, en: `as of ${date(locale, asOf)}` }));
  }
  if (lastSuccess === null) {
    details.push(say(locale, { es: "aún sin respuesta", en: "no answer yet" }));
  }
  return { head: name, details };
}

/** A line a kind of source: our own films alone stand in dozens of files. */
function sourceLines(locale: Locale, { sources }: DataSummary): Line[] {
  const kinds = [...new Set(sources.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const files = sources.filter((source) => source.kind === kind);
    const rows = files.reduce((sum, source) => sum + source.rows, 0);
    return {
      head: commonName(files.map(({ file }) => file)),
      details: [...(files.length > 1 ? [count(locale, files.length, FILES)] : []), count(locale, rows, ROWS)],
    };
  });
}

/** "films-1990.json" and "films-1991.json" → "films-199*.json". */
function commonName([first = "", ...others]: readonly string[]): string {
  if (others.length === 0) return first;
  const same = (length: number, part: (file: string, length: number) => string): boolean =>
    others.every((file) => file.length >= length && part(file, length) === part(first, length));
  let head = 0;
  while (head < first.length && same(head + 1, (file, length) => file.slice(0, length))) head++;
  let tail = 0;
  while (head + tail < first.length && same(tail + 1, (file, length) => file.slice(file.length - length)))
    tail++;
  return `${first.slice(0, head)}*${first.slice(first.length - tail)}`;
}
