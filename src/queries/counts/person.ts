/** All films of a person, in whichever role, with what they brought in. */
import type { Catalog } from "../../catalog/catalog.js";
import type { PersonRow } from "../../catalog/rows.js";
import { type Money, money } from "../film/money.js";
import { type FilmRef, filmRef, isAdult } from "../refs/film.js";
import { type PersonRef, personRef } from "../refs/person.js";

export interface PersonFilm extends Money {
  readonly film: FilmRef;
  /** Who directs a film is told as its director, even where they also act in it. */
  readonly role: "acted" | "directed";
}

export interface PersonFilms {
  readonly person: PersonRef;
  /** Oldest first, undated last, without adult ones. */
  readonly films: readonly PersonFilm[];
}

export function personFilms(catalog: Catalog, row: PersonRow): PersonFilms {
  const directed = new Set(catalog.people.directed.get(row));
  const acted = [...catalog.people.acted.get(row)].filter((film) => !directed.has(film));
  const day = (film: (typeof acted)[number]) =>
    catalog.films.releaseDate.get(film) ?? Number.POSITIVE_INFINITY;
  const films = [...directed, ...acted]
    .filter((film) => !isAdult(catalog, film))
    .sort((a, b) => (day(a) === day(b) ? a - b : day(a) - day(b)));
  return {
    person: personRef(catalog, row),
    films: films.map((film) => ({
      film: filmRef(catalog, film),
      role: directed.has(film) ? "directed" : "acted",
      ...money(catalog, film),
    })),
  };
}
