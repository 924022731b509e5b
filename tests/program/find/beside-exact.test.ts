/**
 * A film that is called just what was typed leaves out what is so much less likely that it would change no answer. Held
 * against the same search with nothing left out, among made-up titles that lie near one another and are known by any number.
 */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCatalog } from "../../../src/catalog/open.js";
import type { FilmRow } from "../../../src/catalog/rows.js";
import { decideWithDoubt } from "../../../src/find/names/decision.js";
import { createDomains, type Domains } from "../../../src/find/names/domain.js";
import { matches } from "../../../src/find/names/matching.js";
import { thresholdsOf } from "../../../src/find/names/thresholds.js";
import { Trace } from "../../../src/find/names/trace.js";
import { buildIndex } from "../../support/build-index.js";
import { csv, folderWith } from "../../support/source-files.js";

const SYLLABLES = "ma ri lo ten car sol bel nor vin da".split(" ");
const FILMS = 1_500;

/** Words that are a slip or two apart, one to three in a title, each title known by 0 to 100,000 votes. */
function madeUp(): string[][] {
  let seed = 7;
  const below = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  const word = () => Array.from({ length: 2 + below(2) }, () => SYLLABLES[below(SYLLABLES.length)]).join("");
  return Array.from({ length: FILMS }, (_, at) => [
    String(at + 1),
    Array.from({ length: 1 + below(3) }, word).join(" "),
    String(Math.floor(10 ** (below(500) / 100)) - 1),
  ]);
}

const rows = madeUp();
let root: string;
let film: Domains["film"];

beforeAll(async () => {
  root = await buildIndex([folderWith({ "films.csv": csv(["id", "title", "vote_count"], rows) })]);
  film = createDomains(openCatalog(root)).film;
}, 120_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

function meaning(text: string, trace?: Trace<FilmRow>) {
  const thresholds = thresholdsOf(text);
  return decideWithDoubt(film, text, matches(film, text, thresholds, trace ? { trace } : {}), thresholds);
}

describe("beside a film that is called just that", () => {
  it("is answered as if nothing had been left out", () => {
    const kinds = new Set<string>();
    for (const [, title = ""] of rows) {
      for (const text of [title, title.slice(1), `${title}s`, title.split(" ").reverse().join(" ")]) {
        const meant = meaning(text);
        expect({ text, meant }).toEqual({ text, meant: meaning(text, new Trace()) });
        kinds.add(meant.kind);
      }
    }
    expect([...kinds].sort()).toEqual(["choices", "found", "none"]);
  });
});
