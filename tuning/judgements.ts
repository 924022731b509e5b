/**
 * What people said of pairs of films: whether one is a good “more like this” for the other. A file of lines of two titles,
 * each with its year, and `OK` or `NOT_OK`, divided by tabs, with a heading.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tables } from "../src/catalog/catalog.js";
import { eachRow, type FilmRow } from "../src/catalog/rows.js";
import { fold } from "../src/find/encode/fold.js";
import { PACKAGE_ROOT } from "../src/package-root.js";
import { filmFacts } from "../src/recommend/features/facts.js";

export const JUDGEMENTS = join(PACKAGE_ROOT, "../shared/eval/more-like-this/ratings.dev.tsv");

export interface Judgement {
  readonly film: FilmRow;
  readonly other: FilmRow;
  readonly alike: boolean;
}

export interface Judgements {
  readonly pairs: readonly Judgement[];
  /** Pairs of which one film is not in the catalogue. */
  readonly leftOut: number;
}

/** @returns undefined where the file is not there */
export function readJudgements(
  file: string,
  tables: Pick<Tables, "films" | "genres">,
): Judgements | undefined {
  if (!existsSync(file)) return undefined;
  const find = finder(tables);
  const [heading, ...lines] = readFileSync(file, "utf8").split(/\r?\n/u);
  if (heading !== HEADING) throw new Error(`${file}: no judgements (it begins with "${heading}")`);
  const pairs: Judgement[] = [];
  let leftOut = 0;
  for (const line of lines) {
    if (line === "") continue;
    const [title = "", year, otherTitle = "", otherYear, rating] = line.split("\t");
    const film = find(title, Number(year));
    const other = find(otherTitle, Number(otherYear));
    if (film === undefined || other === undefined) leftOut++;
    else pairs.push({ film, other, alike: rating === "OK" });
  }
  return { pairs, leftOut };
}

const HEADING = "title_1\tyear_1\ttitle_2\tyear_2\trating";

/** Finds the best known film of a title and year, or of the year before or after. */
function finder(
  tables: Pick<Tables, "films" | "genres">,
): (title: string, year: number) => FilmRow | undefined {
  const { films } = tables;
  const { years } = filmFacts(tables);
  const byTitle = new Map<string, FilmRow[]>();
  for (const film of eachRow(films)) {
    const titles = [films.title.get(film), films.originalTitle.get(film) ?? ""];
    for (const title of new Set(titles.map(fold))) byTitle.set(title, [...(byTitle.get(title) ?? []), film]);
  }
  return (title, year) => {
    const named = byTitle.get(fold(title)) ?? [];
    const within = (most: number) => named.find((film) => Math.abs((years[film] ?? 0) - year) <= most);
    return within(0) ?? within(1);
  };
}
