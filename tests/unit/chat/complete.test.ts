import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask } from "../../../src/chat/ask.js";
import { complete } from "../../../src/chat/line/complete.js";
import { parseLine } from "../../../src/chat/line/parse.js";
import { SPANISH } from "../../../src/chat/locale.js";
import { asking, bot } from "../../support/fakes.js";

function inserts(line: string, limit = 10): string[] {
  return complete(bot, line, SPANISH, limit).map(({ insert }) => insert);
}

describe("a half-typed command", () => {
  it.each([
    ["/vo", ["/votos "]],
    ["vo", ["/votos "]],
    ["/VÓ", ["/votos "]],
    ["/plat", ["/plataforma puntaje ", "/plataforma maxima "]],
    ["/plataforma m", ["/plataforma maxima "]],
    ["/votos", ["/votos "]],
    ["/zzz", []],
  ])("%s", (line, expected) => {
    expect(inserts(line)).toEqual(expected);
  });

  it("of nothing may be any", () => {
    expect(inserts("")).toHaveLength(6);
    expect(inserts("/", 2)).toEqual(["/votos ", "/recomendar "]);
    expect(complete(bot, "/vo", SPANISH)).toEqual([{ label: "/votos", value: "/votos", insert: "/votos " }]);
  });
});

describe("a half-typed value", () => {
  it("has an exact value, and is inserted as it would be typed", () => {
    expect(complete(bot, "/votos toy", SPANISH)).toEqual([
      { label: "Toy Story (1995)", value: "tmdb:862", insert: "/votos Toy Story (1995)" },
      { label: "Toy Story 2 (1999)", value: "tmdb:863", insert: "/votos Toy Story 2 (1999)" },
    ]);
  });

  it.each([
    ["votos toy story 2", ["votos Toy Story 2 (1999)"]],
    ["/votos cind", ["/votos Cinderella (2015)", "/votos Cinderella (1950)"]],
    ['/votos "toy story 2', ["/votos Toy Story 2 (1999)"]],
    [
      "/votos titulo=titanic (1",
      ["/votos titulo=«Titanic (1997)»", "/votos titulo=«Titanic (1953)»"].map((line) =>
        line.replace(/[«»]/g, '"'),
      ),
    ],
    ["/votos Title=toy story 2", ['/votos Title="Toy Story 2 (1999)"']],
    ["/recomendar cantidad=5 toy story 2", ["/recomendar cantidad=5 Toy Story 2 (1999)"]],
    ["/recomendar cantidad=1", ["/recomendar cantidad=1", "/recomendar cantidad=10"]],
    ["/recomendar toy story 2 publico=s", ["/recomendar toy story 2 publico=sí"]],
    ["/recomendar ¿Qué hora", ['/recomendar "¿Qué hora es cantidad=3? (2001)"']],
    ["/recomendar toy story 2 ca", ["/recomendar toy story 2 cantidad="]],
    ["/mes ene", ["/mes Enero"]],
    ["/plataforma puntaje net", ["/plataforma puntaje Netflix"]],
    ["/plataforma puntaje amazon pr", ['/plataforma puntaje "Amazon Prime"']],
    ["/plataforma maxima 2018 net", ["/plataforma maxima 2018 Netflix"]],
    ["/ayuda vo", ["/ayuda votos"]],
    ["/ayuda /vo", ["/ayuda votos"]],
    ["/votos zzzz", []],
  ])("%s", (line, expected) => {
    expect(inserts(line)).toEqual(expected);
  });

  it("that stands alone may be followed by what must be named", () => {
    expect(inserts("/recomendar toy story 2 ")).toEqual([
      "/recomendar Toy Story 2 (1999)",
      "/recomendar toy story 2 cantidad=",
      "/recomendar toy story 2 publico=",
    ]);
  });
});

describe("a completed line", () => {
  it("asks what was shown", async () => {
    for (const { insert, value } of complete(bot, "/votos t", SPANISH)) {
      expect((await ask(bot, insert, asking())).result).toMatchObject({ value });
    }
  });

  it("is understood, whatever it was completed from", () => {
    const parts = fc.constantFrom(
      "toy",
      "t",
      " ",
      "titulo=",
      "cantidad=",
      "1",
      '"',
      "«",
      "¿Qué",
      "amazon",
      "publico=",
      "ca",
      "=",
    );
    const heads = fc.constantFrom(
      "/recomendar ",
      "/votos ",
      "/plataforma puntaje ",
      "/plataforma maxima ",
      "",
      "/",
    );
    fc.assert(
      fc.property(heads, fc.array(parts, { maxLength: 8 }), (head, rest) => {
        const line = head + rest.join("");
        const found = complete(bot, line, SPANISH, 5);
        expect(found.length).toBeLessThanOrEqual(5);
        for (const { insert } of found) expect(insert).not.toBe("");
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (line) => void complete(bot, line, SPANISH)));
    expect(parseLine(bot.program.commands, inserts("/recomendar ¿Qué")[0] ?? "").options).toEqual({
      titulo: "¿Qué hora es cantidad=3? (2001)",
    });
  });
});
