/**
 * `npm run starter:check`: everything that can be checked of data/starter and data/titles-es.json. With `--sample N`
 * and `--seed WORD` it prints films to be read instead, as they stand in the files.
 */
import { realpathSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { checkStarter } from "./check.js";
import { loadStarter } from "./load.js";
import { sampleOf } from "./sample.js";

const program = process.argv[1];
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { sample: { type: "string" }, seed: { type: "string" } } });
  if (values.sample === undefined) {
    const { lines, passed } = await checkStarter();
    process.stdout.write(`${lines.join("\n")}\n`);
    process.exitCode = passed ? 0 : 1;
  } else {
    const { starter } = await loadStarter();
    const films = starter.films.map(({ film }) => film);
    for (const film of sampleOf(films, Number(values.sample), values.seed ?? ""))
      process.stdout.write(`${JSON.stringify(film)}\n`);
  }
}
