import { z } from "zod";
import { defineCommand } from "../src/chat/command.js";
import { count, date } from "../src/chat/format.js";
import { say } from "../src/chat/locale.js";
import { TMDB_NOTICE } from "../src/chat/notice.js";
import { dataSchema, dataSummary } from "../src/queries/data.js";
import { filmCount } from "./shared/wording.js";

const ROWS = { es: { one: "fila", other: "filas" }, en: { one: "row", other: "rows" } };

export const datos = defineCommand({
  name: "datos",
  summary: { es: "Qué datos hay y de cuándo son", en: "What the data is and of when" },
  options: z.strictObject({}),
  result: dataSchema,
  positional: [],
  examples: ["datos"],
  run({ catalog, locale }) {
    const result = dataSummary(catalog);
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
        ],
        list: result.sources.map(({ file, rows }) => `${file} · ${count(locale, rows, ROWS)}`),
        footer: TMDB_NOTICE,
      },
    };
  },
});
