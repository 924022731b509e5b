/** What went wrong is of one of a few kinds; what anybody may see of it names neither addresses nor folders. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { failureWords, refreshAnswer, refreshMessages } from "../../../src/chat/answer/refresh-words.js";
import { parseLocale, SPANISH } from "../../../src/chat/locale.js";
import { combinedErrors, FAILURE_KINDS, kindOf, SourceError } from "../../../src/refresh/failure.js";
import { HttpClient } from "../../../src/refresh/http/client.js";
import type { Failure, FailureKind } from "../../../src/refresh/port.js";
import { EMPTY_STATE, readState, stateFile, statusOf, writeState } from "../../../src/refresh/run/state.js";
import { FolderSource } from "../../../src/refresh/sources/folder/source.js";
import { OperatorError } from "../../../src/words.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "claqueta-failures-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FAILURE: Failure = {
  at: "2026-11-20T08:30:05.000Z",
  source: "folder:/srv/data/films",
  kind: "unreachable",
  id: "3f2a91bc",
  es: "No se puede leer la carpeta /srv/data/films (ENOENT)",
  en: "The folder /srv/data/films cannot be read (ENOENT)",
};

describe("the kind of a failure", () => {
  let server: Server;
  let answer: { readonly status: number; readonly body: string };
  beforeEach(async () => {
    server = createServer((_, response) => response.writeHead(answer.status).end(answer.body));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const kindFrom = async (url: string) => {
    const client = new HttpClient({
      name: "Test",
      denied: { es: "no", en: "no" },
      timing: { timeout: 2_000, backOff: [1], longestWait: 100 },
    });
    const asked = client.ask(url, { signal: new AbortController().signal }, (body) => JSON.parse(body));
    return kindOf(await asked.catch((error: unknown) => error));
  };

  it.each<[number, string, FailureKind]>([
    [500, "", "unreachable"],
    [429, "", "unreachable"],
    [401, "", "refused"],
    [403, "", "refused"],
    [400, "", "refused"],
    [200, "<html>", "malformed"],
  ])("of a server that answers %i %s is %s", async (status, body, kind) => {
    answer = { status, body };
    expect(await kindFrom(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).toBe(kind);
  });

  it("of a server that is not there is unreachable", async () => {
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await kindFrom(`http://127.0.0.1:${port}/`)).toBe("unreachable");
    server.listen(0, "127.0.0.1");
  });

  it("of a folder tells one that is not there from one that is empty", async () => {
    const kindOfFolder = async (path: string) =>
      kindOf(await new FolderSource("folder", path).fetch().catch((error: unknown) => error));
    expect(await kindOfFolder(join(folder, "none"))).toBe("unreachable");
    expect(await kindOfFolder(folder)).toBe("missing");
  });

  it("is unknown where an error says nothing of it, and the first one's of several", () => {
    expect(kindOf(new OperatorError({ es: "x", en: "x" }))).toBe("unknown");
    expect(kindOf(new Error("x"))).toBe("unknown");
    const several = combinedErrors([
      new SourceError("refused", { es: "uno", en: "one" }),
      new SourceError("malformed", { es: "dos", en: "two" }),
    ]);
    expect(several).toMatchObject({ kind: "refused", words: { es: "uno. dos", en: "one. two" } });
    expect(combinedErrors([])).toBeUndefined();
  });
});

describe("what anybody may see", () => {
  it("is which source, when, of what kind, and an id", () => {
    writeState(folder, { ...EMPTY_STATE, lastFailure: FAILURE });
    expect(readState(folder).lastFailure).toEqual(FAILURE);
    expect(statusOf(readState(folder)).lastFailure).toEqual({
      at: FAILURE.at,
      source: "folder:films",
      kind: "unreachable",
      id: "3f2a91bc",
    });
  });

  it("of a memory without kinds is no failure, and the rest of it stays", () => {
    const { kind: _kind, id: _id, ...old } = FAILURE;
    const lastRun = "2026-11-20T08:30:00.000Z";
    writeFileSync(stateFile(folder), JSON.stringify({ ...EMPTY_STATE, lastRun, lastFailure: old }));
    expect(readState(folder)).toMatchObject({ lastRun, lastFailure: null });
  });

  it("has words of its own for every kind, in both languages", () => {
    const english = parseLocale("en");
    const words = Object.values(FAILURE_KINDS).flatMap((kind) => [
      failureWords({ ...FAILURE, kind }, SPANISH),
      failureWords({ ...FAILURE, kind }, english),
    ]);
    expect(new Set(words).size).toBe(words.length);
  });

  it("is said once, while the operator's terminal gets every message", () => {
    const failures = [FAILURE, { ...FAILURE, es: "Otra cosa" }].map((one) => ({ ...one, source: "tmdb" }));
    const report = { outcome: "failed", version: null, films: null, difference: null, failures } as const;
    expect(refreshAnswer(report, SPANISH).list?.lines).toEqual([
      { head: "tmdb: sin respuesta (código 3f2a91bc)" },
    ]);
    expect(refreshMessages(report, SPANISH).slice(1)).toEqual([
      `tmdb: ${FAILURE.es} [3f2a91bc]`,
      "tmdb: Otra cosa [3f2a91bc]",
    ]);
  });
});
