/** How much of what the catalogue holds at least. */
import type { StarterFilm } from "../read/starter/schema.js";
import type { Finding } from "./finding.js";
import type { Starter } from "./load.js";

const IBERO_AMERICAN = new Set(
  "ES MX AR CL CO PE CU UY VE BO EC PY CR DO GT HN NI PA PR SV BR PT".split(" "),
);
const ITS_LANGUAGES = new Set(["es", "ca", "gl", "eu", "pt"]);
const MOST_VOTED = 600;
const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 6 * MEGABYTE;

const isIberoAmerican = ({ countries, originalLanguage }: StarterFilm): boolean =>
  ITS_LANGUAGES.has(originalLanguage) && countries.some((code) => IBERO_AMERICAN.has(code));

export interface Coverage {
  readonly what: string;
  readonly count: number;
  readonly least: number;
}

export function coverage({ films: inFiles, streaming, titles }: Starter): Coverage[] {
  const films = inFiles.map(({ film }) => film);
  const voted = films.filter(({ voteCount }) => voteCount !== undefined);
  const mostVoted = voted.sort((a, b) => (b.voteCount ?? 0) - (a.voteCount ?? 0)).slice(0, MOST_VOTED);
  const count = (test: (film: StarterFilm) => boolean): number => films.filter(test).length;
  return [
    { what: "films", count: films.length, least: 2_000 },
    { what: "Ibero-American films", count: count(isIberoAmerican), least: 250 },
    { what: "films before 1970", count: count(({ released }) => released < "1970"), least: 150 },
    { what: "films from 2018 on", count: count(({ released }) => released >= "2018"), least: 300 },
    { what: "animated films", count: count(({ genres }) => genres.includes("Animation")), least: 150 },
    { what: "documentaries", count: count(({ genres }) => genres.includes("Documentary")), least: 60 },
    {
      what: `synopses of the ${MOST_VOTED} most voted`,
      count: mostVoted.filter(({ synopsis }) => synopsis !== undefined).length,
      least: MOST_VOTED,
    },
    { what: "streaming titles", count: streaming.length, least: 1_500 },
    { what: "films with Spanish titles of ours", count: titles.byFilm.size, least: 9_500 },
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
