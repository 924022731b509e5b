/**
 * `npm run refresh -- [--source S] [--dry-run] [--force]`: brings the data up to date once, by hand. The running bot
 * starts the same program when it is time, and is told how it goes.
 */
import { setPriority } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { printReport } from "../../index-build/report-lines.js";
import { readStoredReport } from "../../index-build/stored-report.js";
import { type Config, STARTER_DIR } from "../app/config/config.js";
import { runTool } from "../app/tool.js";
import type { Catalog } from "../catalog/catalog.js";
import { refreshMessages } from "../chat/answer/refresh-words.js";
import { say } from "../chat/locale.js";
import { createFind } from "../find/create.js";
import { readGolden } from "../refresh/gates/golden.js";
import type { RefreshReport } from "../refresh/port.js";
import { BUILD_PRIORITY, buildIndex, type IndexBuild } from "../refresh/run/build-index.js";
import { type Leases, leasesOf } from "../refresh/run/lease.js";
import { type RefreshOptions, refresh } from "../refresh/run/run.js";
import { createSources } from "../refresh/sources/index.js";
import { OperatorError, type Words } from "../words.js";
import { isMain } from "./is-main.js";

const USAGE: Words = {
  es: "Uso: npm run refresh -- [--source FUENTE]… [--dry-run] [--force]",
  en: "Usage: npm run refresh -- [--source SOURCE]… [--dry-run] [--force]",
};

export interface Arguments extends Pick<RefreshOptions, "dryRun" | "force" | "due"> {
  /** As in SOURCES, or what stands before the colon. */
  readonly only: readonly string[];
}

/** Undefined for what is no usage. */
export function readArguments(args: readonly string[]): Arguments | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        source: { type: "string", multiple: true, default: [] },
        "dry-run": { type: "boolean", default: false },
        force: { type: "boolean", default: false },
        due: { type: "string" },
      },
    });
    const { source, force, due } = values;
    return { only: source, dryRun: values["dry-run"], force, due };
  } catch {
    // An unknown flag.
    return undefined;
  }
}

/** Where sources keep what they were given, beside the versions. */
function sourcesFolder(root: string): string {
  return join(root, "sources");
}

export interface RefreshHost {
  readonly signal: AbortSignal;
  /** Told what is being done. */
  readonly progress: (words: Words) => void;
  /** Who may refresh; those of the data folder unless said. */
  readonly leases?: Leases;
  /** Told what only the operator should read: whole messages of failures, and what the build says. */
  readonly detail?: (words: Words) => void;
  /** Builds an index and gives its version; in a process of its own unless said. */
  readonly buildIndex?: (build: IndexBuild) => Promise<string>;
}

/** Runs one refresh as configured. Throws an OperatorError for a source that is none of SOURCES. */
export async function runRefresh(
  { only, ...options }: Arguments,
  { dataDir, refresh: settings }: Pick<Config, "dataDir" | "refresh">,
  { signal, progress, leases = leasesOf(dataDir), detail = () => undefined, ...how }: RefreshHost,
): Promise<RefreshReport> {
  const { buildIndex: buildAs = buildIndex } = how;
  const host = { folder: sourcesFolder(dataDir), starter: STARTER_DIR };
  const sources = await createSources(settings, host);
  const asked = only.flatMap((name) => {
    const found = sources.filter((source) => source.name === name || source.name.split(":")[0] === name);
    if (found.length === 0) throw noSuchSource(name, sources);
    return found.map((source) => source.name);
  });
  const build = async (inputs: readonly string[], end: AbortSignal) => {
    const version = await buildAs({
      sources: inputs,
      out: dataDir,
      keepCurrent: true,
      signal: end,
      onLine: (line) => detail({ es: line, en: line }),
    });
    // Told now: the report of a version that is refused goes with it.
    for (const words of reportOf(dataDir, version)) detail(words);
    return version;
  };
  return refresh(
    { root: dataDir, sources, ...options, ...(asked.length > 0 ? { only: asked } : {}) },
    {
      leases,
      now: () => new Date(),
      signal,
      golden: readGolden(),
      find: findFilm,
      build,
      progress,
      detail,
    },
  );
}

/** What a build told of its sources, line by line; nothing where its report is gone. */
function reportOf(root: string, version: string): Words[] {
  const report = readStoredReport(root, version);
  if (report === undefined) return [];
  const english = printReport(report, "en");
  return printReport(report, "es").map((es, at) => ({ es, en: english[at] ?? es }));
}

/** The film that a question is answered with at once. */
export function findFilm(catalog: Catalog): (question: string) => number | undefined {
  const find = createFind(catalog);
  return (question) => {
    const found = find.film(question);
    return found.kind === "found" ? catalog.films.id[found.value] : undefined;
  };
}

function noSuchSource(name: string, sources: readonly { readonly name: string }[]): OperatorError {
  const known = sources.map((source) => source.name).join(", ");
  return new OperatorError({
    es: `--source: «${name}» no está en SOURCES (${known})`,
    en: `--source: “${name}” is not in SOURCES (${known})`,
  });
}

/** With the leases that hold: where processes share a database, one of them refreshes at a time. */
async function withLeases<T>(
  { due }: Arguments,
  { dataDir, store: place }: Pick<Config, "dataDir" | "store">,
  signal: AbortSignal,
  run: (leases: Leases) => Promise<T>,
): Promise<T> {
  const own = leasesOf(dataDir);
  if (place.databaseUrl === undefined) return run(own);
  const [{ openStoreHere }, { SharedLeases }] = await Promise.all([
    import("../store/opening/here.js"),
    import("../app/store/refresh-leases.js"),
  ]);
  // What is wrong with it the program tells; the data can be brought up to date all the same.
  const store = await openStoreHere(place).catch(() => undefined);
  if (store === undefined) return run(own);
  try {
    // What the clock asks for each process does, one after the other; what a person asks for is told to be under way.
    return await run(new SharedLeases(own, store.leases, { waits: due !== undefined, signal }));
  } finally {
    await store.close();
  }
}

/** 0: what there is to have is in use; 1: something failed or was refused; 2: no usage; 3: another process is at it. */
const EXIT_CODES = { published: 0, unchanged: 0, tried: 0, refused: 1, failed: 1, busy: 3 } as const;

function main(): Promise<number> {
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());
  // The program that started us is gone: nobody waits for the end, but what was begun is worth ending.
  process.channel?.unref();
  return runTool({
    usage: USAGE,
    readArguments,
    run: async (asked, config) => {
      const { locale } = config;
      setPriority(BUILD_PRIORITY);
      const show = (words: Words) => process.stderr.write(`${say(locale, words)}\n`);
      const progress = (words: Words) => {
        if (process.connected) process.send?.({ progress: words });
        else show(words);
      };
      // The program that started us shows progress in chats; what went wrong it writes into its log.
      const detail = (words: Words) => {
        if (!process.connected) show(words);
      };
      const { signal } = stop;
      const report = await withLeases(asked, config, signal, (leases) =>
        runRefresh(asked, config, { signal, progress, detail, leases }),
      );
      if (process.connected) process.send?.({ report });
      process.stdout.write(`${refreshMessages(report, locale).join("\n")}\n`);
      const failed = report.failures.length > 0 ? 1 : 0;
      return Math.max(EXIT_CODES[report.outcome], failed);
    },
  });
}

if (isMain(import.meta.url)) process.exitCode = await main();
