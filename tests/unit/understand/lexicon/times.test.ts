/** How people say in words how long films are and when they are from: each line of the lists in a sentence. */
import { describe, expect, it } from "vitest";
import { ERAS } from "../../../../src/understand/lexicon/filters/eras.js";
import { LENGTHS } from "../../../../src/understand/lexicon/filters/lengths.js";
import { edition, meanings } from "../two-films.js";

const NEWEST = Number(edition.catalog.manifest.dataDate.slice(0, 4));

const LONG: readonly (readonly [sentence: string, minutes: (typeof LENGTHS)[number][0]])[] = [
  ["algo cortito", { max: 95 }],
  ["a short movie", { max: 95 }],
  ["que no sea muy larga", { max: 120 }],
  ["not too long", { max: 120 }],
  ["una peli larguísima", { min: 150 }],
];

const WHEN: readonly (readonly [sentence: string, years: (typeof ERAS)[number][0]])[] = [
  ["de los años veinte", { from: 1920, to: 1929 }],
  ["pelis treinteras", { from: 1930, to: 1939 }],
  ["de los años cuarenta", { from: 1940, to: 1949 }],
  ["cine cincuentero", { from: 1950, to: 1959 }],
  ["movies from the sixties", { from: 1960, to: 1969 }],
  ["de los setenta", { from: 1970, to: 1979 }],
  ["terror ochentoso", { from: 1980, to: 1989 }],
  ["comedias noventeras", { from: 1990, to: 1999 }],
  ["de los dosmiles", { from: 2000, to: 2009 }],
  ["de la década pasada", { from: 2010, to: 2019 }],
  ["de esta década", { from: 2020, to: 2029 }],
  ["de este siglo", { from: 2001 }],
  ["del siglo pasado", { to: 2000 }],
  ["de la época de oro", { from: 1936, to: 1959 }],
  ["de este año", { last: 0 }],
  ["from last year", { last: 1 }],
  ["pelis antiguas", { to: 1979 }],
];

/** Two lists of spans, whatever their order. */
const same = (spans: readonly object[]) => new Set(spans.map((span) => JSON.stringify(span)));

describe("lengths in words", () => {
  it.each(LONG)("“%s” is %o", (sentence, minutes) => {
    expect(meanings(sentence)).toContainEqual({ kind: "minutes", ...minutes, vague: true });
  });

  it("have a sentence each", () => {
    expect(same(LONG.map(([, minutes]) => minutes))).toEqual(same(LENGTHS.map(([minutes]) => minutes)));
  });
});

describe("eras in words", () => {
  it.each(WHEN)("“%s” is %o", (sentence, { from, to, last }) => {
    const years = last === undefined ? { from, to } : { from: NEWEST - last, to: NEWEST - last };
    expect(meanings(sentence)).toContainEqual({ kind: "years", ...years });
  });

  it("have a sentence each", () => {
    expect(same(WHEN.map(([, years]) => years))).toEqual(same(ERAS.map(([years]) => years)));
  });
});
