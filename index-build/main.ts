/** `index-build`: raw sources → a version of the index. */
import { realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { readOwnGroups } from "./read/sources/tables/groups.js";
import { readImdbPeople } from "./read/sources/tables/imdb-people.js";
import { readNamesInOtherLanguages } from "./read/sources/tables/other-languages.js";
import { readPeopleNames } from "./read/sources/tables/people-names.js";
import { readKeywordNames, readSeriesAliases, readSeriesNames } from "./read/sources/tables/spanish-names.js";
import { readSpanishTitles } from "./read/sources/tables/spanish-titles.js";
import { run } from "./run.js";
import { writeIndex } from "./write/index.js";

/** Only where this file is the program, not where it is imported. */
const program = process.argv[1];
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)) {
  // Started by a program that is gone, a build is of no use to anybody.
  process.once("disconnect", () => process.exit(1));
  process.channel?.unref();
  process.exitCode = await run(process.argv.slice(2), process, {
    titles: await readSpanishTitles(),
    groups: await readOwnGroups(),
    otherLanguages: await readNamesInOtherLanguages(),
    people: await readPeopleNames(),
    write: async (catalog, out, options) =>
      writeIndex(catalog, out, {
        ...options,
        threads: options.threads ?? availableParallelism(),
        keywordNames: await readKeywordNames(),
        seriesNames: await readSeriesNames(),
        seriesAliases: await readSeriesAliases(),
        imdbPeople: await readImdbPeople(),
      }),
    onBuilt: (version) => process.send?.({ version }),
  });
}
