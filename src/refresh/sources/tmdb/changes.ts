/** Which films changed in which days: `GET /3/movie/changes`, in windows of at most 14 days, page by page. */
import { appendFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parseLine } from "../../../feeds/json-lines.js";
import { tmdbId } from "../../../feeds/tmdb-id.js";
import { addDays, daysBetween } from "../../days.js";
import { DeniedError, SourceError } from "../../failure.js";
import { GONE, type HttpClient } from "../../http/client.js";

/** Both days are included. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

const LONGEST_WINDOW = 14;
/** TMDB serves no more pages than this, however many it says there are. */
const MOST_PAGES = 500;

/** The days from the one after `watermark` to `last`, in windows that TMDB takes. */
export function windowsAfter(watermark: string, last: string): Window[] {
  const windows: Window[] = [];
  for (let from = addDays(watermark, 1); from <= last; ) {
    const end = addDays(from, LONGEST_WINDOW - 1);
    const to = end < last ? end : last;
    windows.push({ from, to });
    from = addDays(to, 1);
  }
  return windows;
}

/** A window in two, where it is longer than a day: TMDB takes days and no times. */
export function halvesOf({ from, to }: Window): readonly [Window, Window] | undefined {
  if (from >= to) return undefined;
  const middle = addDays(from, Math.floor(daysBetween(Date.parse(from), Date.parse(to)) / 2));
  return [
    { from, to: middle },
    { from: addDays(middle, 1), to },
  ];
}

const entrySchema = z.object({ id: tmdbId });

const pageSchema = z.object({
  results: z.array(z.unknown()),
  page: z.int().positive(),
  total_pages: z.int().nonnegative(),
  total_results: z.int().nonnegative().catch(0).default(0),
});

const keptSchema = z.object({
  page: z.int(),
  /** How many there are, be they served or not. */
  pages: z.int(),
  ids: z.array(z.int()),
  /** Entries that name no film. */
  bad: z.int().default(0),
});

type Page = z.infer<typeof keptSchema>;

/** Of a page in which so many entries name no film, and most of all, nothing is believed. */
const MOST_BAD = 10;

export interface Changed {
  readonly ids: ReadonlySet<number>;
  /** Entries that name no film. */
  readonly bad: number;
  /** Whether there is more than TMDB serves of one window. Of one that has halves only the first page was asked for. */
  readonly hasMore: boolean;
  /** Why not all pages are there; undefined where they are. */
  readonly missing: SourceError | undefined;
}

/**
 * Ids of the films that changed in a window; of one that has more than TMDB serves, and halves, only the beginning.
 * Pages are kept below `folder` as they come, so that after a kill only
 * those that are missing are asked for.
 * @throws SourceError where nothing is to be had
 */
export async function changedIn(
  client: HttpClient,
  { apiUrl, folder }: { readonly apiUrl: string; readonly folder: string },
  window: Window,
  signal: AbortSignal,
): Promise<Changed> {
  const path = join(folder, fileOf(window));
  const pages = readPages(path);
  const hasMore = () => (pages.get(1)?.pages ?? 1) > MOST_PAGES;
  const isSplit = () => hasMore() && halvesOf(window) !== undefined;
  const total = () => (isSplit() ? 1 : Math.min(MOST_PAGES, pages.get(1)?.pages ?? 1));
  const missing: SourceError[] = [];
  for (let page = 1; page <= total(); page++) {
    if (pages.has(page)) continue;
    try {
      const asked = await pageOf(client, apiUrl, window, page, signal);
      appendFileSync(path, `${JSON.stringify(asked)}\n`);
      pages.set(page, asked);
    } catch (error) {
      // Without the first nobody knows how many there are; of the others, as many as there are.
      if (!(error instanceof SourceError) || error instanceof DeniedError || page === 1) throw error;
      missing.push(error);
      if (missing.length > 3) break;
    }
  }
  const all = [...pages.values()];
  return {
    ids: new Set(all.flatMap(({ ids }) => ids)),
    bad: all.reduce((sum, { bad }) => sum + bad, 0),
    hasMore: hasMore(),
    missing: missing[0],
  };
}

/** What was kept of windows that are done. */
export function forgetChanges(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith("changes_")) rmSync(join(folder, name), { force: true });
  }
}

function fileOf({ from, to }: Window): string {
  return `changes_${from}_${to}.jsonl`;
}

async function pageOf(
  client: HttpClient,
  apiUrl: string,
  { from, to }: Window,
  page: number,
  signal: AbortSignal,
): Promise<Page> {
  const url = `${apiUrl}/3/movie/changes?start_date=${from}&end_date=${to}&page=${page}`;
  const told = await client.ask(url, { signal }, (body) => readPage(pageSchema.parse(JSON.parse(body))));
  if (told === GONE || told.page !== page) {
    throw new SourceError(told === GONE ? "missing" : "malformed", {
      es: `TMDB no da la página ${page} de los cambios del ${from} al ${to}`,
      en: `TMDB does not give page ${page} of the changes from ${from} to ${to}`,
    });
  }
  return told;
}

function readPage({ results, page, total_pages, total_results }: z.infer<typeof pageSchema>): Page {
  const ids = results.flatMap((entry) => entrySchema.safeParse(entry).data?.id ?? []);
  const bad = results.length - ids.length;
  if (bad > Math.max(MOST_BAD, ids.length)) throw new Error(`${bad} entries of no film`);
  // Where the number of pages is cut at what is served, that of the films still tells that there are more.
  const isCut = total_pages === MOST_PAGES && total_results > MOST_PAGES * results.length;
  return { page, pages: isCut ? MOST_PAGES + 1 : total_pages, ids, bad };
}

/** Whole lines only: the last may have been cut by a kill. */
function readPages(path: string): Map<number, Page> {
  const pages = new Map<number, Page>();
  let text = "";
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  for (const line of text.split("\n")) {
    const page = keptSchema.safeParse(parseLine(line)).data;
    if (page) pages.set(page.page, page);
  }
  return pages;
}
