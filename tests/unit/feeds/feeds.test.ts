/** The files that a refresh keeps and the index build reads: what is written is read, and odd lines cost little. */
import { describe, expect, it } from "vitest";
import { formatOf, headerLine, parseLine } from "../../../src/feeds/json-lines.js";
import { LABELS_FORMAT, labelLine } from "../../../src/feeds/labels.js";
import { OFFER_TERMS, tmdbFilm } from "../../../src/feeds/tmdb-film.js";
import {
  filmLine,
  HEAD_LENGTH,
  lineHead,
  TMDB_FORMAT,
  tmdbLine,
  tombstoneLine,
} from "../../../src/feeds/tmdb-lines.js";

const ASKED = new Date("2026-11-20T09:00:00.123Z");

describe("the first line of a file", () => {
  it.each([TMDB_FORMAT, LABELS_FORMAT])("tells that it is %s", (format) => {
    expect(headerLine(format)).toBe(`{"format":"${format}"}\n`);
    expect(formatOf(parseLine(headerLine(format)))).toBe(format);
  });

  it.each(["", "{", "null", "7", '"claqueta-tmdb/1"', "{}", '{"format":1}'])("tells nothing: %s", (line) => {
    expect(formatOf(parseLine(line))).toBeUndefined();
  });
});

describe("a line of TMDB's films", () => {
  const told = {
    id: 603,
    title: "Matrix",
    backdrop_path: "/not-kept.jpg",
    vote_count: 26_000,
    genres: [{ id: 28, name: "Acción" }, { id: "28" }, null],
    cast: [
      { id: 6384, name: "Keanu Reeves", order: 0, character: "Neo" },
      { id: -1, name: "Nobody", order: 1 },
    ],
    providers: {
      region: "ES",
      flatrate: [{ provider_id: 8, provider_name: "Netflix" }, {}],
      rent: "Apple TV",
    },
  };

  it("is read as it was written", () => {
    const film = tmdbFilm.parse(told);
    const line = filmLine(603, ASKED, "ES", film);
    expect(line.endsWith("\n")).toBe(true);
    // What is unknown is left out of the line, and unknown again when it is read.
    expect(tmdbLine.parse(parseLine(line))).toEqual({ id: 603, at: ASKED.toISOString(), film });
  });

  it("keeps what is as it should be, and of the rest nothing", () => {
    const film = tmdbFilm.parse(told);
    expect(film).not.toHaveProperty("backdrop_path");
    expect(film.genres).toEqual([{ id: 28, name: "Acción" }]);
    expect(film.cast).toEqual([{ id: 6384, name: "Keanu Reeves", order: 0 }]);
    expect(film.providers?.flatrate).toEqual([{ provider_name: "Netflix" }]);
    expect(film.providers?.rent).toEqual([]);
    expect(Object.keys(film.providers ?? {})).toEqual(["region", ...OFFER_TERMS]);
  });

  it("that is odd in every cell is still a film, and one without an id is none", () => {
    const odd = Object.fromEntries(Object.keys(tmdbFilm.shape).map((name) => [name, { odd: true }]));
    expect(tmdbFilm.parse({ ...odd, id: 1 })).toMatchObject({
      id: 1,
      adult: false,
      keywords: [],
      translations: [],
    });
    expect(tmdbFilm.safeParse({ title: "Matrix" }).success).toBe(false);
    expect(tmdbFilm.safeParse({ id: 2 ** 31 }).success).toBe(false);
  });

  it("tells in its first characters all that a refresh has to know", () => {
    const longest = filmLine(2 ** 31 - 1, ASKED, "ES", tmdbFilm.parse({ id: 2 ** 31 - 1 }));
    expect(lineHead(longest.slice(0, HEAD_LENGTH))).toEqual({
      id: 2 ** 31 - 1,
      at: ASKED.getTime(),
      gone: false,
      region: "ES",
    });
    expect(lineHead(tombstoneLine(9, ASKED).slice(0, HEAD_LENGTH))).toEqual({
      id: 9,
      at: ASKED.getTime(),
      gone: true,
    });
    expect(tmdbLine.parse(parseLine(tombstoneLine(9, ASKED)))).toMatchObject({ id: 9, gone: true });
    // Of before regions were kept.
    expect(lineHead(`{"id":5,"at":"${ASKED.toISOString()}","film":{"id":5`)).toMatchObject({ id: 5 });
    for (const line of [headerLine(TMDB_FORMAT), "", '{"id":5}', "<html>"])
      expect(lineHead(line)).toBeUndefined();
  });
});

describe("a line of labels", () => {
  it.each([
    [{ id: 603, at: ASKED.toISOString(), es: "Matrix" }, true],
    [{ id: 603, at: ASKED.toISOString(), es: null }, true],
    [{ id: 603, es: "Matrix" }, true],
    [{ id: 603, at: ASKED.toISOString() }, false],
    [{ id: 0, at: ASKED.toISOString(), es: "Matrix" }, false],
  ])("%j is one: %s", (line, isOne) => expect(labelLine.safeParse(line).success).toBe(isOne));
});
