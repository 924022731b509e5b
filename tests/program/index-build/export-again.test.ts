/** What the index exports is all that it knows: read again, it tells the same films, people and titles of platforms. */
import { expect, test } from "vitest";
import { readCatalog } from "../../../index-build/build.js";
import { readOwnGroups } from "../../../index-build/read/sources/tables/groups.js";
import { readNamesInOtherLanguages } from "../../../index-build/read/sources/tables/other-languages.js";
import { readPeopleNames } from "../../../index-build/read/sources/tables/people-names.js";
import { readSpanishTitles } from "../../../index-build/read/sources/tables/spanish-titles.js";
import type { FilmRecord, NamedRef } from "../../../index-build/records.js";
import { BuildReport } from "../../../index-build/report.js";
import { exportTables } from "../../../src/export/export.js";
import { STARTER } from "../../support/build-index.js";
import { folderWith } from "../../support/source-files.js";
import { starter } from "../../support/starter-index.js";

/** Ids below 0 are given anew by each build. */
const refs = (all: readonly NamedRef[]): string[] =>
  all.map(({ id, name }) => (id < 0 ? name : `${id} ${name}`));

/** What an index keeps of a film: of the crew, who directed and who wrote. */
function kept(film: FilmRecord | undefined): object | undefined {
  if (film === undefined) return undefined;
  const { cast, crew, companies, keywords, collection, aka, spokenLanguages, countries, ...facts } = film;
  const did = (isJob: (job: string) => boolean): string[] => [
    ...new Set(refs(crew.filter(({ job }) => isJob(job)).map(({ person }) => person))),
  ];
  return {
    ...Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)),
    cast: refs(cast),
    castOrdered: cast.length > 0 && film.castOrdered,
    directors: did((job) => job === "Director"),
    writers: did((job) => ["Screenplay", "Writer", "Author", "Story"].includes(job)),
    companies: refs(companies),
    keywords: refs(keywords),
    collection: collection === undefined ? [] : refs([collection]),
    aka: [...aka].sort(),
    spokenLanguages: spokenLanguages.map(({ code }) => code),
    countries: countries.map(({ code }) => code),
  };
}

test("the starter catalogue", async () => {
  const out = folderWith();
  for (const { rows } of exportTables(starter.catalog, out, "parquet"))
    expect(rows).toBeGreaterThanOrEqual(0);
  const names = {
    titles: await readSpanishTitles(),
    groups: await readOwnGroups(),
    otherLanguages: await readNamesInOtherLanguages(),
    people: await readPeopleNames(),
  };
  const before = await readCatalog([STARTER], { ...names, report: new BuildReport() });
  const report = new BuildReport();
  const after = await readCatalog([out], { ...names, report });

  const troubles = report.codes().filter(({ severity }) => severity === "refused" || severity === "repaired");
  expect(troubles).toEqual([]);
  expect(after.films.size).toBe(before.films.size);
  for (const [id, film] of before.films) expect(kept(after.films.get(id))).toEqual(kept(film));
  expect(after.platformTitles).toEqual(before.platformTitles);
  expect(after.personAliases.size).toBe(before.personAliases.size);
});
