/** How much of what the catalogue holds at least. */
import type { StarterFilm } from "../read/sources/starter/schema.js";
import type { Finding } from "./finding.js";
import type { Starter } from "./load.js";

const IBERO_AMERICAN = new Set(
  "ES MX AR CL CO PE CU UY VE BO EC PY CR DO GT HN NI PA PR SV BR PT".split(" "),
);
const ITS_LANGUAGES = new Set(["es", "ca", "gl", "eu", "pt"]);
/** Films of more votes have a synopsis. */
const MUCH_VOTED = 2_000;
const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 9 * MEGABYTE;

const isIberoAmerican = ({ countries, originalLanguage }: StarterFilm): boolean =>
  ITS_LANGUAGES.has(originalLanguage) && countries.some((code) => IBERO_AMERICAN.has(code));

export interface Coverage {
  readonly what: string;
  readonly count: number;
  readonly least: number;
}

export function coverage({ films: inFiles, streaming, titles }: Starter): Coverage[] {
  const films = inFiles.map(({ film }) => film);
  const count = (test: (film: StarterFilm) => boolean): number => films.filter(test).length;
  const isMuchVoted = ({ voteCount = 0 }: StarterFilm): boolean => voteCount > MUCH_VOTED;
  return [
    { what: "films", count: films.length, least: 5_300 },
    { what: "Ibero-American films", count: count(isIberoAmerican), least: 1_200 },
    { what: "films before 1970", count: count(({ released }) => released < "1970"), least: 250 },
    { what: "films from 2018 on", count: count(({ released }) => released >= "2018"), least: 1_900 },
    { what: "animated films", count: count(({ genres }) => genres.includes("Animation")), least: 400 },
    { what: "documentaries", count: count(({ genres }) => genres.includes("Documentary")), least: 150 },
    { what: "synopses", count: count(({ synopsis }) => synopsis !== undefined), least: 2_600 },
    {
      what: `synopses of films of more than ${MUCH_VOTED} votes`,
      count: count((film) => isMuchVoted(film) && film.synopsis !== undefined),
      least: count(isMuchVoted),
    },
    { what: "streaming titles", count: streaming.length, least: 1_500 },
    { what: "films with Spanish titles of ours", count: titles.byFilm.size, least: 13_000 },
  ];
}

export function checkCoverage(starter: Starter): Finding[] {
  const findings = coverage(starter)
    .filter(({ count, least }) => count < least)
    .map(
      ({ what, count, least }): Finding => ({
        rule: "coverage",
        about: what,
        detail: `${count} of ${least}`,
      }),
    );
  if (starter.bytes > MOST_BYTES)
    findings.push({ rule: "coverage", about: "data/starter", detail: `${starter.bytes} bytes` });
  return findings;
}
