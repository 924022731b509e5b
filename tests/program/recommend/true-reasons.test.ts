/**
 * Every reason that is given is true, held against what the sources say: names, ids, dates and single ratings
 * as they were read, not the rows and vectors that reasons are made from.
 */
import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { randomNumbers } from "../../../bench/tools/random.js";
import { readCatalog } from "../../../index-build/build.js";
import { readPeopleNames } from "../../../index-build/read/sources/tables/people-names.js";
import type { FilmRecord, SourceCatalog } from "../../../index-build/records.js";
import { BuildReport } from "../../../index-build/report.js";
import { filmRow } from "../../../src/catalog/rows.js";
import type { Edition } from "../../../src/chat/contract.js";
import { filmsBy } from "../../../src/queries/discover/recommend.js";
import type { NamedReason } from "../../../src/queries/discover/recommendations.js";
import type { RecommendationRequest } from "../../../src/queries/discover/request.js";
import { STARTER } from "../../support/build-index.js";
import { FULL_DATA, fullIndex } from "../../support/full-index.js";
import { starter } from "../../support/starter-index.js";

const LIKED_HALF_STARS = 8;
const CREDITED: Readonly<Record<string, (job: string) => boolean>> = {
  director: (job) => job === "Director",
  writer: (job) => ["Screenplay", "Writer", "Author", "Story"].includes(job),
};

/** Of these, which tell little, one is told at most. */
const CONTEXT: ReadonlySet<NamedReason["kind"]> = new Set(["genres", "country", "era"]);
/** What no theme may be: how a film was made or sold, or what half of all films are about. */
const EMPTY = /^(?:3d|sequel|love|woman director|independent film|based on novel|.*creditsstinger)$/u;

/** Names of everything a film has of a kind. */
function factsOf(film: FilmRecord, kind: NamedReason["kind"]): string[] {
  switch (kind) {
    case "collection":
      return film.collection === undefined ? [] : [film.collection.name];
    case "director":
    case "writer":
      return film.crew.filter(({ job }) => CREDITED[kind]?.(job)).map(({ person }) => person.name);
    case "cast":
      return film.cast.map(({ name }) => name);
    case "keywords":
      return film.keywords.map(({ name }) => name);
    case "genres":
      return [...film.genres];
    case "companies":
      return film.companies.map(({ name }) => name);
    case "country":
      return film.countries.map(({ code }) => code);
    case "era":
      return film.releaseDate === undefined ? [] : [`${film.releaseDate.slice(0, 3)}0`];
    case "liked":
      return [];
  }
}

/** Who liked a film, by their place in the source. */
function admirers({ userRatings: { offsets, films, stars } }: SourceCatalog): Map<number, Set<number>> {
  const byFilm = new Map<number, Set<number>>();
  for (let user = 0; user + 1 < offsets.length; user++) {
    const [from, to] = [offsets[user], offsets[user + 1]];
    const given = stars.subarray(from, to);
    for (const [at, film] of films.subarray(from, to).entries()) {
      if ((given[at] ?? 0) < LIKED_HALF_STARS) continue;
      byFilm.set(film, (byFilm.get(film) ?? new Set()).add(user));
    }
  }
  return byFilm;
}

async function checkReasons(services: Edition, source: SourceCatalog, pairs: number): Promise<number> {
  const { catalog } = services;
  const recommender = await services.recommender();
  const liked = admirers(source);
  const random = randomNumbers(2026);
  const any: Omit<RecommendationRequest, "skip"> = { count: 10, lessPopular: false, filter: [] };
  let checkedPairs = 0;
  let checked = 0;
  while (checkedPairs < pairs) {
    const row = filmRow(Math.floor(random() * catalog.films.rowCount));
    // Prebuilt neighbours, and those found beyond them.
    const request = { ...any, skip: 10 * Math.floor(random() * 4) };
    const { film, recommendations } = await filmsBy(
      "like",
      { catalog, recommender, films: [row], request },
      async () => undefined,
    );
    for (const { film: other, reasons } of recommendations) {
      checkedPairs++;
      expect(reasons.length).toBeLessThanOrEqual(3);
      expect(reasons.filter(({ kind }) => CONTEXT.has(kind)).length).toBeLessThanOrEqual(1);
      const a = source.films.get(film?.id ?? 0) as FilmRecord;
      const b = source.films.get(other.id) as FilmRecord;
      for (const { kind, shared, people, with: id } of reasons) {
        expect(id).toBe(a.id);
        checked++;
        if (kind === "liked") {
          const others = liked.get(b.id) ?? new Set();
          expect([...(liked.get(a.id) ?? [])].filter((user) => others.has(user))).toHaveLength(people ?? -1);
          expect(people).toBeGreaterThanOrEqual(4);
          continue;
        }
        expect(shared.length).toBeGreaterThan(0);
        const names = shared.map(({ name }) => name);
        expect(factsOf(a, kind)).toEqual(expect.arrayContaining(names));
        expect(factsOf(b, kind)).toEqual(expect.arrayContaining(names));
        if (kind === "keywords") {
          expect(names.filter((theme) => EMPTY.test(theme))).toEqual([]);
          expect(shared.map(({ nameEs }) => nameEs)).not.toContain(null);
        }
      }
    }
  }
  return checked;
}

for (const [name, folder, pairs, open] of [
  ["the starter catalogue", STARTER, 1_000, () => starter],
  ["the full data (needs ../shared/data)", FULL_DATA, 4_000, fullIndex],
] as const) {
  describe.skipIf(!existsSync(folder))(`reasons on ${name}`, () => {
    const index = open();
    let source: SourceCatalog;
    beforeAll(async () => {
      // People are shown in Latin letters where the sources have another script.
      source = await readCatalog([folder], { report: new BuildReport(), people: await readPeopleNames() });
    }, 300_000);

    it("are true", async () => {
      // Of little known films many share nothing that is worth telling.
      expect(await checkReasons(index.edition, source, pairs)).toBeGreaterThan(pairs / 2);
    }, 120_000);
  });
}
