/** Names as links carry them: words joined by hyphens or underscores, often with a year or a number. */
import type { NameRead, Reference } from "./reference.js";
import { YEAR, yearOf } from "./year-pattern.js";

/** Whether a part of a path has a name in it, and not a number alone. */
export function mayBeNamed(part: string): boolean {
  return /\p{L}/u.test(part);
}

/** "the_dark_knight", "parasite-2019", "27831-parasite", "titanic.html"; undefined where nothing is left. */
export function nameOfSlug(slug: string): NameRead | undefined {
  const words = slug
    .replace(/\.html?$/i, "")
    .split(/[-_+\s]+/u)
    .filter(Boolean);
  const year = words.length > 1 ? yearOf(words.at(-1) ?? "") : undefined;
  const named = year === undefined ? words : words.slice(0, -1);
  const names = [named];
  // "12-angry-men" begins with its title, "27831-parasite" with a number of the site's own.
  if (named.length > 1 && /^\d{3,}$/.test(named[0] ?? "")) names.push(named.slice(1));
  // "parasite-1" is the second page of that name.
  if (named.length > 1 && named.at(-1) === "1") names.push(named.slice(0, -1));
  if (named.length === 0) return undefined;
  return { names: names.map((name) => name.join(" ")), ...(year === undefined ? {} : { year }) };
}

const IN_BRACKETS = /^([^()]+) \(([^()]+)\)$/u;
const A_SERIES = /\b(?:series?|miniserie|miniseries|tv|telenovela|televisión|programa)\b/iu;
const SEVERAL = /\b(?:serie de películas|film series|franchise|franquicia|saga|trilog(?:y|ía))\b/iu;
const A_FILM = /\b(?:films?|movies?|película|pelicula|filme|cortometraje|documental|cinta)\b/iu;
const A_PERSON = /\b(?:actor|actriz|actress|director|directora|cineasta|filmmaker)\b/iu;
const A_YEAR = new RegExp(`(?<!\\d)${YEAR}(?!\\d)`);

/**
 * What the page of an encyclopedia is about. What stands in brackets behind its name tells films from others
 * of that name: "Dune_(película_de_2021)", "Dune_(novela)".
 */
export function nameOfWikiPage(page: string): Reference {
  const title = page.replaceAll("_", " ").trim();
  const [, name, about] = IN_BRACKETS.exec(title) ?? [];
  if (name === undefined || about === undefined) {
    return title === "" ? { kind: "elsewhere" } : { kind: "name", of: undefined, names: [title] };
  }
  const year = yearOf(A_YEAR.exec(about)?.[0] ?? "");
  if (SEVERAL.test(about)) return { kind: "name", of: "collection", names: [name] };
  if (A_FILM.test(about)) {
    return { kind: "name", of: "film", names: [name], ...(year === undefined ? {} : { year }) };
  }
  if (A_SERIES.test(about)) return { kind: "series", names: [name], ...(year === undefined ? {} : { year }) };
  if (A_PERSON.test(about)) return { kind: "name", of: "person", names: [name] };
  // The brackets may belong to a title, and name a film that we then find under all of it.
  return { kind: "name", of: undefined, names: [title] };
}
