/** Indexes to ask in tests of the program: that of the starter catalogue, which is built once, and others. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { createEdition } from "../../src/app/bot/edition.js";
import { createProgram } from "../../src/app/bot/program.js";
import type { Catalog } from "../../src/catalog/catalog.js";
import { openCatalog } from "../../src/catalog/open.js";
import { currentVersion } from "../../src/catalog/versions/versions.js";
import { ask } from "../../src/chat/ask.js";
import type { Asking } from "../../src/chat/asking.js";
import type { Edition } from "../../src/chat/contract.js";
import type { Outcome } from "../../src/chat/outcome.js";
import { buildIndex } from "./build-index.js";
import { afterEachTest } from "./clean-up.js";
import { asking, memoryPorts, type TestBot } from "./fakes.js";

/** An index on disk; what answers from it is opened when it is first asked for. */
export class TestIndex {
  readonly #root: () => string;
  #edition: Edition | undefined;
  #bot: TestBot | undefined;

  constructor(root: () => string) {
    this.#root = root;
  }

  get root(): string {
    return this.#root();
  }

  /** The version in use. */
  get version(): string {
    return currentVersion(this.root) ?? "";
  }

  get catalog(): Catalog {
    return this.edition.catalog;
  }

  get edition(): Edition {
    this.#edition ??= createEdition(openCatalog(this.root));
    return this.#edition;
  }

  /** The bot as it is set by default, with ports in memory. */
  get bot(): TestBot {
    this.#bot ??= {
      edition: this.edition,
      program: createProgram({ minimumVotes: 2000 }),
      ports: memoryPorts(),
    };
    return this.#bot;
  }

  /** Asks it a line in the language of `tag`, on the first day of 2026. */
  ask(line: string, tag = "es", more: Partial<Asking> = {}): Promise<Outcome> {
    return ask(this.bot, line, asking(tag, { now: new Date("2026-01-01"), ...more }));
  }
}

/** The index of the starter catalogue. Nobody may change it: `starterCopy` is for that. */
export const starter = new TestIndex(() => inject("starterIndex"));

const copies: string[] = [];

afterEachTest(() => {
  for (const root of copies.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** The root of a copy of the starter's index, removed after the test. */
export function starterCopy(): string {
  const root = mkdtempSync(join(tmpdir(), "claqueta-copy-"));
  copies.push(root);
  cpSync(starter.root, root, { recursive: true });
  return root;
}

/** The full data is built in half a minute, and in many times that on a busy machine. */
export const BUILD_PATIENCE = 600_000;

/** An index of some sources, built before the tests of the file or suite and removed after them. */
export function indexOf(sources: readonly string[]): TestIndex {
  let root = "";
  beforeAll(async () => {
    root = await buildIndex(sources);
  }, BUILD_PATIENCE);
  afterAll(() => rm(root, { recursive: true, force: true }));
  return new TestIndex(() => root);
}
