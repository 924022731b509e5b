/** With little memory it serves less, or says in one line what is missing. */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { assertFits, hasRoomForCharts, memoryHere } from "../../../src/app/memory.js";
import { OperatorError } from "../../../src/words.js";

const MB = 1_048_576;
const root = mkdtempSync(join(tmpdir(), "claqueta-memory-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A version of 120 MB, of which nothing is written. */
const version = "2026-01-01-0123456789ab";
mkdirSync(join(root, version));
writeFileSync(join(root, version, "films.arrow"), "");
truncateSync(join(root, version, "films.arrow"), 120 * MB);
writeFileSync(join(root, "CURRENT"), `${version}\n`);

const heap = 99 * MB;

function words(limit: number, ofHeap = heap): string {
  try {
    assertFits({ limit: limit * MB, heap: ofHeap }, root);
  } catch (error) {
    if (error instanceof OperatorError) return error.words.es;
    throw error;
  }
  return "";
}

describe("memory", () => {
  it("of 256 MB serves 45,000 films, without charts", () => {
    expect(words(256)).toBe("");
    expect(hasRoomForCharts({ limit: 256 * MB, heap })).toBe(false);
    expect(hasRoomForCharts({ limit: Number.POSITIVE_INFINITY, heap })).toBe(true);
  });

  it("that cannot hold the index is refused in one line with both figures", () => {
    expect(words(128)).toMatch(/^No cabe: el índice de .* pide 200 MB de memoria y el límite es de 128\./u);
  });

  it("of which Node may use too little is told with what to set", () => {
    expect(words(1000, 48 * MB)).toContain("--max-old-space-size");
  });

  it("is known here", () => {
    const { limit, heap: here } = memoryHere();
    expect(limit).toBeGreaterThan(0);
    expect(here).toBeGreaterThan(50 * MB);
    expect(() => assertFits(memoryHere(), join(root, "none"))).not.toThrow();
  });
});
