/**
 * A stand-in TMDB on a loopback port: the API and the file store of the daily lists, with their rules and their errors.
 * It shares no code with the program.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { close, listen } from "../http.js";
import { detailOf, type Film } from "./film.js";

export { type Film, filmFrom } from "./film.js";

export const TOKEN = "eyJhbGciOiJIUzI1NiJ9.stand-in-secret";

/** What happens to a request instead of, or to, its answer. */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string }
  /** The connection is cut after half of the body. */
  | { readonly kind: "cut" }
  /** A whole response with a body that ends early. */
  | { readonly kind: "truncated" }
  /** A page for people, of a proxy or of an outage; with 200 unless it is told otherwise. */
  | { readonly kind: "html"; readonly status?: number }
  | { readonly kind: "hang" };

export type Packing = "file" | "none" | "transport" | "both" | "twice";

export interface World {
  /** Everything that is there, by id; looked up at each request. */
  readonly films: ReadonlyMap<number, Film>;
  /** The list of a day, YYYY-MM-DD; undefined where there is none. */
  readonly listed: (
    day: string,
  ) => Iterable<{ id: number | null; popularity: number; adult?: boolean }> | undefined;
  /**
   * How a day's list is packed: as its name says unless told otherwise; not at all; or by the transport, as
   * `Content-Encoding` says, instead of that or once more.
   */
  readonly packing?: (day: string) => Packing;
  /** Ids that changed on a day; TMDB gives null among them. */
  readonly changed: (day: string) => readonly (number | null)[];
}

export interface TmdbOptions {
  readonly world: World;
  /** Called for each request; undefined: it is answered as usual. `nth` counts the requests for that address. */
  readonly fault?: (path: string, nth: number) => Fault | undefined;
  /** Requests a second from which on they are refused. */
  readonly limit?: number;
  readonly perPage?: number;
}

export interface Logged {
  readonly path: string;
  /** 0 for an answer that was broken on the way, or never came. */
  readonly status: number;
  /** Milliseconds, by `performance.now()`, when it came. */
  readonly at: number;
}

export interface Tmdb {
  readonly url: string;
  readonly log: readonly Logged[];
  /** Most requests that came within any second. */
  peak(from?: number): number;
  close(): Promise<void>;
}

const BROKEN = 0;
const WINDOW_DAYS = 14;
const MOST_PAGES = 500;
const MOST_PARTS = 20;
const DAY = 86_400_000;

export async function startTmdb(options: TmdbOptions): Promise<Tmdb> {
  const log: Logged[] = [];
  const seen = new Map<string, number>();
  const server = createServer((request, response) => {
    const at = performance.now();
    const path = request.url ?? "/";
    const nth = (seen.get(path) ?? 0) + 1;
    seen.set(path, nth);
    const done = (status: number) => void log.push({ path, status, at });
    const fault = options.fault?.(path, nth);
    if (fault?.kind === "hang") return done(BROKEN);
    if (fault?.kind === "status") {
      done(fault.status);
      const headers = fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter };
      return tell(response, fault.status, { success: false, status_code: 11 }, headers);
    }
    if (fault?.kind === "html") {
      done(fault.status ?? BROKEN);
      response.writeHead(fault.status ?? 200, { "content-type": "text/html" });
      return void response.end("<!doctype html><title>Oops</title>");
    }
    const recent = log.filter((one) => at - one.at < 1000).length;
    const answer = recent >= (options.limit ?? 50) ? TOO_MANY : answerTo(request, options);
    done(fault === undefined ? answer.status : BROKEN);
    send(response, answer, fault?.kind);
  });
  return {
    url: await listen(server),
    log,
    peak: (from = 0) => peakOf(log.slice(from).map(({ at }) => at)),
    close: () => close(server),
  };
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly type: string;
  readonly encoding?: string;
}

const json = (status: number, body: unknown): Answer => ({
  status,
  body: Buffer.from(JSON.stringify(body)),
  type: "application/json;charset=utf-8",
});
const failure = (status: number, code: number, message: string): Answer =>
  json(status, { success: false, status_code: code, status_message: message });

const TOO_MANY = failure(429, 25, "Your request count is over the allowed limit.");
const NOT_FOUND = failure(404, 34, "The resource you requested could not be found.");

function answerTo(request: IncomingMessage, { world, perPage = 100 }: TmdbOptions): Answer {
  const url = new URL(request.url ?? "/", "http://tmdb");
  if (request.method !== "GET") return failure(405, 11, "This request method is not supported.");
  if (url.pathname.startsWith("/p/exports/")) return exported(url.pathname, world);
  if (request.headers.authorization !== `Bearer ${TOKEN}`) {
    return failure(401, 7, "Invalid API key: You must be granted a valid key.");
  }
  if (url.pathname === "/3/authentication") {
    return json(200, { success: true, status_code: 1, status_message: "Success." });
  }
  if (url.pathname === "/3/movie/changes") return changes(url.searchParams, world, perPage);
  const [, id] = /^\/3\/movie\/(\d+)$/u.exec(url.pathname) ?? [];
  if (id === undefined) return NOT_FOUND;
  const parts = (url.searchParams.get("append_to_response") ?? "").split(",").filter((part) => part !== "");
  if (parts.length > MOST_PARTS) return failure(400, 27, "Too many append to response objects.");
  const film = world.films.get(Number(id));
  return film === undefined ? NOT_FOUND : json(200, detailOf(film, parts, url.searchParams.get("language")));
}

/** A store that lists nothing says of a missing file that one may not see it. */
function exported(path: string, world: World): Answer {
  const [, month, date, year] = /movie_ids_(\d\d)_(\d\d)_(\d{4})\.json\.gz$/u.exec(path) ?? [];
  const listed = year === undefined ? undefined : world.listed(`${year}-${month}-${date}`);
  if (listed === undefined) {
    const body = Buffer.from('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>');
    return { status: 403, body, type: "application/xml" };
  }
  const lines: string[] = [];
  for (const { id, popularity, adult = false } of listed) {
    lines.push(
      `{"adult":${adult},"id":${id},"original_title":"Film ${id}","popularity":${popularity},"video":false}`,
    );
  }
  const plain = Buffer.from(`${lines.join("\n")}\n`);
  const packed = gzipSync(plain, { level: 1 });
  const type = "application/gzip";
  const packing = world.packing?.(`${year}-${month}-${date}`) ?? "file";
  if (packing === "none") return { status: 200, body: plain, type };
  if (packing === "transport") return { status: 200, body: packed, type, encoding: "gzip" };
  if (packing === "both") return { status: 200, body: gzipSync(packed), type, encoding: "gzip" };
  return { status: 200, body: packing === "twice" ? gzipSync(packed) : packed, type };
}

function changes(query: URLSearchParams, world: World, perPage: number): Answer {
  const [from, to] = [Date.parse(query.get("start_date") ?? ""), Date.parse(query.get("end_date") ?? "")];
  const page = Number(query.get("page") ?? 1);
  if (Number.isNaN(from) || Number.isNaN(to) || to < from) return failure(422, 5, "Invalid parameters.");
  if ((to - from) / DAY + 1 > WINDOW_DAYS) return failure(422, 20, "Invalid date range: at most 14 days.");
  const ids = new Set<number | null>();
  for (let day = from; day <= to; day += DAY) {
    for (const id of world.changed(new Date(day).toISOString().slice(0, 10))) ids.add(id);
  }
  const pages = Math.max(1, Math.ceil(ids.size / perPage));
  // It says how many there are, and serves the first of them.
  if (!Number.isInteger(page) || page < 1 || page > Math.min(MOST_PAGES, pages)) {
    return failure(400, 22, "Invalid page: Pages start at 1 and max at 500.");
  }
  const results = [...ids].slice((page - 1) * perPage, page * perPage).map((id) => ({ id, adult: false }));
  return json(200, { results, page, total_pages: pages, total_results: ids.size });
}

function tell(response: ServerResponse, status: number, body: unknown, headers: object): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

function send(
  response: ServerResponse,
  { status, body, type, encoding }: Answer,
  fault?: "cut" | "truncated",
): void {
  const half = body.subarray(0, Math.ceil(body.length / 2));
  const length = fault === "truncated" ? half.length : body.length;
  const packed = encoding === undefined ? {} : { "content-encoding": encoding };
  response.writeHead(status, { "content-type": type, "content-length": length, ...packed });
  if (fault === undefined) return void response.end(body);
  if (fault === "truncated") return void response.end(half);
  response.write(half, () => response.socket?.destroy());
}

function peakOf(times: readonly number[]): number {
  const recent: number[] = [];
  let peak = 0;
  for (const time of [...times].sort((a, b) => a - b)) {
    recent.push(time);
    while (time - (recent[0] ?? time) >= 1000) recent.shift();
    peak = Math.max(peak, recent.length);
  }
  return peak;
}
