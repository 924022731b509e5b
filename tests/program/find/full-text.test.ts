/**
 * What films are about, on the starter catalogue: golden questions, ranking, hostile texts, a damaged file.
 */
import { rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { openCatalog } from "../../../src/catalog/open.js";
import { eachRow, type FilmRow } from "../../../src/catalog/rows.js";
import { openFullText } from "../../../src/find/full-text/open.js";
import { OperatorError } from "../../../src/words.js";
import { flipByte, replaceTable, rewriteFiles } from "../../support/damaged-index.js";
import { starter, starterCopy } from "../../support/starter-index.js";

const { catalog } = starter;
const fullText = await openFullText(catalog);

const titles = (question: string, limit = 5): string[] =>
  fullText.search(question, limit).map(({ row }) => catalog.films.title.get(row));

describe("questions", () => {
  it.each([
    ["tiburones", "Jaws"],
    ["tiburón", "Jaws"],
    ["shark", "Jaws"],
    ["sharks", "Jaws"],
    ["de Spielberg con dinosaurios", "Jurassic Park"],
    ["dinosaurs by spielberg", "Jurassic Park"],
    ["viajes en el tiempo", "Back to the Future"],
    ["viajar en el tiempo", "Back to the Future"],
    ["mafia", "The Godfather"],
    ["venganza samurái", "Kill Bill: Vol. 1"],
  ])("%s → %s", (question, title) => {
    expect(titles(question)[0]).toBe(title);
  });

  it.each([
    ["magos escuela", /^Harry Potter/],
    ["bruja", /Witch/],
    ["boda", /Wedding/],
    [
      "películas de Almodóvar",
      /^(?:Pain and Glory|The Room Next Door|All About My Mother|The Skin I Live In|Volver|Talk to Her)$/,
    ],
    ["hanks, tom", /^(?:Forrest Gump|Toy Story|Saving Private Ryan)$/],
  ])("%s → %s", (question, title) => {
    expect(titles(question)[0]).toMatch(title);
  });

  it.each([
    ["guerra con tom hanks", "Saving Private Ryan"],
    ["extraterrestres", "Alien"],
    ["time travel", "Back to the Future"],
    ["rey león", "The Lion King"],
    ["robot", "I, Robot"],
    ["niño solo en casa en navidad", "Home Alone"],
    ["atraco", "Reservoir Dogs"],
    ["padre busca a su hijo en el mar", "Finding Nemo"],
    ["segunda guerra mundial", "Inglourious Basterds"],
    ["dinosaurios", "Jurassic Park"],
  ])("%s finds %s among the first five", (question, title) => {
    expect(titles(question)).toContain(title);
  });

  it.each([
    ["tiburón", "tiburones"],
    ["bruja", "brujas"],
    ["TIBURON", "tiburón"],
    ["dinosaurio", "películas sobre dinosaurios"],
    ["shark", "a movie about sharks"],
  ])("%s asks for the same films as %s", (one, other) => {
    expect(titles(one).length).toBeGreaterThan(0);
    expect(new Set(titles(one, 200))).toEqual(new Set(titles(other, 200)));
  });

  it("finds an English keyword under its Spanish name, where no Spanish text says it", () => {
    const { keywords } = catalog;
    const submarine = [...eachRow(keywords)].find((row) => keywords.name.get(row) === "submarine");
    const submarines = submarine === undefined ? [] : [...keywords.films.get(submarine)];
    expect(submarines.length).toBeGreaterThan(0);
    const found = fullText.search("submarinos", 200).map(({ row }) => row);
    expect(found).toEqual(expect.arrayContaining(submarines));
  });

  const filmsOf = (name: string): FilmRow[] => {
    const { films, genres } = catalog;
    return [...eachRow(films)].filter((row) =>
      [...films.genres.get(row)].some((genre) => genres.name.get(genre) === name),
    );
  };

  it.each([
    ["Western", ["western", "vaqueros", "del oeste"]],
    ["War", ["bélica"]],
  ])("takes %s by its Spanish names", (genre, words) => {
    for (const word of words) {
      const found = fullText.search(word, 200).map(({ row }) => row);
      expect(found, word).toEqual(expect.arrayContaining(filmsOf(genre)));
    }
  });

  it.each([
    ["Horror", ["terror", "miedo", "horror"], 130],
    ["Documentary", ["documental", "documentales"], 160],
  ])("takes %s, of more films than it gives, by its Spanish names", (genre, words, least) => {
    const films = new Set(filmsOf(genre));
    for (const word of words) {
      const found = fullText.search(word, 200).filter(({ row }) => films.has(row));
      expect(found.length, word).toBeGreaterThan(least);
    }
  });

  it("puts films that match every word before those that match fewer, and says which matched", () => {
    const found = fullText.search("Spielberg con DINOSAURIOS", 50);
    const counts = found.map(({ matched }) => matched.length);
    expect(found[0]?.matched).toEqual(["Spielberg", "DINOSAURIOS"]);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.at(-1)).toBe(1);
  });

  it("scores from 0 to 1, best first, and the same every time", () => {
    for (const question of ["robot", "amor y guerra", "tom hanks", "comedia romántica en navidad"]) {
      const found = fullText.search(question, 100);
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(Math.min(...scores)).toBeGreaterThan(0);
      expect(Math.max(...scores)).toBeLessThanOrEqual(1);
      expect(fullText.search(question, 100)).toEqual(found);
      expect(fullText.search(question, 3)).toEqual(found.slice(0, 3));
    }
  });

  it.each(["", "   ", "de la", "the", "???", "asdfghjkl", "asdfghjkl: +qwertyuiop"])(
    "finds nothing for %j",
    (question) => {
      expect(fullText.search(question, 5)).toEqual([]);
    },
  );
});

describe("hostile questions", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.string({ unit: "grapheme", maxLength: 400 }),
    fc
      .array(fc.constantFrom("guerra", "de", "tom", "hanks", "title:", "*", "~9", "^10", "+", "-"), {
        maxLength: 60,
      })
      .map((words) => words.join(" ")),
  );

  it("are answered within the limit, whatever they are", () => {
    fc.assert(
      fc.property(anything, fc.oneof(fc.integer(), fc.double()), (question, limit) => {
        const found = fullText.search(question, limit);
        expect(found.length).toBeLessThanOrEqual(Math.max(1, Number.isNaN(limit) ? 1 : limit));
        for (const { row, score, matched } of found) {
          expect(row).toBeLessThan(catalog.films.rowCount);
          expect(score).toBeGreaterThan(0);
          expect(matched.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("leave no trace in the next answer", () => {
    const before = fullText.search("tiburones", 20);
    fc.assert(fc.property(anything, (question) => void fullText.search(question, 3)));
    expect(fullText.search("tiburones", 20)).toEqual(before);
  });

  it("hold no syntax: what another engine would read as such only separates", () => {
    const word = fc.constantFrom("tiburones", "guerra", "robot", "spielberg", "niño", "boda");
    const sign = fc.constantFrom("+", "-", "*", "~", "^", ":", '"', "(", ")", "\\", "/", " + ", " -");
    fc.assert(
      fc.property(fc.array(fc.tuple(sign, word, sign), { minLength: 1, maxLength: 6 }), (parts) => {
        const plain = parts.map(([, typed]) => typed).join(" ");
        const decorated = parts.map(([before, typed, after]) => `${before}${typed}${after}`).join(" ");
        expect(fullText.search(decorated, 20)).toEqual(fullText.search(plain, 20));
      }),
    );
  });

  it("have no fields, wildcards, distances or boosts", () => {
    expect(titles("tibur*")).toEqual([]);
    expect(titles("tiburonez~zz keywords:zzz")).toEqual([]);
    expect(titles("-tiburones")[0]).toBe("Jaws");
    expect(titles("tiburones^0")[0]).toBe("Jaws");
  });

  it("count up to 200 characters", () => {
    expect(titles(`${"zzz ".repeat(50)}tiburones`)).toEqual([]);
    expect(titles(`${"zzz ".repeat(40)}tiburones`)[0]).toBe("Jaws");
  });
});

describe("a damaged file", () => {
  let root: string;
  const file = () => join(root, starter.version, "full_text.arrow");

  beforeEach(() => {
    root = starterCopy();
  });

  async function refusal(): Promise<OperatorError> {
    // Everything else works without it.
    const rest = openCatalog(root);
    return openFullText(rest).then(
      () => {
        throw new Error("it was opened");
      },
      (error: unknown) => {
        expect(error).toBeInstanceOf(OperatorError);
        return error as OperatorError;
      },
    );
  }

  const unlist = () => rewriteFiles(root, ({ "full_text.arrow": _, ...rest }) => rest);

  const damages: [name: string, damage: () => void, told: RegExp][] = [
    ["a changed byte", () => flipByte(file()), /su suma SHA-256 no coincide/],
    ["a truncated file", () => truncateSync(file(), 1000), /tiene 1000 bytes, se esperaban \d+/],
    ["a missing file", () => rmSync(file()), /falta/],
    [
      "a table of another shape",
      () => replaceTable(root, "full_text.arrow", "months.arrow"),
      /no tiene la forma esperada/,
    ],
    ["a file that is not listed", () => unlist(), /no está en el manifiesto/],
  ];

  it.each(damages)("is refused in one line that says what to do: %s", async (_, damage, told) => {
    damage();
    const { words } = await refusal();
    expect(words.es).toMatch(told);
    expect(words.es).toMatch(
      /^\/buscar no está disponible, lo demás sí\. .*full_text\.arrow: .*npm run index-build/,
    );
    expect(words.en).toMatch(/^Only \/buscar is not available\. .*npm run index-build/);
    expect(`${words.es}${words.en}`).not.toContain("\n");
  });
});
