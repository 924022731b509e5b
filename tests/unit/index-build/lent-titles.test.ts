import { describe, expect, it } from "vitest";
import { encodeTable } from "../../../index-build/write/encode/arrow.js";
import { LentTitles } from "../../../index-build/write/films/lent-titles.js";
import { readTable } from "../../../src/catalog/arrow/table.js";
import { filmRow } from "../../../src/catalog/rows.js";

interface Film {
  readonly title: string;
  readonly originalTitle?: string;
  readonly titleEs?: string;
  readonly titleEs419?: string;
  readonly aka?: readonly string[];
}

const SHAPE = {
  title: "utf8",
  originalTitle: "utf8?",
  titleEs: "utf8?",
  titleEs419: "utf8?",
  aka: "utf8[]",
} as const;

/** What each of some films is lent; the best known first. */
function lentTo(...films: Film[]): (readonly string[])[] {
  const bytes = encodeTable(SHAPE, {
    title: films.map(({ title }) => title),
    originalTitle: films.map(({ originalTitle }) => originalTitle),
    titleEs: films.map(({ titleEs }) => titleEs),
    titleEs419: films.map(({ titleEs419 }) => titleEs419),
    aka: films.map(({ aka = [] }) => aka),
  });
  const lent = new LentTitles({ films: readTable(bytes, SHAPE) });
  return films.map((_, row) => lent.of(filmRow(row)));
}

describe("Spanish titles that are lent", () => {
  const littleWomen = { title: "Little Women", titleEs: "Mujercitas" };

  it("go to lesser known films of the same title, however it is spelled", () => {
    expect(lentTo(littleWomen, { title: "Little women" })).toEqual([[], ["Mujercitas"]]);
    expect(
      lentTo(
        { title: "Pride & Prejudice", titleEs: "Orgullo y prejuicio" },
        { title: "Pride and Prejudice" },
      ),
    ).toEqual([[], ["Orgullo y prejuicio"]]);
    expect(lentTo({ title: "The Mummy", titleEs: "La momia" }, { title: "Mummy" })).toEqual([
      [],
      ["La momia"],
    ]);
  });

  it("go by the original title too, for Spain and for Latin America", () => {
    const original = { title: "Breathless", originalTitle: "À bout de souffle" };
    const titles = { titleEs: "Al final de la escapada", titleEs419: "Sin aliento" };
    expect(lentTo({ ...original, ...titles }, { title: "A bout de souffle" })).toEqual([
      [],
      ["Al final de la escapada", "Sin aliento"],
    ]);
  });

  it("do not come from a lesser known film: they would lead away from it", () => {
    expect(lentTo({ title: "Frozen" }, { title: "Frozen", titleEs: "Bajo cero" })).toEqual([[], []]);
    expect(
      lentTo(
        { title: "Frankenstein", titleEs: "Frankenstein" },
        { title: "Frankenstein", titleEs: "El doctor Frankenstein", titleEs419: "Frankenstein" },
      ),
    ).toEqual([[], []]);
  });

  it("are none of the film's own names", () => {
    expect(lentTo(littleWomen, { title: "Little Women", aka: ["mujercitas"] })).toEqual([[], []]);
    expect(lentTo(littleWomen, { title: "Big Women" })).toEqual([[], []]);
  });
});
