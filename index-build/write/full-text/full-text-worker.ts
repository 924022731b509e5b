/** A thread of `full-text-thread.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { readTable } from "../../../src/catalog/arrow/table.js";
import { TABLES } from "../../../src/catalog/schema.js";
import { buffersOf } from "../encode/table-bytes.js";
import { encodeFullText } from "./full-text.js";
import type { TextTables } from "./full-text-thread.js";

const { films, people, keywords, languages } = workerData as TextTables;

const bytes = encodeFullText({
  films: readTable(films, TABLES.films),
  people: readTable(people, TABLES.people),
  keywords: readTable(keywords, TABLES.keywords),
  languages: readTable(languages, TABLES.languages),
});
parentPort?.postMessage(bytes, buffersOf([bytes]));
