/** Whatever we show names what it was shown for: completions, choices, lines of lists, in both languages. */
import { describe, expect, it } from "vitest";
import { collectionName } from "../../../commands/shared/words/collections.js";
import { heading, shortHeading } from "../../../commands/shared/words/wording.js";
import { filmTitles, isAdult, releaseYear } from "../../../src/catalog/film.js";
import { filmLabel, filmText } from "../../../src/catalog/labels.js";
import { type CollectionRow, eachRow, type FilmRow, type PersonRow } from "../../../src/catalog/rows.js";
import { parseLocale } from "../../../src/chat/locale.js";
import type { Resolution, Role } from "../../../src/find/port.js";
import { readFileName } from "../../../src/find/reading/file-names.js";
import { readReference } from "../../../src/find/reading/links.js";
import { collectionRef } from "../../../src/queries/refs/collection.js";
import { bestKnown, filmRef, shownTitle } from "../../../src/queries/refs/film.js";
import { starter } from "../../support/starter-index.js";

/** Shown texts that do not lead back to their row. Two that are shown alike may be asked about. */
function strangers<Row extends number>(
  rows: Iterable<Row>,
  show: (row: Row) => string | undefined,
  resolve: (text: string) => Resolution<Row>,
  isNamesake: (one: Row, other: Row) => boolean = () => false,
): string[] {
  const shown = new Map<string, Row[]>();
  for (const row of rows) {
    const text = show(row);
    if (text !== undefined) shown.set(text, [...(shown.get(text) ?? []), row]);
  }
  const isAskedRightly = (asked: readonly Row[], alike: readonly Row[]): boolean =>
    alike.length > 1 || asked.every((one) => alike.some((other) => isNamesake(one, other)));
  return [...shown].flatMap(([text, alike]) => {
    const found = resolve(text);
    const meant =
      found.kind === "found"
        ? [found.value]
        : found.kind === "choices" && isAskedRightly(found.values, alike)
          ? found.values
          : [];
    return alike.some((row) => meant.includes(row)) ? [] : [`${text} → ${found.kind}`];
  });
}

function films(): FilmRow[] {
  return [...eachRow(starter.catalog.films)].filter((row) => !isAdult(starter.catalog, row));
}

const film = (text: string) => starter.edition.find.film(text);

describe.each(["es", "es-MX", "en"])("films, to a reader of %s", (tag) => {
  const locale = parseLocale(tag);
  const ref = (row: FilmRow) => filmRef(starter.catalog, row);

  it.each<[string, (row: FilmRow) => string]>([
    ["a completion or a choice", (row) => filmLabel(starter.catalog, row, tag)],
    ["a title with its original one", (row) => `${heading(locale, ref(row))} · 8,1`],
    [
      "a line with its reasons",
      (row) => `• ${shortHeading(locale, ref(row))}: de la misma saga; con Ana Ruiz`,
    ],
    ["a numbered line", (row) => `12. ${heading(locale, ref(row))} · 1 de mayo de 1990`],
    ["a page title of another site", (row) => `${filmText(starter.catalog, row, tag)} - IMDb`],
  ])("%s", (_, show) => {
    expect(strangers(films(), show, film, areNamesakes)).toEqual([]);
  });
});

/** Films of one year and of a common title, which they may bear in another language than the reader's. */
function areNamesakes(one: FilmRow, other: FilmRow): boolean {
  const { catalog } = starter;
  const titles = new Set<string | undefined>(Object.values(filmTitles(catalog, one)));
  const common = Object.values(filmTitles(catalog, other)).some(
    (title) => title !== undefined && titles.has(title),
  );
  return common && releaseYear(catalog, one) === releaseYear(catalog, other);
}

describe.each<Role>(["actor", "director"])("people, as %s", (role) => {
  it("a choice names them by their best known film", () => {
    const { catalog, edition } = starter;
    const { name, acted, directed } = catalog.people;
    const show = (row: PersonRow) => {
      const [best] = bestKnown(catalog, (role === "actor" ? acted : directed).get(row), 1);
      return best && `${name.get(row)} · ${shownTitle(best, "es")}`;
    };
    const people = eachRow(catalog.people);
    expect(strangers(people, show, (text) => edition.find.person(text, role))).toEqual([]);
  });
});

describe("franchises", () => {
  it.each(["es", "en"])("in the language of %s", (tag) => {
    const { catalog, edition } = starter;
    const { collections } = catalog;
    const show = (row: CollectionRow) => collectionName(parseLocale(tag), collectionRef(catalog, row));
    expect(strangers(eachRow(collections), show, edition.find.collection)).toEqual([]);
  });
});

describe("titles", () => {
  it("are never taken for links or file names", () => {
    const read = films().flatMap((row) =>
      Object.values(filmTitles(starter.catalog, row)).filter(
        (title) =>
          title !== undefined && (readReference(title) !== undefined || readFileName(title) !== undefined),
      ),
    );
    expect(read).toEqual([]);
  });
});
