/** No text holds the program: every regular expression that reads one takes time linear in its length. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expressionsBelow, expressionsIn, slowness } from "./expressions.js";

const found = expressionsBelow(join(import.meta.dirname, "../../../src/understand"));

describe("the expressions of understanding", () => {
  it("are found, and none is put together from texts", () => {
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ source }) => source === "new RegExp")).toEqual([]);
  });

  it.each(found.map(({ at, source }) => [at, source] as const))("%s is linear: %s", (_, source) => {
    expect(slowness(source)).toBeUndefined();
  });
});

describe("the rule", () => {
  it.each([
    ["(a+)+", "a repetition within a repetition"],
    ["(?:a*b?)*c", "a repetition within a repetition"],
    ["((a+)b)*", "a repetition within a repetition"],
    ["(?:x|y{2,})*", "a repetition within a repetition"],
    ["[\\s?!.]+$", "a repetition before the end, from anywhere"],
    ["a\\s*$", "a repetition before the end, from anywhere"],
    ["\\s+\\s*a", "two repetitions of the same"],
    [".*.*x", "two repetitions of the same"],
  ])("catches %s", (source, why) => {
    expect(slowness(source)).toBe(why);
  });

  it.each([
    "^a+$",
    "\\S+",
    "a{1,20}$",
    "(?:a|b)?c+",
    "[+*]$",
    "\\+$",
    "(?:ab)+",
    "(\\d+)[.,](\\d+)",
    "(?<!x)x+$",
  ])("lets %s pass", (source) => {
    expect(slowness(source)).toBeUndefined();
  });

  it("sees literals, whatever stands around them, and nothing else", () => {
    const text = 'const a = /b+/u; // no /c+/\nconst d = "/e+/"; f(g / h / i);\nx.replace(/j(?:k)*/gu, "");';
    expect(expressionsIn(text, "x.ts")).toEqual([
      { at: "x.ts:1", source: "b+" },
      { at: "x.ts:3", source: "j(?:k)*" },
    ]);
    expect(expressionsIn("new RegExp(text)", "x.ts")).toEqual([{ at: "x.ts", source: "new RegExp" }]);
  });
});
