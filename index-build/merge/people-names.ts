/** The merge rule for our own names of people. */
import { isLatin, romanise } from "../../src/find/encode/scripts/romanise.js";
import type { FilmRecord, NamedRef, SourceFile } from "../records.js";

export interface NamesOfPerson {
  /** TMDB id, where a source has it. */
  readonly id?: number;
  /** As the sources call them. */
  readonly name: string;
  /** In Latin letters, where the sources have another script. */
  readonly latin?: string;
  /** Further names people use. */
  readonly aka: readonly string[];
}

export interface PeopleNames {
  readonly people: readonly NamesOfPerson[];
  /** Where they were read, to be told among the sources. */
  readonly file: SourceFile;
}

/** A name of another script as a rule reads it, each of its words with a capital: "Marika Beyku". */
function nameInLatin(name: string): string | undefined {
  return romanise(name)?.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

/**
 * Shows people in Latin letters whom the sources write in another script, and collects the further names of all. Who
 * came without an id of its source is known by the name.
 * @returns further names by the id of the person
 */
export function applyPeopleNames(
  films: ReadonlyMap<number, FilmRecord>,
  { people }: PeopleNames,
): Map<number, readonly string[]> {
  const byId = new Map(people.flatMap((person) => (person.id === undefined ? [] : [[person.id, person]])));
  const byName = new Map(people.map((person) => [person.name, person]));
  const aliases = new Map<number, readonly string[]>();
  /** One object a person, as everywhere. */
  const shown = new Map<number, NamedRef>();
  const named = (person: NamedRef): NamedRef => {
    const known = shown.get(person.id);
    if (known !== undefined) return known;
    const ours = person.id < 0 ? byName.get(person.name) : byId.get(person.id);
    const latin = isLatin(person.name) ? undefined : (ours?.latin ?? nameInLatin(person.name));
    const result = latin === undefined ? person : { id: person.id, name: latin };
    shown.set(person.id, result);
    const further = [...(latin === undefined ? [] : [person.name]), ...(ours?.aka ?? [])];
    if (ours !== undefined || further.length > 0) aliases.set(person.id, further);
    return result;
  };
  for (const film of films.values()) {
    film.cast = film.cast.map(named);
    film.crew = film.crew.map(({ person, job }) => ({ person: named(person), job }));
  }
  return aliases;
}
