import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  joinTexts,
  mention,
  partsOf,
  plainLine,
  plainText,
  restOfLine,
  rich,
  typedMention,
} from "../../../src/chat/answer/rich-text.js";
import { type Mention, type RichText, richTextSchema } from "../../../src/chat/answer/schema.js";

describe("a text in which commands are mentioned", () => {
  it("is a string where it mentions none", () => {
    expect(rich``).toBe("");
    expect(rich`uno`).toBe("uno");
    expect(rich`${"uno"} ${2} ${rich`tres`}`).toBe("uno 2 tres");
  });

  it("has its mentions between strings, and nothing that is empty", () => {
    const votos = mention("votos", "titanic");
    expect(rich`Prueba con ${votos}, o no.`).toEqual(["Prueba con ", votos, ", o no."]);
    expect(rich`${votos}`).toEqual([votos]);
    expect(rich`${votos}${""}${votos}`).toEqual([votos, votos]);
    expect(rich`a${"b"}${rich`c${votos}d`}e`).toEqual(["abc", votos, "de"]);
  });

  it("may be joined with others", () => {
    const votos = mention("votos");
    expect(joinTexts([])).toBe("");
    expect(joinTexts(["a", "b"], "\n\n")).toBe("a\n\nb");
    expect(joinTexts(["a", rich`${votos}b`], " ")).toEqual(["a ", votos, "b"]);
  });

  it("reads as it would be typed, or as a platform shows it", () => {
    const text = rich`Prueba con ${mention("votos", "titanic")} o ${mention("ayuda")}.`;
    expect(plainText(text)).toBe("Prueba con /votos titanic o /ayuda.");
    expect(plainText(text, ({ command }) => `<${command}>`)).toBe("Prueba con <votos> o <ayuda>.");
    expect(mention("ayuda", "")).toEqual({ command: "ayuda" });
    expect(partsOf("a")).toEqual(["a"]);
  });

  const mentions = fc
    .tuple(fc.string(), fc.option(fc.string(), { nil: undefined }))
    .map(([command, typed]) => mention(command, typed));
  const part = fc.oneof(fc.string(), mentions);
  const template = fc
    .array(fc.string(), { minLength: 1, maxLength: 6 })
    .chain((strings) =>
      fc.tuple(
        fc.constant(strings),
        fc.array(part, { minLength: strings.length - 1, maxLength: strings.length - 1 }),
      ),
    );

  /** The tag, applied to what no template literal could hold. */
  function tagged(strings: readonly string[], values: readonly (RichText | Mention)[]): RichText {
    return rich(Object.assign([...strings], { raw: [...strings] }), ...values);
  }

  it("says the same as the same template in strings", () => {
    fc.assert(
      fc.property(template, ([strings, values]) => {
        const text = tagged(strings, values);
        const plain = values.map((value) => (typeof value === "string" ? value : typedMention(value)));
        expect(plainText(text)).toBe(String.raw({ raw: strings }, ...plain));
        // Within another one, and as it leaves over HTTP, it is the same text.
        expect(plainText(rich`(${text})`)).toBe(`(${plainText(text)})`);
        expect(richTextSchema.parse(JSON.parse(JSON.stringify(text)))).toEqual(text);
      }),
    );
  });

  it("has no empty strings and no two in a row, whatever it was made of", () => {
    fc.assert(
      fc.property(fc.array(template), fc.string(), (templates, between) => {
        const texts = templates.map(([strings, values]) => tagged(strings, values));
        const text = joinTexts(texts, between);
        expect(plainText(text)).toBe(texts.map((one) => plainText(one)).join(between));
        if (typeof text === "string") return;
        expect(text.some((one) => typeof one !== "string")).toBe(true);
        for (const [at, one] of text.entries()) {
          expect(one).not.toBe("");
          expect(typeof one === "string" && typeof text[at + 1] === "string").toBe(false);
        }
      }),
    );
  });
});

describe("a line of a list", () => {
  it.each([
    [{ head: "Titanic (1997)" }, "Titanic (1997)"],
    [{ head: "Titanic (1997)", details: ["7,5"] }, "Titanic (1997) · 7,5"],
    [{ head: "tmdb", details: ["12 entradas", "al 1 de mayo"] }, "tmdb · 12 entradas · al 1 de mayo"],
    [{ head: "Alien (1979)", why: "también es de terror" }, "Alien (1979): también es de terror"],
    [{ head: "Alien", details: ["1979"], why: "miedo" }, "Alien · 1979: miedo"],
    [
      { head: [mention("votos", "<título>")], details: ["Votos de una película"] },
      "/votos <título> — Votos de una película",
    ],
    [{ head: [mention("ayuda")] }, "/ayuda"],
  ])("%j reads %s", (line, plain) => {
    expect(plainLine(line)).toBe(plain);
    expect(plainLine(line).endsWith(restOfLine(line))).toBe(true);
  });

  it("shows what is mentioned as the platform does", () => {
    const line = { head: [mention("votos")], details: ["Votos"] };
    expect(plainLine(line, ({ command }) => command.toUpperCase())).toBe("VOTOS — Votos");
  });
});
