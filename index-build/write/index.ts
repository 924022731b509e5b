/** SourceCatalog → a version of the index on disk. */
import { readTable } from "../../src/catalog/arrow/table.js";
import type { Tables } from "../../src/catalog/catalog.js";
import type { PlatformId } from "../../src/catalog/platforms.js";
import { type LaterTableName, TABLES, type TableName, tableFile } from "../../src/catalog/schema.js";
import type { SourceCatalog } from "../records.js";
import { collectGarbage } from "./collect-garbage.js";
import { inSharedMemory } from "./encode/table-bytes.js";
import { encodeFacts } from "./films/facts.js";
import { encodeImdbPeople } from "./films/imdb-people.js";
import { encodeWatching } from "./films/watching.js";
import { encodeFullText } from "./full-text/full-text.js";
import { fullTextInThread } from "./full-text/full-text-thread.js";
import { encodeGroups } from "./groups/groups.js";
import { encodeThemes } from "./groups/themes.js";
import { encodePlatforms, type LinkCounts } from "./platforms/platforms.js";
import { encodeRecommendations, worthThreads } from "./recommend/recommendations.js";
import { recommendationsInThread } from "./recommend/recommendations-thread.js";
import { encodeSearch } from "./search/search.js";
import { encodeSeries } from "./series/series.js";
import { VersionDraft, type WrittenVersion } from "./version.js";

export type WriteStage = "encode" | "titles" | "neighbours" | "write";

export interface WrittenIndex extends WrittenVersion {
  /** Rows of each table that is a thing. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many movies of each platform were linked to a film. */
  readonly links: Readonly<Record<PlatformId, LinkCounts>>;
}

export interface WriteOptions {
  /** Spanish names of keywords, by their English ones. */
  readonly keywordNames: ReadonlyMap<string, string>;
  /** Spanish names of series, by the titles that platforms give them. */
  readonly seriesNames: ReadonlyMap<string, string>;
  /** Further names of series, by the same. */
  readonly seriesAliases: ReadonlyMap<string, readonly string[]>;
  /** Names of the best known people, by IMDb's numbers. */
  readonly imdbPeople: ReadonlyMap<number, string>;
  onStage(name: WriteStage, done: number, total: number): void;
  /** Whether the new version becomes the one in use; it does unless said. */
  readonly point?: boolean;
  /** How many threads may work; 1 unless said. */
  readonly threads?: number;
}

/** Tables whose row count is told in the manifest and in `/datos`. */
const COUNTED = ["films", "people", "collections", "companies", "countries", "languages"] as const;

/**
 * With so many films the threads that look for neighbours work longer than this one: it makes the full text as well, in
 * the memory that the titles leave.
 */
const MANY_FILMS = 20_000;

/** The tables so far, as a reader will see them. */
function readBack(bytes: ReadonlyMap<TableName, Uint8Array>): Tables {
  const tables = [...bytes].map(([name, table]) => [name, readTable(table, TABLES[name])]);
  return Object.fromEntries(tables) as unknown as Tables;
}

/**
 * What is derived (search keys, neighbours) is computed from the encoded facts as a reader will see them, so that
 * nothing can depend on what the index does not hold.
 * @param source its films are let go once they are encoded: they are most of what a build holds
 * @param out root of versions
 */
export async function writeIndex(
  source: SourceCatalog,
  out: string,
  options: WriteOptions,
): Promise<WrittenIndex> {
  const draft = new VersionDraft(out);
  try {
    return await writeTables(source, draft, options);
  } finally {
    draft.discard();
  }
}

async function writeTables(
  source: SourceCatalog,
  draft: VersionDraft,
  { onStage, keywordNames, seriesNames, seriesAliases, imdbPeople, point, threads = 1 }: WriteOptions,
): Promise<WrittenIndex> {
  onStage("encode", 0, 1);
  // What others are made from; whatever else is made is written at once.
  const bytes = new Map<TableName, Uint8Array>();
  const write = (tables: Partial<Record<TableName | LaterTableName, Uint8Array>>) => {
    for (const [name, table] of Object.entries(tables))
      draft.add(tableFile(name as TableName | LaterTableName), table);
  };
  const add = (tables: Partial<Record<TableName, Uint8Array>>) => {
    write(tables);
    for (const [name, table] of Object.entries(tables)) bytes.set(name as TableName, inSharedMemory(table));
  };
  for (const [name, table] of encodeFacts(source, keywordNames)) add({ [name]: table });
  add(encodeGroups(source.groups, readBack(bytes)));
  add(encodeThemes(source.groups.themes, readBack(bytes)));
  const facts = readBack(bytes);
  const watching = encodeWatching(source.films, facts);
  source.films.clear();
  if (facts.films.rowCount >= MANY_FILMS) collectGarbage();
  onStage("encode", 1, 1);

  // Neighbours and the full text need the facts alone: threads make them while this one makes what titles are found by.
  let isWaiting = false;
  const own = worthThreads(facts.films.rowCount, threads);
  const inThreads = own > 1;
  const recommending = {
    threads: own,
    onProgress: (done: number, total: number) => {
      if (isWaiting) onStage("neighbours", done, total);
    },
  };
  const neighbours = inThreads
    ? recommendationsInThread(source.userRatings, bytes, recommending)
    : encodeRecommendations(source.userRatings, facts, recommending);
  const textInThread = inThreads && facts.films.rowCount < MANY_FILMS ? fullTextInThread(bytes) : undefined;
  // Should the titles fail first, that error is the one to tell.
  for (const later of [neighbours, textInThread]) later?.catch(() => undefined);

  onStage("titles", 0, 2);
  const platforms = encodePlatforms(source.platformTitles, facts, seriesNames);
  add(platforms.tables);
  add({ series: encodeSeries(readBack(bytes), { aliases: seriesAliases, titles: source.platformTitles }) });
  write(encodeImdbPeople(imdbPeople, facts));
  write(watching);
  for (const tables of encodeSearch(readBack(bytes))) write(tables);
  onStage("titles", 1, 2);
  write({ fullText: textInThread === undefined ? encodeFullText(facts) : await textInThread });
  onStage("titles", 2, 2);

  isWaiting = true;
  onStage("neighbours", 0, facts.films.rowCount);
  write(await neighbours);

  onStage("write", 0, 1);
  const counts = Object.fromEntries(COUNTED.map((name) => [name, facts[name].rowCount]));
  const sources = source.files.map(({ file, kind, rows, sha256 }) => ({ file, kind, rows, sha256 }));
  const written = await draft.finish({ dataDate: source.dataDate, counts, sources }, { point });
  onStage("write", 1, 1);
  return { ...written, counts, links: platforms.links };
}
