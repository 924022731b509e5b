/** How the files are written: the order of keys and films, the file a film stands in, nothing twice. */
import { filmFields } from "../read/sources/starter/schema.js";
import type { Finding } from "./finding.js";
import type { FilmInFile } from "./load.js";

const KEYS = Object.keys(filmFields.shape);

/** Files are by decade while films are few, and by year from 1990 on. */
export function fileOf(released: string): string {
  const year = Number(released.slice(0, 4));
  if (year < 1950) return "films-before-1950.json";
  return year < 1990 ? `films-${Math.floor(year / 10) * 10}s.json` : `films-${year}.json`;
}

export function checkFormat(films: readonly FilmInFile[]): Finding[] {
  return [...misplaced(films), ...twice(films)];
}

function misplaced(films: readonly FilmInFile[]): Finding[] {
  const findings: Finding[] = [];
  for (const [index, { film, file, keys }] of films.entries()) {
    const add = (detail: string): void => void findings.push({ rule: "order", about: film.id, detail });
    const ordered = KEYS.filter((key) => keys.includes(key));
    if (keys.join() !== ordered.join()) add(`keys stand as ${keys.join(", ")}`);
    if (file !== fileOf(film.released)) add(`of ${film.released} in ${file}`);
    const before = films[index - 1];
    if (before?.file === file && sortKey(before.film) >= sortKey(film))
      add(`stands after film ${before.film.id}`);
  }
  return findings;
}

function sortKey({ released, id }: FilmInFile["film"]): string {
  return `${released} ${String(id).padStart(10, "0")}`;
}

function twice(films: readonly FilmInFile[]): Finding[] {
  const seen = new Map<string, number>();
  const findings: Finding[] = [];
  for (const { film } of films) {
    const names = [
      `TMDB id ${film.id}`,
      ...(film.imdb === undefined ? [] : [`IMDb id ${film.imdb}`]),
      `“${film.title}” of ${film.released.slice(0, 4)} by ${(film.directors ?? []).join(", ")}`,
    ];
    for (const name of names) {
      const other = seen.get(name);
      if (other === undefined) seen.set(name, film.id);
      else findings.push({ rule: "duplicate", about: film.id, detail: `${name} is film ${other} too` });
    }
  }
  return findings;
}
