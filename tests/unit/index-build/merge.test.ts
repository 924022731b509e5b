import { describe, expect, test } from "vitest";
import { dataDateOf } from "../../../index-build/merge/data-date.js";
import { fillFilm } from "../../../index-build/merge/films.js";
import type { FilmRecord, NamedRef } from "../../../index-build/records.js";

const film = (facts: Partial<FilmRecord> = {}): FilmRecord => ({
  id: 1,
  title: "One",
  aka: [],
  voteCount: 0,
  adult: false,
  genres: [],
  companies: [],
  countries: [],
  spokenLanguages: [],
  keywords: [],
  cast: [],
  castOrdered: false,
  crew: [],
  ...facts,
});
const ref = (id: number, name = `n${id}`): NamedRef => ({ id, name });

describe("fillFilm", () => {
  test("keeps what is known and takes what is not", () => {
    const filled = fillFilm(
      film({ title: "A", runtime: 90, budget: undefined, genres: ["Drama"], aka: ["x"] }),
      film({
        title: "B",
        runtime: 80,
        budget: 5,
        titleEs: "Be",
        genres: ["War"],
        countries: [{ code: "ES", name: "Spain" }],
        aka: ["y", "x"],
      }),
    );
    expect(filled).toMatchObject({
      title: "A",
      runtime: 90,
      budget: 5,
      titleEs: "Be",
      genres: ["Drama"],
      countries: [{ code: "ES", name: "Spain" }],
      aka: ["x", "y"],
    });
  });

  test("a film is adult where any source says so", () => {
    expect(fillFilm(film(), film({ adult: true })).adult).toBe(true);
  });

  test("joins casts; the one that is in order comes first", () => {
    const unordered = film({ cast: [ref(1), ref(2)], castOrdered: false });
    const ordered = film({ cast: [ref(2), ref(3)], castOrdered: true });
    expect(fillFilm(unordered, ordered)).toMatchObject({
      cast: [{ id: 2 }, { id: 3 }, { id: 1 }],
      castOrdered: true,
    });
    expect(fillFilm(ordered, unordered)).toMatchObject({
      cast: [{ id: 2 }, { id: 3 }, { id: 1 }],
      castOrdered: true,
    });
    expect(fillFilm(unordered, unordered)).toMatchObject({
      cast: [{ id: 1 }, { id: 2 }],
      castOrdered: false,
    });
  });

  test("a person without an id is the one of that name who has one", () => {
    const filled = fillFilm(
      film({ cast: [ref(-5, "Ana")], crew: [{ person: ref(-5, "Ana"), job: "Director" }] }),
      film({ cast: [ref(7, "Ana"), ref(8, "Bo")], crew: [{ person: ref(7, "Ana"), job: "Director" }] }),
    );
    expect(filled.cast.map(({ id }) => id)).toEqual([7, 8]);
    expect(filled.crew).toEqual([{ person: { id: 7, name: "Ana" }, job: "Director" }]);
  });
});

describe("dataDateOf", () => {
  const read = (releaseDate: string | undefined, voteCount: number, released = true) => ({
    film: film({ releaseDate, voteCount }),
    place: { file: "x" },
    released,
  });
  test("the newest film that is out and has votes", () => {
    expect(
      dataDateOf([
        read("2017-07-01", 100),
        read("2016-01-01", 900),
        read("2020-12-16", 158, false),
        read("2018-01-01", 99),
      ]),
    ).toBe("2017-07-01");
  });
  test("without votes, the newest date; without dates, the first day", () => {
    expect(dataDateOf([read("2015-01-01", 0), read("2016-01-01", 3)])).toBe("2016-01-01");
    expect(dataDateOf([read(undefined, 50)])).toBe("1970-01-01");
  });
  test("a film that people talk about is out, though its votes are unknown", () => {
    const recent = { ...read("2023-07-20", 0), film: film({ releaseDate: "2023-07-20", prominence: 5 }) };
    const obscure = { ...read("2024-01-01", 0), film: film({ releaseDate: "2024-01-01", prominence: 1 }) };
    expect(dataDateOf([read("2017-07-01", 100), recent, obscure])).toBe("2023-07-20");
  });
});
