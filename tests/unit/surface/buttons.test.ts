/** What a button carries comes back as it was, whatever it is; and what anybody makes up does no harm. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands, operatorCommands } from "../../../commands/index.js";
import type { OptionValue, OptionValues } from "../../../src/chat/answer/schema.js";
import { harmlessLine } from "../../../src/chat/text.js";
import {
  type Button,
  commandCode,
  decodeButton,
  encodeButton,
  inertButton,
  isInert,
  MOST_FOLDS,
} from "../../../src/surface/buttons.js";
import { MemoryShortKeys } from "../../../src/surface/memory/short-keys.js";
import { HOSTILE } from "../../support/surface.case.js";

const shortKeys = new MemoryShortKeys();
const ROOMY = { bytes: 1_000_000, shortKeys };
/** What Telegram has room for. */
const NARROW = { bytes: 64, shortKeys };

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("a;b", "a=b", "a,b", "%41", "tmdb:862", "ñ"),
);
const value: fc.Arbitrary<OptionValue> = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.array(fc.oneof(text, fc.integer()), { minLength: 1, maxLength: 5 }),
);
const name = fc.oneof(text, fc.constantFrom("titulo", "__proto__", "constructor", "toString"));
const values: fc.Arbitrary<OptionValues> = fc
  .array(fc.tuple(name, value), { maxLength: 5 })
  .map((entries) => Object.fromEntries(entries));
const asker = fc.oneof(fc.constant("0"), fc.bigInt(0n, 10n ** 20n - 1n).map(String));
const asked = fc.record({
  command: fc.constantFrom(...commands.map((command) => command.name)),
  options: values,
});

const buttons: fc.Arbitrary<Button> = fc.oneof(
  fc.record({ kind: fc.constant("page" as const), asker, page: fc.nat(36 ** 4 - 1), asked }),
  fc.record({
    kind: fc.constant("page" as const),
    asker,
    page: fc.nat(36 ** 3 - 1),
    fold: fc.nat(MOST_FOLDS - 1),
    asked,
  }),
  fc.record({ kind: fc.constant("fold" as const), asker, index: fc.nat(MOST_FOLDS - 1), asked }),
  fc.record({ kind: fc.constant("choice" as const), asker, open: fc.boolean(), asked }),
  fc.record({
    kind: fc.constant("choice" as const),
    asker,
    open: fc.constant(true),
    inPlace: fc.constant(true),
    asked,
  }),
  fc.record({ kind: fc.constant("action" as const), asker, action: text, state: values }),
  fc.record({
    kind: fc.constant("action" as const),
    asker,
    action: text,
    shared: fc.constantFrom("update" as const, "reply" as const),
    state: values,
  }),
);

/** Values as they arrive: as text, and harmless. */
function arrived(given: OptionValues): OptionValues {
  const one = (scalar: unknown) => harmlessLine(String(scalar));
  return Object.fromEntries(
    Object.entries(given).map(([option, held]) => [
      one(option),
      Array.isArray(held) ? held.map(one) : one(held),
    ]),
  );
}

function expected(button: Button): Button {
  if (button.kind === "action") {
    return { ...button, action: harmlessLine(button.action), state: arrived(button.state) };
  }
  return { ...button, asked: { ...button.asked, options: arrived(button.asked.options) } };
}

describe("a button", () => {
  it("comes back as it was, with room and without", async () => {
    await fc.assert(
      fc.asyncProperty(buttons, fc.boolean(), async (button, narrow) => {
        const written = encodeButton(button, narrow ? NARROW : ROOMY);
        if (narrow) expect(Buffer.byteLength(written)).toBeLessThanOrEqual(NARROW.bytes);
        expect(await decodeButton(written, commands, shortKeys)).toEqual(expected(button));
        expect(isInert(written)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("tells a list of one from a text, and an option called __proto__ from a prototype", async () => {
    const state = Object.fromEntries([
      ["lista", ["a"]],
      ["texto", "a"],
      ["__proto__", "x"],
    ]) as OptionValues;
    const written = encodeButton({ kind: "action", asker: "0", action: "hacer", state }, ROOMY);
    const read = await decodeButton(written, commands, shortKeys);
    expect(read).toMatchObject({ kind: "action", state: { lista: ["a"], texto: "a" } });
    const { state: back } = read as { state: OptionValues };
    expect(Object.keys(back)).toEqual(["lista", "texto", "__proto__"]);
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  });

  it("carries hostile text harmlessly", async () => {
    const button: Button = {
      kind: "choice",
      asker: "0",
      open: true,
      asked: { command: "votos", options: { titulo: HOSTILE } },
    };
    const read = await decodeButton(encodeButton(button, NARROW), commands, shortKeys);
    expect(read).toEqual(expected(button));
  });

  it("is anybody's where whose it is cannot be told", async () => {
    for (const nobody of ["", "-1", "x", "1".repeat(21)]) {
      const button: Button = { kind: "action", asker: nobody, action: "hacer", state: {} };
      expect(await decodeButton(encodeButton(button, ROOMY), commands, shortKeys)).toMatchObject({
        asker: "0",
      });
    }
  });

  it("says that it only shows something", () => {
    expect(isInert(inertButton("page"))).toBe(true);
    expect(isInert("2p;0;aaaa;0")).toBe(false);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["expired", "2k;nobody-made-this"],
    ["old", "1p;2bz8f;k3xq;3;nombre=person:488"],
    ["old", "1a;1;abcd;0;titulo=tmdb:1"],
    ["old", "0x"],
    ["old", "9z"],
    // Its command is no more.
    ["old", "2o;0;zzzz;0;titulo=tmdb:1"],
    ["unknown", ""],
    ["unknown", ";;;;"],
    ["unknown", "x0"],
    ["unknown", "2z;0;zzzz;0"],
    ["unknown", "2o"],
    ["unknown", "2o;%;zzzz;0"],
    ["unknown", "2p;0;zzzz;-1"],
    ["unknown", "2a;0;hacer;0;a=%E0%A4%A"],
    ["unknown", "2a;0;%;0"],
    ["unknown", "2a;0;hacer;0;value"],
    ["unknown", "2a;0;hacer;0;"],
    ["unknown", "2k;"],
    ["unknown", "2k;a b"],
    ["unknown", `2k;${"a".repeat(41)}`],
  ])("is %s: “%s”", async (verdict, written) => {
    expect(await decodeButton(written, commands, shortKeys)).toBe(verdict);
  });

  it("is told so, whatever was made up", async () => {
    const part = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("2o", "2a", "2p", "0", "zz", "%", "=", ","),
    );
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(part).map((parts) => parts.join(";")),
      fc.tuple(buttons, fc.nat(200), fc.string()).map(([button, at, inserted]) => {
        const written = encodeButton(button, ROOMY);
        return written.slice(0, at) + inserted + written.slice(at);
      }),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (written) => {
        const read = await decodeButton(written, commands, shortKeys);
        if (typeof read === "string") expect(["old", "expired", "unknown"]).toContain(read);
        else expect(read.asker).toMatch(/^\d+$/);
      }),
      { numRuns: 500 },
    );
  });

  it("names nobody in what is kept of it, and is its owner's all the same", async () => {
    const owner = "80351110224678912";
    const kept: string[] = [];
    const keys = new MemoryShortKeys();
    const watched = {
      keep: (text: string) => {
        kept.push(text);
        return keys.keep(text);
      },
      find: (key: string) => keys.find(key),
    };
    const options = { titulo: "x".repeat(100) };
    const button = (asker: string): Button => ({
      kind: "choice",
      asker,
      open: true,
      asked: { command: "votos", options },
    });
    for (const asker of [owner, "123", "0"]) {
      const written = encodeButton(button(asker), { bytes: 64, shortKeys: watched });
      expect(Buffer.byteLength(written)).toBeLessThanOrEqual(64);
      expect(await decodeButton(written, commands, watched)).toEqual(button(asker));
    }
    expect(new Set(kept).size).toBe(1);
    expect(kept[0]).not.toContain(BigInt(owner).toString(36));
    // Those that were kept before say themselves whose they are.
    const before = `2o;3f;${commandCode("votos")};0;titulo=x`;
    expect(await decodeButton(`2k;${keys.keep(before)}`, commands, keys)).toMatchObject({ asker: "123" });
  });

  it("is a key that has been forgotten since", async () => {
    const keys = new MemoryShortKeys();
    const options = { titulo: "x".repeat(100) };
    const button: Button = { kind: "choice", asker: "0", open: true, asked: { command: "votos", options } };
    const written = encodeButton(button, { bytes: 64, shortKeys: keys });
    expect(await decodeButton(written, commands, keys)).toEqual(button);
    expect(await decodeButton(written, commands, new MemoryShortKeys())).toBe("expired");
  });
});

describe("the code of a command", () => {
  it("is its own, and that of no other", () => {
    const names = [...commands, ...operatorCommands].map((command) => command.name);
    expect(new Set(names.map(commandCode)).size).toBe(names.length);
    for (const one of names) expect(commandCode(one)).toMatch(/^[\da-z]{4}$/);
  });

  it("stays what it is: buttons out there carry it", () => {
    expect(commandCode("votos")).toBe("6fq4");
  });
});
