import { z } from "zod";
import type { Field } from "../src/chat/answer.js";
import { defineCommand } from "../src/chat/command.js";
import { count, date } from "../src/chat/format.js";
import { type Locale, say } from "../src/chat/locale.js";
import { TMDB_NOTICE } from "../src/chat/notice.js";
import { differenceWords, failureWords } from "../src/chat/refresh-words.js";
import { type DataSummary, dataSchema, dataSummary } from "../src/queries/data.js";
import { filmCount } from "./shared/wording.js";

const ROWS = { es: { one: "fila", other: "filas" }, en: { one: "row", other: "rows" } };

export const datos = defineCommand({
  name: "datos",
  summary: { es: "Qué datos hay y de cuándo son", en: "What the data is and of when" },
  options: z.strictObject({}),
  result: dataSchema,
  positional: [],
  examples: ["datos"],
  run({ catalog, refresh, locale }) {
    const result = dataSummary(catalog, refresh);
    return {
      status: "ok",
      result,
      answer: {
        kind: "figure",
        title: filmCount(locale, result.filmCount),
        fields: [
          { name: say(locale, { es: "Datos de", en: "Data of" }), value: date(locale, result.dataDate) },
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
          ...refreshFields(result, locale),
        ],
        list: [
          ...(result.refresh?.sources ?? []).map((source) => sourceLine(source, locale)),
          ...result.sources.map(({ file, rows }) => `${file} · ${count(locale, rows, ROWS)}`),
        ],
        footer: TMDB_NOTICE,
      },
    };
  },
});

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

/** "tmdb · 12.345 entradas · al 19 de noviembre de 2026". */
function sourceLine(
  { name, count: entries, asOf, lastSuccess }: NonNullable<DataSummary["refresh"]>["sources"][number],
  locale: Locale,
): string {
  const asOfWords =
    asOf && say(locale, { es: `al ${date(locale, asOf)}`, en: `as of ${date(locale, asOf)}` });
  const never = lastSuccess === null && say(locale, { es: "aún sin respuesta", en: "no answer yet" });
  return [name, entries !== null && count(locale, entries, ENTRIES), asOfWords, never]
    .filter(Boolean)
    .join(" · ");
}
