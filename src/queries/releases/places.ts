/** Films by country of production and by language. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { Strings } from "../../catalog/columns.js";
import { eachRow, type HasRows } from "../../catalog/rows.js";
import { bestKnown, filmRefSchema } from "../refs/film.js";

export const countrySchema = z.object({
  country: z.string().describe("ISO 3166-1 code"),
  filmCount: z.int().describe("Films produced there, alone or with others"),
  films: z.array(filmRefSchema).describe("The best known"),
});

export const languageSchema = z.object({
  language: z.string().describe("ISO 639-1 code"),
  originalCount: z.int().describe("Films whose original language it is"),
  spokenCount: z.int().describe("Films in which it is spoken"),
  films: z.array(filmRefSchema).describe("The best known of the first"),
});

const BEST_KNOWN = 5;

/** @param code of a country in the catalogue */
export function filmsOfCountry(catalog: Catalog, code: string): z.infer<typeof countrySchema> {
  const rows = catalog.countries.films.get(rowOfCode(catalog.countries, code));
  return { country: code, filmCount: rows.length, films: bestKnown(catalog, rows, BEST_KNOWN) };
}

/** @param code of a language in the catalogue */
export function filmsInLanguage(catalog: Catalog, code: string): z.infer<typeof languageSchema> {
  const row = rowOfCode(catalog.languages, code);
  const original = catalog.languages.original.get(row);
  return {
    language: code,
    originalCount: original.length,
    spokenCount: catalog.languages.spoken.size(row),
    films: bestKnown(catalog, original, BEST_KNOWN),
  };
}

/** @throws RangeError where no row has that code */
export function rowOfCode<Row extends number>(
  table: { readonly code: Strings<Row> } & HasRows<Row>,
  wanted: string,
): Row {
  for (const row of eachRow(table)) if (table.code.get(row) === wanted) return row;
  throw new RangeError(`no ${wanted} in the catalogue`);
}
