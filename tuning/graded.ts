/**
 * How alike films are by reading: for each of some films of all kinds a dozen or more others, each graded by somebody who knows
 * films and not which engine proposed them. 3: an obvious pick; 2: good; 1: weak; 0: wrong. A file of lines of a film's TMDB id,
 * a tab, and `id:grade` of the others, divided by blanks, with a heading.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tables } from "../src/catalog/catalog.js";
import { eachRow, type FilmRow } from "../src/catalog/rows.js";
import { PACKAGE_ROOT } from "../src/package-root.js";

const GRADED = join(PACKAGE_ROOT, "tuning/graded.tsv");
const HEADING = "film\tothers";

export interface Graded {
  readonly film: FilmRow;
  readonly others: readonly { readonly film: FilmRow; readonly grade: number }[];
}

/** Those of films that are in the catalogue. @throws Error where a line is none of its kind */
export function readGraded({ films }: Pick<Tables, "films">, file = GRADED): Graded[] {
  const rows = new Map(Array.from(eachRow(films), (row) => [films.id[row], row]));
  const [heading, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  if (heading !== HEADING) throw new Error(`${file}: no graded films (it begins with "${heading}")`);
  return lines.flatMap((line) => {
    const [, id, others] = LINE.exec(line) ?? [];
    if (others === undefined) throw new Error(`${file}: "${line}" is no film with others`);
    const film = rows.get(Number(id));
    if (film === undefined) return [];
    const known = others.split(" ").flatMap((one) => {
      const [other, grade] = one.split(":").map(Number);
      const row = rows.get(other ?? 0);
      return row === undefined || grade === undefined ? [] : [{ film: row, grade }];
    });
    return [{ film, others: known }];
  });
}

const LINE = /^(\d+)\t(\d+:[0-3](?: \d+:[0-3])*)$/u;
