/** What leaves for Telegram holds, whatever an answer, a title or a button holds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.js";
import { codeOf, decode, encodeQuestion } from "../../../src/adapters/telegram/callback-data.js";
import { compose } from "../../../src/adapters/telegram/compose.js";
import { LIMITS, MOST_MESSAGES } from "../../../src/adapters/telegram/limits.js";
import { breakLine, htmlOf, lines, sizeOf } from "../../../src/adapters/telegram/markup.js";
import { split } from "../../../src/adapters/telegram/split.js";
import type { Answer } from "../../../src/chat/answer.js";
import { parseLocale } from "../../../src/chat/locale.js";
import { liveMentions, parseHtml } from "../../standins/telegram/html.js";
import { captionRules, keyboardRules, textRules } from "../../standins/telegram/rules/text.js";
import { HOSTILE, commonServices as services } from "../common.case.js";

const RUNS = process.env.CLAQUETA_SOAK ? 200_000 : 2_000;

/** Pieces that have meant something to somebody's parser. */
const spice = fc.constantFrom(
  HOSTILE.slice(0, 300),
  "<b>",
  "</b>",
  '<a href="tg://user?id=1">x</a>',
  "<script>alert(1)</script>",
  "&",
  "&lt;b&gt;",
  "&#60;b&#62;",
  "&nbsp;",
  "@everyone",
  "@claqueta_bot",
  "/start@other_bot",
  "https://evil.example/?a=1&b=2",
  "[x](tg://user?id=1)",
  "__proto__",
  "\u202e",
  "\u0000",
  "\ud800",
  "\n\n\n",
  "a".repeat(5_000),
  "😀".repeat(1_500),
  "e\u0301".repeat(800),
  "palabra ".repeat(700),
);
const text = fc
  .array(
    fc.oneof(
      spice,
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ unit: "grapheme", maxLength: 60 }),
    ),
    {
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(""));
const options = fc.dictionary(
  fc.oneof(fc.constantFrom("titulo", "nombre", "__proto__"), text),
  fc.oneof(text, fc.integer()),
  {
    maxKeys: 3,
  },
);
const answers: fc.Arbitrary<Answer> = fc.record(
  {
    kind: fc.constant("film" as const),
    title: text,
    text,
    fields: fc.array(fc.record({ name: text, value: text }), { maxLength: 4 }),
    list: fc.oneof(fc.array(text, { maxLength: 4 }), fc.array(text, { minLength: 23, maxLength: 60 })),
    image: fc.oneof(
      text,
      fc.constantFrom("https://image.tmdb.org/t/p/w342/x.jpg", "javascript:alert(1)", "file:///etc"),
    ),
    choices: fc.array(
      fc.record({ label: text, command: fc.oneof(fc.constantFrom("votos", "recomendar"), text), options }),
      { maxLength: 4 },
    ),
    prompt: text,
    footer: text,
  },
  { requiredKeys: ["kind"] },
);

describe("rendered answers", () => {
  it(`none of ${RUNS} with hostile titles is refused, none injects a tag or calls anybody (CLAQUETA_SOAK=1 runs 200,000)`, () => {
    const votos = services.commands[0];
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom("es", "en", "es-MX"),
        fc.nat(2 ** 52),
        fc.nat(200),
        options,
        (answer, tag, asker, page, given) => {
          const question = { command: votos, options: given };
          const sheet = compose(answer, { services, locale: parseLocale(tag), asker, question, page });
          const markup = { reply_markup: { inline_keyboard: sheet.keyboard } };
          const parts = split(sheet.lines, LIMITS.text);
          expect(parts.length).toBeLessThanOrEqual(MOST_MESSAGES);
          for (const part of parts) {
            const payload = { text: htmlOf(part), parse_mode: "HTML", ...markup };
            for (const rule of textRules) expect(rule(payload)).toBeUndefined();
            const parsed = parseHtml(payload.text);
            for (const { type } of parsed.entities) expect(["bold", "italic", "code"]).toContain(type);
            expect(liveMentions(parsed)).toEqual([]);
            expect(parsed.text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/u);
          }
          const size = sheet.lines.reduce((sum, line) => sum + sizeOf(line) + 1, 0);
          if (size <= LIMITS.caption) {
            for (const rule of captionRules)
              expect(rule({ caption: htmlOf(sheet.lines), parse_mode: "HTML" })).toBeUndefined();
          }
          for (const rule of keyboardRules) expect(rule(markup)).toBeUndefined();
          expect(sheet.image ?? "https://x").toMatch(/^https?:\/\/\S+$/);
        },
      ),
      { numRuns: RUNS },
    );
  }, 600_000);
});

describe("splitting", () => {
  it("loses nothing that is not beyond the last message", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", maxLength: 120 }), { maxLength: 40 }),
        fc.integer({ min: 40, max: 400 }),
        (texts, max) => {
          const sheet = texts.flatMap((one) => lines(one));
          const whole = (parts: readonly (readonly { text: string }[])[]) =>
            parts
              .map((line) => line.map(({ text }) => text).join(""))
              .join("")
              .replace(/\s/gu, "");
          const parts = split(sheet, max, 10_000);
          expect(whole(parts.flat())).toBe(whole(sheet));
          for (const part of parts) expect(parseHtml(htmlOf(part)).text.length).toBeLessThanOrEqual(max);
        },
      ),
    );
  });

  it("prefers to break between paragraphs, then lines, then words", () => {
    const paragraph = (letter: string, count: number) => Array(count).fill(letter.repeat(9)).join("\n");
    const told = split(lines(`${paragraph("a", 7)}\n\n${paragraph("b", 2)}\n${paragraph("c", 5)}`), 100);
    expect(htmlOf(told[0])).toBe(paragraph("a", 7));
    expect(breakLine([{ text: "uno dos tres", tag: "b" }], 8)).toEqual([
      [{ text: "uno dos", tag: "b" }],
      [{ text: "tres", tag: "b" }],
    ]);
    expect(breakLine([{ text: "abcdefghij" }], 4)).toEqual([
      [{ text: "abcd" }],
      [{ text: "efgh" }],
      [{ text: "ij" }],
    ]);
  });

  it("says that there was more", () => {
    const told = split(lines("palabra ".repeat(5_000)), 4096);
    expect(told).toHaveLength(MOST_MESSAGES);
    expect(htmlOf(told.at(-1) ?? [])).toMatch(/…$/);
  });
});

describe("callback data", () => {
  it("tells every command apart", () => {
    expect(new Set(commands.map(({ name }) => codeOf(name))).size).toBe(commands.length);
    // What buttons in old messages hold must not change.
    expect(codeOf("votos")).toBe(codeOf("votos"));
    expect(["recomendar", "pelicula", "plataforma puntaje"].map(codeOf)).toMatchInlineSnapshot(`
      [
        "rov5",
        "r0fq",
        "7s1t",
      ]
    `);
  });

  it("comes back as it was, or has no room", () => {
    fc.assert(
      fc.property(options, fc.nat(2 ** 52), fc.nat(1_000), (given, asker, page) => {
        const [command] = services.commands;
        const data = encodeQuestion({ command, options: given }, asker, page);
        if (data === undefined) return;
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        const read = decode(data, services.commands);
        const strings = Object.fromEntries(
          Object.entries(given).map(([name, value]) => [name, String(value)]),
        );
        expect(read).toEqual({ kind: "ask", asker, page, command, options: strings });
      }),
    );
  });

  it("from a stranger is read without harm", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.string({ unit: "binary" }),
          text.map((rest) => `1a;1;${rest}`),
        ),
        (data) => {
          decode(data, services.commands);
        },
      ),
      { numRuns: Math.min(RUNS, 20_000) },
    );
  });

  it("of the widest real questions has room", () => {
    const byName = (name: string) => commands.find((command) => command.name === name) ?? commands[0];
    const asker = 2 ** 40;
    for (const [name, given] of [
      ["plataforma puntaje", { plataforma: "netflix", puntaje: 100, anio: 2018 }],
      ["plataforma maxima", { anio: 2018, plataforma: "netflix", tipo: "season" }],
      ["director", { nombre: "person:2147483647" }],
      ["recomendar", { titulo: "tmdb:2147483647", cantidad: 10 }],
      ["franquicia", { nombre: "collection:2147483647" }],
    ] as const) {
      expect(encodeQuestion({ command: byName(name), options: given }, asker, 999), name).toBeDefined();
    }
  });
});
