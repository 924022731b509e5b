import type { Catalog } from "../../catalog/catalog.js";
import { eachRow } from "../../catalog/rows.js";
import { filmIds } from "../run/difference.js";
import type { Candidate, Gate } from "./gate.js";

/** Share of films that may have a twin, beyond what the version in use has: a few always do. */
const MOST_TWINS = 0.01;

/** Films that stand there twice: under one id, or under another with the same title, day and people. */
export const duplicated: Gate = (candidate, before) => {
  const twice = idsTwice(candidate.catalog);
  if (twice.length > 0) {
    return {
      es: `Hay ids repetidos: ${twice.slice(0, 5).join(", ")}`,
      en: `Some ids stand there twice: ${twice.slice(0, 5).join(", ")}`,
    };
  }
  const [has, had] = [twinShare(candidate), before === undefined ? 0 : twinShare(before)];
  if (has <= had + MOST_TWINS) return undefined;
  const shown = `${Math.round(has * 100)} %`;
  return {
    es: `El ${shown} de las películas está repetido con otro id`,
    en: `${shown} of the films stand there again under another id`,
  };
};

function idsTwice(catalog: Catalog): number[] {
  const ids = Array.from(filmIds(catalog)).sort((a, b) => a - b);
  return ids.filter((id, at) => at > 0 && ids[at - 1] === id);
}

function twinShare({ catalog: { films } }: Candidate): number {
  const seen = new Set<string>();
  let twins = 0;
  for (const row of eachRow(films)) {
    const day = films.releaseDate.get(row);
    const people = [...films.directors.get(row), ...films.cast.get(row).subarray(0, 3)];
    // Of films that little is known of, many look alike.
    if (day === undefined || people.length === 0) continue;
    const key = `${films.title.get(row)}\n${day}\n${people.join()}`;
    if (seen.has(key)) twins++;
    seen.add(key);
  }
  return twins / Math.max(1, films.rowCount);
}
