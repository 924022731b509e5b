import { describe, expect, test } from "vitest";
import { applyPeopleNames, type NamesOfPerson } from "../../../index-build/merge/people-names.js";
import { readPeopleNames } from "../../../index-build/read/sources/tables/people-names.js";
import type { FilmRecord, NamedRef } from "../../../index-build/records.js";
import { castShares } from "../../../index-build/write/films/billing.js";
import { fold } from "../../../src/find/encode/fold.js";

const film = (cast: readonly NamedRef[], facts: Partial<FilmRecord> = {}): FilmRecord => ({
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
  cast,
  castOrdered: true,
  crew: [],
  ...facts,
});
const ref = (id: number, name = `n${id}`): NamedRef => ({ id, name });

function applied(films: readonly FilmRecord[], ...people: NamesOfPerson[]) {
  const file = { file: "people-names.json", kind: "people-names", rows: people.length, sha256: "0" };
  return applyPeopleNames(new Map(films.map((one, i) => [i, one])), { people, file });
}

describe("our names of people over a source", () => {
  test("somebody in another script is shown in Latin letters, before and behind the camera, and found under both", () => {
    const momoa = ref(117642, "杰森·莫玛");
    const dune = film([ref(1), momoa], { crew: [{ person: momoa, job: "Director" }] });
    const aliases = applied([dune], {
      id: 117642,
      name: "杰森·莫玛",
      latin: "Jason Momoa",
      aka: ["Jason Mamoa"],
    });
    expect(dune.cast.map(({ name }) => name)).toEqual(["n1", "Jason Momoa"]);
    expect(dune.crew[0]?.person.name).toBe("Jason Momoa");
    expect(aliases.get(117642)).toEqual(["杰森·莫玛", "Jason Mamoa"]);
  });

  test("a name that is in Latin letters stays", () => {
    const dune = film([ref(5, "Joseph Jason Momoa")]);
    applied([dune], { id: 5, name: "杰森·莫玛", latin: "Jason Momoa", aka: [] });
    expect(dune.cast[0]?.name).toBe("Joseph Jason Momoa");
  });

  test("who has no id of a source is known by the name, who has one is not", () => {
    const people = [ref(-3, "Beyoncé"), ref(8, "Beyoncé")];
    const aliases = applied([film(people)], { id: 9, name: "Beyoncé", aka: ["Queen B"] });
    expect([...aliases]).toEqual([[-3, ["Queen B"]]]);
  });
});

describe("castShares", () => {
  test("falls with the place where the cast has an order", () => {
    const one = film([ref(1), ref(2), ref(3)]);
    expect(castShares([one])(one)).toEqual([1, 1 / 2, 1 / 3]);
  });

  test("is even and low where it has none, and no more than in films that have one", () => {
    const last = film([...Array.from({ length: 9 }, (_, i) => ref(100 + i)), ref(1)]);
    const set = film([ref(1), ref(2)], { castOrdered: false });
    const [bitPlayer, unknown] = castShares([last, set])(set);
    expect(bitPlayer).toBeCloseTo(0.1);
    expect(unknown).toBeLessThan(0.5);
    expect(unknown).toBeGreaterThan(0.1);
  });
});

describe("data/people-names.json", () => {
  test("names each person once, at least 400 of them; an alias means one, or two who work together", async () => {
    const { people } = await readPeopleNames();
    expect(people.length).toBeGreaterThan(400);
    const ids = people.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const bearers = new Map<string, string[]>();
    for (const { name, aka } of people)
      for (const alias of aka.map(fold)) bearers.set(alias, [...(bearers.get(alias) ?? []), name]);
    const wrong = [...bearers].filter(([, names]) => names.length > 2 || new Set(names).size < names.length);
    expect(wrong).toEqual([]);
  });

  test("has a Latin name for whoever is written in another script, and no alias that is the name", async () => {
    const { people } = await readPeopleNames();
    const other = people.filter(({ name }) => /[^\p{Script=Latin}\p{Script=Common}]/u.test(name));
    expect(other.filter(({ latin }) => latin === undefined).map(({ name }) => name)).toEqual([]);
    expect(
      people
        .filter(({ name, aka }) => aka.some((alias) => fold(alias) === fold(name)))
        .map(({ name }) => name),
    ).toEqual([]);
  });
});
