/**
 * Answers a second over HTTP, one process: what is asked again, and questions that were never asked before; beside
 * a bare node:http server that sends a constant of the same size. BENCH_INDEX names an index that is built already.
 */
import autocannon from "autocannon";
import type { Catalog } from "../src/catalog/catalog.js";
import { openCatalog } from "../src/catalog/open.js";
import { filmRow, rowIn } from "../src/catalog/rows.js";
import { withIndex } from "./tools/data/with-index.js";
import { type Served, serveConstants, serveProgram } from "./tools/programs/servers.js";
import { median, printTable } from "./tools/table.js";

const TARGET = 8_000;
const CONNECTIONS = 20;
const SECONDS = 4;
const UNASKED = 20_000;

interface Subject {
  readonly name: string;
  /** Asked again and again. */
  readonly path: string;
  /** Asked once each. */
  readonly distinct: readonly string[];
}

interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
  /** Microseconds of the server's processor time for each answer: what other load on the machine does not change. */
  readonly cpu: number;
  /** Milliseconds the event loop was held at most; NaN where the server does not tell. */
  readonly held: number;
}

export async function benchHttp(): Promise<void> {
  await withIndex(measure);
}

async function measure(index: string): Promise<void> {
  const subjects = subjectsOf(openCatalog(index));
  const server = await serveProgram(index);
  try {
    const sized: (readonly [Subject, number])[] = [];
    for (const subject of subjects) {
      const response = await fetch(server.address + subject.path);
      sized.push([subject, (await response.arrayBuffer()).byteLength]);
    }
    const peer = await serveConstants(sized.map(([, size]) => size));
    try {
      for (const [subject, size] of sized) await measureSubject(server, peer, subject, size);
    } finally {
      await peer.stop();
    }
  } finally {
    await server.stop();
  }
}

async function measureSubject(server: Served, peer: Served, subject: Subject, size: number): Promise<void> {
  const again = await figures(server, () => subject.path);
  let next = 0;
  const anew = await figures(
    server,
    () => subject.distinct[next++ % subject.distinct.length] ?? subject.path,
  );
  const constant = await figures(peer, () => `/${size}`);
  const row = (what: string, { perSecond, p50, p99, failed, cpu, held }: Figures) => ({
    what,
    "answers/s": perSecond.toFixed(0),
    "× peer": (perSecond / constant.perSecond).toFixed(2),
    p50: `${p50} ms`,
    p99: `${p99} ms`,
    failed: failed.toFixed(0),
    "CPU an answer": `${cpu.toFixed(0)} µs`,
    "loop held": Number.isNaN(held) ? "" : `${held.toFixed(0)} ms`,
    target: what.includes("again") ? `≥ ${TARGET}` : "",
  });
  printTable([
    row(`${subject.name} (${size} bytes), asked again`, again),
    row(`${subject.name}, never asked before`, anew),
    row("peer: node:http, a constant", constant),
  ]);
}

/** The middle of three runs, by answers a second, after a short one that warms up. */
async function figures(server: Served, path: () => string): Promise<Figures> {
  await shoot(server, path, 1);
  const runs = [await shoot(server, path), await shoot(server, path)];
  const last = await shoot(server, path);
  const middle = median([...runs, last].map(({ perSecond }) => perSecond));
  return runs.find(({ perSecond }) => perSecond === middle) ?? last;
}

async function shoot(server: Served, path: () => string, seconds = SECONDS): Promise<Figures> {
  await server.longestHold();
  const before = server.cpuSeconds();
  const result = await autocannon({
    url: server.address,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  });
  const answers = result.requests.total;
  return {
    perSecond: answers / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.errors + result.timeouts + result.non2xx,
    cpu: ((server.cpuSeconds() - before) / answers) * 1e6,
    held: await server.longestHold(),
  };
}

function subjectsOf(catalog: Catalog): readonly Subject[] {
  const { films, people } = catalog;
  // Adult films are named in no answer: asking for one is a 404, as it should be.
  const filmPaths = upTo(films.rowCount, (row) =>
    films.adult[row] === 1 ? undefined : `/api/votos/tmdb:${films.id[row]}`,
  );
  const named = (role: "acted" | "directed", route: string) =>
    upTo(people.rowCount, (row) =>
      people[role].get(rowIn("people", row)).length > 0
        ? `/api/${route}/person:${people.id[row]}`
        : undefined,
    );
  return [
    { name: "film", path: "/api/votos/titanic", distinct: filmPaths },
    { name: "film by title", path: "/api/votos/the%20godfather", distinct: titlesOf(catalog) },
    { name: "actor", path: "/api/actor/tom%20hanks", distinct: named("acted", "actor") },
    { name: "director", path: "/api/director/steven%20spielberg", distinct: named("directed", "director") },
    { name: "month", path: "/api/mes/enero", distinct: monthPaths() },
  ];
}

function titlesOf({ films }: Catalog): readonly string[] {
  return upTo(
    films.rowCount,
    (row) => `/api/votos/${encodeURIComponent(films.title.get(filmRow(row))).replaceAll(".", "%2E")}`,
  );
}

const MONTHS =
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");

/** There are only twelve: the same questions in other letters, at other addresses. */
function monthPaths(): readonly string[] {
  return upTo(UNASKED, (at) => {
    const letters = [...(MONTHS[at % 12] ?? "")];
    const turn = Math.floor(at / 12);
    const written = letters
      .map((letter, bit) => ((turn >> bit) & 1 ? letter.toUpperCase() : letter))
      .join("");
    return `/api/mes/${written}?${"&".repeat(turn >> letters.length)}`;
  });
}

function upTo(count: number, path: (at: number) => string | undefined): readonly string[] {
  const paths: string[] = [];
  for (let at = 0; at < count && paths.length < UNASKED; at++) {
    const made = path(at);
    if (made !== undefined) paths.push(made);
  }
  return paths;
}
