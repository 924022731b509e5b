/** How fast the engine is, and what it holds: films, people, and completion at every keystroke. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { openCatalog } from "../src/catalog/open.js";
import { filmRow, rowIn } from "../src/catalog/rows.js";
import { tableFile } from "../src/catalog/schema.js";
import { createFind } from "../src/find/create.js";
import type { CompletionKind } from "../src/find/port.js";
import { developmentQuestions } from "../tuning/questions/read.js";
import { withIndex } from "./tools/data/with-index.js";
import { latencies, latency } from "./tools/figures.js";
import { randomNumbers } from "./tools/random.js";
import { duration, megabytes, printTable } from "./tools/table.js";

const TARGET = { film: "p50 ≤ 0.02 ms, p99 ≤ 0.5 ms", completion: "p99 ≤ 0.3 ms" };
/** Names that are typed letter by letter. */
const NAMES = 300;
/** What Discord shows. */
const CHOICES = 25;
/** The engine's tables, by what their names end in. */
const SEARCH_TABLES = [
  "Keys",
  "LetterSegments",
  "SoundSegments",
  "Consonants",
  "Prefixes",
  "Words",
  "WordSegments",
] as const;
const DOMAINS = ["film", "person", "collection", "company"] as const;

export async function benchFind(): Promise<void> {
  await withIndex(bench);
}

function bench(root: string): void {
  const catalog = openCatalog(root);
  const started = performance.now();
  const find = createFind(catalog, (look) => look);
  const created = performance.now() - started;

  const random = randomNumbers(20_261_121);
  const anyRow = (count: number) => Math.floor(random() ** 2 * count);
  const titles = Array.from({ length: NAMES }, () =>
    catalog.films.title.get(filmRow(anyRow(catalog.films.rowCount))),
  );
  const people = Array.from({ length: NAMES }, () =>
    catalog.people.name.get(rowIn("people", anyRow(catalog.people.rowCount))),
  );
  const typed = developmentQuestions()?.map(({ query }) => query) ?? titles;
  const halfTyped = (kind: CompletionKind, names: readonly string[]) =>
    names.flatMap(keystrokes).map((text) => () => find.complete(kind, text, CHOICES, "es"));
  printTable([
    row(
      "a film, as labelled questions ask for it",
      typed.map((text) => () => find.film(text)),
      TARGET.film,
    ),
    row(
      "an actor by name",
      people.map((name) => () => find.person(name, "actor")),
      "",
    ),
    row("films, at every keystroke", halfTyped("film", titles), TARGET.completion),
    row("films, with a typo", halfTyped("film", titles.map(withTypo)), TARGET.completion),
    row("actors, at every keystroke", halfTyped("actor", people), TARGET.completion),
    row("actors, with a typo", halfTyped("actor", people.map(withTypo)), TARGET.completion),
  ]);

  const version = join(root, readFileSync(join(root, "CURRENT"), "utf8").trim());
  const bytes = (domain: (typeof DOMAINS)[number]) =>
    SEARCH_TABLES.reduce(
      (sum, table) => sum + statSync(join(version, tableFile(`${domain}${table}`))).size,
      0,
    );
  const sizes = DOMAINS.map((domain) => `${domain} ${megabytes(bytes(domain) / 1e6)}`);
  process.stdout.write(`\n  arrays: ${sizes.join(", ")}; engine over them created in ${duration(created)}\n`);
}

function row(what: string, questions: readonly (() => unknown)[], target: string) {
  return { what, questions: String(questions.length), ...latency(latencies(questions)), target };
}

/** Every beginning of a name. */
function keystrokes(name: string): string[] {
  const letters = [...name];
  return letters.map((_, i) => letters.slice(0, i + 1).join(""));
}

/** Two letters in the middle swapped. */
function withTypo(name: string): string {
  const at = Math.floor(name.length / 3);
  return name.slice(0, at) + name.slice(at + 1, at + 2) + name.slice(at, at + 1) + name.slice(at + 2);
}
