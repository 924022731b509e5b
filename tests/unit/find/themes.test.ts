/** Themes as people call them: from a text to the keywords that count for it, and to the films that bear them. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { KeywordTheme } from "../../../index-build/records.js";
import { encodeFacts } from "../../../index-build/write/films/facts.js";
import { encodeThemes } from "../../../index-build/write/groups/themes.js";
import { readTable } from "../../../src/catalog/arrow/table.js";
import type { Tables } from "../../../src/catalog/catalog.js";
import { TABLES, type TableName } from "../../../src/catalog/schema.js";
import type { Resolution, Theme } from "../../../src/find/port.js";
import { filmsOfTheme } from "../../../src/find/themes/films.js";
import { createThemes } from "../../../src/find/themes/resolve.js";
import { moviesCsv, readFolder } from "../../support/source-files.js";

const THEMES: readonly KeywordTheme[] = [
  {
    es: "robo de bancos",
    en: "bank robbery",
    said: { es: ["atraco a un banco"], en: ["bank heist"] },
    keywords: ["bank robbery", "bank robber", "no film bears this"],
  },
  { es: "vampiros", en: "vampires", said: { es: [], en: [] }, keywords: ["vampire"] },
  { es: "golpe", en: "coup", said: { es: [], en: [] }, keywords: ["coup"] },
  { es: "gran robo", en: "heist", said: { es: ["golpes"], en: [] }, keywords: ["heist"] },
  { es: "nada", en: "nothing", said: { es: [], en: [] }, keywords: ["nothing bears this"] },
];
/** Spanish names of single keywords. */
const SPANISH = new Map([
  ["prison", "cárcel"],
  ["jail", "cárcel"],
  ["harbor", "puerto"],
  ["female vampire", "vampira"],
  ["time travel", "viajes en el tiempo"],
]);
/** By film, of which the first has most votes. */
const KEYWORDS = [
  ["bank robbery", "prison", "vampire"],
  ["bank robber", "time travel", "harbor", "coup"],
  ["jail", "bank robbery", "female vampire", "heist"],
];

let tables: Tables;
let theme: (text: string) => Resolution<Theme>;
let themeCalled: (text: string) => Resolution<Theme>;

beforeAll(async () => {
  const ids = new Map([...new Set(KEYWORDS.flat())].map((name, at) => [name, at + 1]));
  const cell = (names: readonly string[]) =>
    `"[${names.map((name) => `{'id': ${ids.get(name)}, 'name': '${name}'}`).join(", ")}]"`;
  const { catalog } = await readFolder({
    "movies.csv": moviesCsv(
      ...KEYWORDS.map((_, at) => ({
        id: String(at + 1),
        title: `Film ${at + 1}`,
        vote_count: String(50 - at),
      })),
    ),
    "keywords.csv": `id,keywords\n${KEYWORDS.map((names, at) => `${at + 1},${cell(names)}`).join("\n")}\n`,
  });
  const read = (encoded: Partial<Record<TableName, Uint8Array>>) =>
    Object.fromEntries(
      Object.entries(encoded).map(([name, bytes]) => [name, readTable(bytes, TABLES[name as TableName])]),
    ) as unknown as Tables;
  const facts = read(Object.fromEntries(encodeFacts(catalog, SPANISH)));
  tables = { ...facts, ...read(encodeThemes(THEMES, facts)) };
  ({ theme, themeCalled } = createThemes(tables as never));
});

/** How a text is understood: how well, as what, and by which keywords. */
function read(text: string) {
  const found = theme(text);
  if (found.kind !== "found") return found.kind;
  const keywords = found.value.keywords.map((row) => tables.keywords.name.get(row)).sort();
  return [found.fit, found.value.name.es, ...keywords];
}

const BANKS = ["robo de bancos", "bank robber", "bank robbery"];

describe("a theme", () => {
  it.each([
    ["its name", "robo de bancos"],
    ["another number", "robos de banco"],
    ["other words for grammar, and the verb", "robar un banco"],
    ["what else it is called", "atracos a bancos"],
    ["its English name", "Bank Robberies"],
    ["the other order", "bancos, robo"],
  ])("is found by %s", (_, text) => {
    expect(read(text)?.slice(1)).toEqual(BANKS);
  });

  it.each(["robo de bancos", "ROBOS DE BANCO", "un atraco a los bancos", "the bank robbery"])(
    "is exact where %s are the words of a name but for number and grammar",
    (text) => {
      expect(read(text)).toEqual(["exact", ...BANKS]);
    },
  );

  it("is close where an ending differs that may mean another thing", () => {
    expect(read("robar un banco")).toEqual(["close", ...BANKS]);
    expect(read("puerta")).toEqual(["close", "puerto", "harbor"]);
  });

  it("is close with one slip in a word of five letters or more", () => {
    expect(read("vmapiros")).toEqual(["close", "vampiros", "vampire"]);
    expect(read("vampirros")).toEqual(["close", "vampiros", "vampire"]);
    expect(read("vmapirros")).toBe("none");
    expect(read("roob de bancos")).toBe("none");
    expect(read("viajes en el timpo")).toEqual(["close", "viajes en el tiempo", "time travel"]);
  });

  it.each(["robo de bancos", "the bank robbery", "robar un banco", "vmapiros", "vampiro", "nada de esto"])(
    "that is called so is what is found exactly, and no other: %s",
    (text) => {
      const found = theme(text);
      const isCalledSo = found.kind === "found" && found.fit === "exact";
      expect(themeCalled(text)).toEqual(isCalledSo ? found : { kind: "none", suggestions: [] });
    },
  );

  it("comes before a single keyword, but not before one that is nearer", () => {
    expect(read("vampire")).toEqual(["exact", "vampiros", "vampire"]);
    expect(read("vampiras")).toEqual(["exact", "vampira", "female vampire"]);
  });

  it.each([
    ["golpe", "golpe", "gran robo"],
    ["golpes", "gran robo", "golpe"],
    ["coup", "golpe", undefined],
  ])(
    "of several that share a name is the one whose words are nearer, the others are namesakes: %s",
    (text, es, other) => {
      const found = theme(text);
      expect(found).toMatchObject({ kind: "found", fit: "exact", value: { name: { es } } });
      expect(found.kind === "found" && found.namesakes[0]?.name.es).toBe(other);
    },
  );

  it("of which no keyword is there is known all the same", () => {
    expect(read("nada")).toEqual(["exact", "nada"]);
    expect(read("nothing")).toEqual(["exact", "nada"]);
  });
});

describe("a keyword", () => {
  it.each(["viajes en el tiempo", "viaje en el tiempo", "time travel", "Viajes en el tiémpo"])(
    "is found by either name: %s",
    (text) => {
      expect(read(text)).toEqual(["exact", "viajes en el tiempo", "time travel"]);
    },
  );

  it("is one theme with those of the same name", () => {
    expect(read("cárcel")).toEqual(["exact", "cárcel", "jail", "prison"]);
    expect(read("prison")).toEqual(["exact", "cárcel", "prison"]);
  });
});

describe("nothing", () => {
  it.each(["", "  ", "?", "de la", "qwertyuiop", "bancos", "robo de bancos en Marte"])(
    "is meant by %j",
    (text) => {
      expect(read(text)).toBe("none");
    },
  );
});

it("any text is answered", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(fc.constantFrom("robo", "de", "bancos", "the", "vampiro", "cárcel", "viage", "x"), {
        maxLength: 40,
      })
      .map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const found = theme(typed);
      if (found.kind === "found") expect(found.value.name.es).not.toBe("");
      else expect(found).toEqual({ kind: "none", suggestions: [] });
    }),
  );
});

it("has the films of any of its keywords, each once, best known first", () => {
  const filmIds = (text: string) => {
    const found = theme(text);
    if (found.kind !== "found") return [];
    return filmsOfTheme(tables, found.value).map((row) => tables.films.id[row]);
  };
  expect(filmIds("robo de bancos")).toEqual([1, 2, 3]);
  expect(filmIds("cárcel")).toEqual([1, 3]);
  expect(filmIds("time travel")).toEqual([2]);
});
