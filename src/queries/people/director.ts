/** A director's films with what each cost, gained and returned. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import type { PersonRow } from "../../catalog/rows.js";
import { filmMoneySchema, money, returnSummarySchema, summariseReturns } from "../film/money.js";
import { filmRef, isAdult, releaseDate } from "../refs/film.js";
import { personRef, personRefSchema } from "../refs/person.js";

const directedFilmSchema = filmMoneySchema.extend({
  releaseDate: z.string().nullable().describe("YYYY-MM-DD"),
});

export type DirectedFilm = z.infer<typeof directedFilmSchema>;

export const directorSchema = returnSummarySchema.extend({
  person: personRefSchema,
  films: z
    .array(directedFilmSchema)
    .describe("The films counted in filmCount, newest first, undated last, without adult ones"),
});

export type Director = z.infer<typeof directorSchema>;

/** What films are sorted by: the day, or the year where that is all that is known. */
function releasedAs({ releaseDate, film }: DirectedFilm): string {
  return releaseDate ?? String(film.year ?? "");
}

export function director(catalog: Catalog, row: PersonRow): Director {
  const rows = [...catalog.people.directed.get(row)];
  const films = rows
    .filter((film) => !isAdult(catalog, film))
    .map((film) => ({
      film: filmRef(catalog, film),
      releaseDate: releaseDate(catalog, film) ?? null,
      ...money(catalog, film),
    }))
    .sort((a, b) => releasedAs(b).localeCompare(releasedAs(a)));
  return { person: personRef(catalog, row), ...summariseReturns(catalog, rows), films };
}
