/**
 * Questions as people type them on a phone, each with the film or person meant, written for this project. The
 * starter catalogue answers those of its films, in Spanish and English. The others ask for films of the full
 * dataset; they are skipped where ../shared/data is not there.
 */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Catalog, filmById, rowById } from "../../../src/catalog/catalog.js";
import type { Edition } from "../../../src/chat/contract.js";
import type { Resolution } from "../../../src/find/port.js";
import {
  madeUpTitles,
  type TypedPerson,
  type TypedQuestion,
  titlesWrittenOtherwise,
  typedPeople,
  typedQuestions,
} from "../../../tuning/questions/read.js";
import { FULL_DATA, fullIndex } from "../../support/full-index.js";
import { starter } from "../../support/starter-index.js";

/** Hit rates that were reached, rounded down; whoever does better raises them. */
const FLOORS = { starter: 0.97, full: 0.96, people: 0.99, writtenOtherwise: 0.99 };

const FILMS = typedQuestions();
const STARTER_FILMS = FILMS.filter(({ where }) => where === "starter");
const FULL_FILMS = FILMS.filter(({ where }) => where === "full");
const WRITTEN_OTHERWISE = titlesWrittenOtherwise();
const PEOPLE = typedPeople();

/** A question and what came of it. */
interface Asked {
  readonly kind: string;
  readonly query: string;
  readonly meant: string;
  readonly got: string;
  readonly hit: boolean;
}

/** The answer, or the first of what is asked between. */
function firstOf<Row>(resolution: Resolution<Row>): Row | undefined {
  switch (resolution.kind) {
    case "found":
      return resolution.value;
    case "choices":
      return resolution.values[0];
    case "none":
      return undefined;
  }
}

function askFilm({ find, catalog: { films } }: Edition, { kind, query, id, title }: TypedQuestion): Asked {
  const row = firstOf(find.film(query));
  const got = row === undefined ? "nothing" : films.title.get(row);
  return { kind, query, meant: title, got, hit: row !== undefined && films.id[row] === id };
}

function askPerson({ find, catalog: { people } }: Edition, { query, role, id, name }: TypedPerson): Asked {
  const row = firstOf(find.person(query, role));
  const got = row === undefined ? "nothing" : people.name.get(row);
  return { kind: role, query, meant: name, got, hit: row !== undefined && people.id[row] === id };
}

function expectHitRate(asked: readonly Asked[], floor: number): void {
  const hits = asked.filter(({ hit }) => hit).length;
  expect(hits / asked.length, summary(asked)).toBeGreaterThanOrEqual(floor);
}

/** Hits by kind and every miss, for whoever reads a failure. */
function summary(asked: readonly Asked[]): string {
  const kinds = [...new Set(asked.map(({ kind }) => kind))].map((kind) => {
    const own = asked.filter((other) => other.kind === kind);
    return `${kind} ${own.filter(({ hit }) => hit).length}/${own.length}`;
  });
  const misses = asked
    .filter(({ hit }) => !hit)
    .map(({ kind, query, meant, got }) => `  ${kind}: "${query}" is ${meant}, got ${got}`);
  return ["hit rate", kinds.join(", "), ...misses].join("\n");
}

/** Questions whose film has another title in the catalogue, or is not there. */
function wrongFilmLabels(catalog: Catalog, questions: readonly TypedQuestion[]): string[] {
  return questions.flatMap(({ query, id, title }) => {
    const row = filmById(catalog, id);
    const known = row === undefined ? "not there" : catalog.films.title.get(row);
    return known === title ? [] : [`"${query}": ${id} is not ${title} but ${known}`];
  });
}

/** The people that the catalogue has, in the role in which they are asked for. */
function peopleOf({ people }: Catalog): TypedPerson[] {
  return PEOPLE.filter(({ id, role }) => {
    const row = rowById(people, id);
    return row !== undefined && (role === "actor" ? people.acted : people.directed).size(row) > 0;
  });
}

function wrongPersonLabels({ people }: Catalog, questions: readonly TypedPerson[]): string[] {
  return questions.flatMap(({ query, id, name }) => {
    const row = rowById(people, id);
    const known = row === undefined ? "not there" : people.name.get(row);
    return known === name ? [] : [`"${query}": ${id} is not ${name} but ${known}`];
  });
}

it("asks nothing twice", () => {
  const asked = [
    ...[...FILMS, ...WRITTEN_OTHERWISE].map(({ query }) => query),
    ...PEOPLE.map(({ query, role }) => `${query}, ${role}`),
  ].map((text) => text.toLowerCase());
  expect(asked.filter((text, i) => asked.indexOf(text) !== i)).toEqual([]);
});

/** Titles that nobody gave a film: words thrown together, and mere letters. */
const MADE_UP = madeUpTitles();
/** "roow" and "envi" are as good as titles. */
const MOST_MADE_UP_ANSWERED = 2;

function expectMadeUpUnanswered({ find }: Edition): void {
  const answered = MADE_UP.filter((title) => find.film(title).kind === "found");
  expect(answered.length, answered.join("; ")).toBeLessThanOrEqual(MOST_MADE_UP_ANSWERED);
}

it("has two hundred titles nobody made, each once", () => {
  expect(new Set(MADE_UP).size).toBe(200);
});

describe("on the starter catalogue", () => {
  const { edition } = starter;

  it("every film meant is there under its title", () => {
    expect(wrongFilmLabels(edition.catalog, STARTER_FILMS)).toEqual([]);
  });

  const people = peopleOf(edition.catalog);

  it("has most of the people meant, under that name", () => {
    expect(people.length).toBeGreaterThan(500);
    expect(wrongPersonLabels(edition.catalog, people)).toEqual([]);
  });

  it("films meant elsewhere are not there", () => {
    expect(FULL_FILMS.filter(({ id }) => filmById(edition.catalog, id) !== undefined)).toEqual([]);
  });

  it("takes no title nobody made for another", () => {
    expectMadeUpUnanswered(edition);
  });

  it("finds the films", () => {
    expectHitRate(
      STARTER_FILMS.map((question) => askFilm(edition, question)),
      FLOORS.starter,
    );
  });

  it("finds films that are written otherwise than they are listed", () => {
    const here = WRITTEN_OTHERWISE.filter(({ where }) => where === "starter");
    expect(wrongFilmLabels(edition.catalog, here)).toEqual([]);
    expectHitRate(
      here.map((question) => askFilm(edition, question)),
      FLOORS.writtenOtherwise,
    );
  });

  it("finds the people", () => {
    expectHitRate(
      people.map((question) => askPerson(edition, question)),
      FLOORS.people,
    );
  });
});

const absent = !existsSync(FULL_DATA);

describe.skipIf(absent)(`at full size${absent ? " (skipped: ../shared/data is not here)" : ""}`, () => {
  const full = fullIndex();

  it("every film meant is there under its title", () => {
    expect(wrongFilmLabels(full.catalog, FULL_FILMS)).toEqual([]);
  });

  it("takes no title nobody made for another", () => {
    expectMadeUpUnanswered(full.edition);
  });

  it("finds the films that the starter catalogue has not", () => {
    expectHitRate(
      FULL_FILMS.map((question) => askFilm(full.edition, question)),
      FLOORS.full,
    );
  });

  it("finds films that are written otherwise than they are listed", () => {
    const elsewhere = WRITTEN_OTHERWISE.filter(({ where }) => where === "full");
    expect(wrongFilmLabels(full.catalog, elsewhere)).toEqual([]);
    expectHitRate(
      elsewhere.map((question) => askFilm(full.edition, question)),
      FLOORS.writtenOtherwise,
    );
  });
});
