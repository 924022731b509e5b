/** `index-build`: raw sources → a version of the index. */
import { realpathSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { readKeywordNames } from "./read/keyword-names.js";
import { readSpanishTitles } from "./read/spanish-titles.js";
import { run } from "./run.js";
import { writeIndex } from "./write/index.js";

/** Only where this file is the program, not where it is imported. */
const program = process.argv[1];
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)) {
  process.exitCode = await run(process.argv.slice(2), process, {
    titles: await readSpanishTitles(),
    write: async (catalog, out, { onStage }) =>
      writeIndex(catalog, out, { onStage, keywordNames: await readKeywordNames() }),
  });
}
