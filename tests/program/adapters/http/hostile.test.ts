/**
 * Requests that nobody should send. HTTP_BAD_REQUESTS=50000 sends the full number; what they may never do is break
 * the server, be told as its fault, or stay in its memory.
 */
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ALIASES } from "../../../../src/adapters/http/api/aliases.js";
import type { RunningProgram } from "../../../support/running-program.js";
import { starter } from "../../../support/starter-index.js";
import { start } from "./program.js";

const REQUESTS = Number(process.env.HTTP_BAD_REQUESTS ?? 2000);
const MAX_GROWTH = 100e6;
const AT_ONCE = 20;
/** Memory is looked at after each. */
const PARTS = 5;

let server: RunningProgram;
let paths: readonly string[];

beforeAll(async () => {
  server = await start({ DATA_DIR: starter.root, PORT: "0", HTTP_RATE_LIMIT: "0" });
  paths = [
    ...starter.bot.program.commands.map(({ name }) => `/api/${name.replaceAll(" ", "/")}`),
    ...ALIASES.map(({ name }) => `/${name}`),
    ..."/api/ask /api/complete /api/about /openapi.json /docs / /metrics /healthz /api".split(" "),
  ];
});
afterAll(async () => {
  await server.end();
});

/** Encodings, right and wrong, of anything. */
const broken = fc.constantFrom(
  ..."% %z %zz %E0%A4 %ED%A0%80 %ED%A0%BD%ED%B8%80 %C0%AF %00 %0d%0aX:%20y %2e%2e%2f %FF %F4%90%80%80 + ; # [] {} <script>".split(
    " ",
  ),
);
const encoded = fc
  .string({ unit: "binary", maxLength: 60 })
  .map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")));
const visible = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 60,
});
const huge = fc
  .record({ piece: fc.oneof(broken, encoded, fc.constant("a")), times: fc.integer({ min: 1, max: 3000 }) })
  .map(({ piece, times }) => piece.repeat(Math.min(times, Math.ceil(12_000 / Math.max(1, piece.length)))));
const film = fc.constantFrom(
  "titanic",
  "tmdb:597",
  "tmdb:-1",
  "tmdb:1e9",
  "person:31",
  "enero",
  "netflix",
  "2018",
  "0",
  "-1",
  "1e999",
);
const value = fc.oneof(
  { arbitrary: broken, weight: 3 },
  { arbitrary: encoded, weight: 10 },
  { arbitrary: visible, weight: 5 },
  { arbitrary: film, weight: 20 },
  { arbitrary: huge, weight: 1 },
);
const name = fc.oneof(
  { arbitrary: value, weight: 1 },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ..."titulo nombre mes dia pais idioma texto cantidad plataforma puntaje anio tipo comando q lang platform year scored duration_type titulo[] titulo[a][b] __proto__ constructor toString hasOwnProperty length".split(
        " ",
      ),
    ),
  },
);
const parameters = fc
  .array(fc.tuple(name, value, fc.integer({ min: 0, max: 9 })), { maxLength: 3 })
  .map((pairs) =>
    pairs.flatMap(([key, text, dice]) => Array<string>(dice === 0 ? 2 : 1).fill(`${key}=${text}`)).join("&"),
  );
const header = fc.tuple(
  fc.constantFrom(
    "accept-language",
    "accept-encoding",
    "if-none-match",
    "content-length",
    "transfer-encoding",
    "x-forwarded-for",
    "origin",
    "range",
    "expect",
    "accept-version",
    "host",
  ),
  fc.oneof(
    visible,
    fc.constantFrom(
      "es-ZZ,en;q=9",
      "br;q=0,gzip",
      "*",
      'W/"x"',
      "9999999999",
      "chunked",
      "bytes=0-1",
      "100-continue",
      `es-${"a".repeat(3000)}`,
      `br${" ".repeat(3000)}x`,
      "br;q=".repeat(600),
    ),
  ),
);

const request = fc
  .record({
    method: fc.oneof(
      { arbitrary: fc.constant("GET"), weight: 8 },
      fc.constantFrom("HEAD", "POST", "OPTIONS", "DELETE", "PROPFIND", "BREW", "get", ""),
    ),
    path: fc.integer({ min: 0, max: 1000 }),
    parts: fc.array(value, { maxLength: 3 }),
    query: parameters,
    headers: fc.array(header, { maxLength: 3, size: "-1" }),
  })
  .map(({ method, path, parts, query, headers }) => {
    const target = [paths[path % paths.length], ...parts].join("/") + (query === "" ? "" : `?${query}`);
    const lines = [
      `${method} ${target} HTTP/1.1`,
      "Host: x",
      "Connection: close",
      ...headers.map((pair) => pair.join(": ")),
    ];
    return `${lines.join("\r\n")}\r\n\r\n`;
  });

/** Status code and body; 0 where the connection ended without a word. */
function send(bytes: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    // A length is announced and nothing comes: the server waits, we do not.
    socket.setTimeout(300, () => socket.destroy());
    socket.on("data", (piece) => {
      said += piece.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      // "100 Continue" may come before the answer.
      const status = Number([...said.matchAll(/^HTTP\/1\.1 (\d{3})/gmu)].at(-1)?.[1] ?? 0);
      resolve({ status, body: said.slice(said.indexOf("\r\n\r\n") + 4) });
    });
  });
}

/** Bytes that the server's process holds, and that its objects take. */
async function memory(): Promise<{ readonly resident: number; readonly heap: number }> {
  const figures = await (await fetch(`${server.address}/metrics`)).text();
  const figure = (name: string) => Number(new RegExp(`^${name} (\\d+)`, "mu").exec(figures)?.[1]);
  return {
    resident: figure("process_resident_memory_bytes"),
    heap: figure("nodejs_heap_size_used_bytes"),
  };
}

it(`survives ${REQUESTS} of them`, { timeout: 600_000 }, async () => {
  const seen = new Map<number, number>();
  const check = async (batch: readonly string[]) => {
    const told = await Promise.all(batch.map(send));
    for (const [at, { status, body }] of told.entries()) {
      seen.set(status, (seen.get(status) ?? 0) + 1);
      expect(status, batch[at]).toBeLessThan(500);
      expect(body, batch[at]).not.toMatch(/\n\s+at |node_modules|\.js:\d/u);
    }
  };
  // What is compiled and kept at first is no growth.
  await fc.assert(fc.asyncProperty(fc.array(request, { minLength: AT_ONCE, maxLength: AT_ONCE }), check), {
    numRuns: 20,
    seed: 1,
  });
  const held = [await memory()];
  const runs = Math.ceil(REQUESTS / AT_ONCE / PARTS);
  for (let part = 0; part < PARTS; part++) {
    await fc.assert(fc.asyncProperty(fc.array(request, { minLength: AT_ONCE, maxLength: AT_ONCE }), check), {
      numRuns: runs,
      endOnFailure: true,
    });
    held.push(await memory());
  }
  if (REQUESTS > 2000) {
    const megabytes = (bytes: number) => Math.round(bytes / 1e6);
    console.log(
      JSON.stringify(Object.fromEntries(seen)),
      held.map(({ resident, heap }) => `${megabytes(resident)} (${megabytes(heap)})`).join(", "),
    );
  }
  // In the first part the heap comes to the size that this load asks for; what grows on from there stays for good.
  expect((held.at(-1)?.resident ?? 0) - (held[1]?.resident ?? 0)).toBeLessThan(MAX_GROWTH);
  // The requests reached more than the parser.
  for (const status of [200, 400, 404, 405, 414])
    expect(seen.get(status), `status ${status}`).toBeGreaterThan(0);
  expect(server.complaints).toBe("");
  expect((await fetch(`${server.address}/api/votos/titanic`)).status).toBe(200);
});
