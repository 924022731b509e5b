import { FILM_COLUMNS } from "../film-columns.js";
import type { Layout } from "../layout.js";

const ID = [...FILM_COLUMNS.id.filter((name) => name !== "id"), "movie", "film_tmdb_id", "id"];

/** Who made films, a person a row: what flattening the credits gives, and what databases keep. */
export const creditsRows: Layout = {
  name: "film_id, person, job",
  kind: "credits-rows",
  columns: {
    id: ID,
    personId: [
      "person_id",
      "actor_id",
      "people_id",
      "id_person",
      "id_persona",
      "persona_id",
      "id_actor",
      "director_id",
      "id_director",
    ],
    person: [
      "name",
      "person",
      "person_name",
      "actor",
      "actor_name",
      "name_actor",
      "director",
      "director_name",
      "nombre",
      "persona",
      "nombre_persona",
      "nombre_actor",
      "nombre_director",
    ],
    job: ["job", "role", "category", "profession", "puesto", "trabajo", "rol", "oficio", "cargo"],
    department: ["department", "departamento", "known_for_department"],
    character: ["character", "character_name", "characters", "personaje"],
    order: ["order", "cast_order", "billing", "billing_order", "ordering", "orden"],
  },
  needs: ["id", "person", ["personId", "job", "department", "character", "order"]],
  never: [
    "genres",
    "overview",
    "budget",
    "revenue",
    "release_date",
    "vote_count",
    "vote_average",
    "popularity",
    "runtime",
    "release_year",
    "year",
    "keywords",
    "type",
    "show_id",
    "user_id",
    "userid",
    "original_title",
    "cast",
    "crew",
    "rating",
  ],
  marks: ["character", "job", "personId"],
  rowsPerFilm: "several",
};

const { person: names = [], ...byIds } = creditsRows.columns;

/** The same by the numbers of a table of people beside it. */
export const creditsByIds: Layout = {
  ...creditsRows,
  name: "film_id, person_id, job",
  columns: { ...byIds, personId: [...(byIds.personId ?? []), "cast_id", "crew_id", "id_cast"] },
  needs: ["id", "personId"],
  never: [
    ...(creditsRows.never ?? []),
    ...names.filter((name) => !["person", "persona"].includes(name)),
    "gender",
  ],
  marks: [],
};
