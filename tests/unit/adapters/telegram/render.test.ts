/** What leaves for Telegram holds, whatever an answer, a title or a button holds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleOf, withoutPicture } from "../../../../src/adapters/telegram/render/article.js";
import { compose } from "../../../../src/adapters/telegram/render/compose.js";
import { LIMITS, MOST_MESSAGES } from "../../../../src/adapters/telegram/render/limits.js";
import { breakLine, htmlOf, lines, sizeOf } from "../../../../src/adapters/telegram/render/markup.js";
import { split } from "../../../../src/adapters/telegram/render/split.js";
import { mention } from "../../../../src/chat/answer/rich-text.js";
import type { Answer, Media, OptionValues, RichText } from "../../../../src/chat/answer/schema.js";
import { parseLocale } from "../../../../src/chat/locale.js";
import { liveMentions, parseHtml } from "../../../../standins/telegram/html.js";
import { guestRules, inlineRules } from "../../../../standins/telegram/rules/inline.js";
import { captionRules, textRules } from "../../../../standins/telegram/rules/text.js";
import { commonBot as bot, HOSTILE } from "../../../support/surface.case.js";

/** The full sample takes a few minutes. */
const RENDERED = process.env.TELEGRAM_FULL ? 200_000 : 1_500;

/** Pieces that have meant something to somebody's parser. */
const SPICE: readonly string[] = [
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
];
const spice = fc.constantFrom(...SPICE);
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
const rounded: fc.Arbitrary<RichText> = fc.oneof(
  text,
  fc.array(fc.oneof(text, fc.record({ command: text, typed: text }, { requiredKeys: ["command"] })), {
    maxLength: 4,
  }),
);
const options: fc.Arbitrary<OptionValues> = fc.dictionary(
  fc.oneof(fc.constantFrom("titulo", "nombre", "__proto__"), text),
  fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 3 })),
  { maxKeys: 3 },
);
const asks = fc.record({ command: fc.oneof(fc.constantFrom("votos", "recomendar"), text), options });
const listLine = fc.record(
  { head: rounded, details: fc.array(text, { maxLength: 2 }), why: text, asks },
  { requiredKeys: ["head"] },
);
const list = fc.record(
  {
    heading: rounded,
    numbered: fc.boolean(),
    lines: fc.oneof(
      fc.array(listLine, { maxLength: 4 }),
      fc.array(listLine, { minLength: 23, maxLength: 40 }),
    ),
  },
  { requiredKeys: ["lines"] },
);
const fields = fc.array(fc.record({ name: text, value: text }), { maxLength: 4 });
const choices = fc.array(
  fc.record(
    {
      label: text,
      command: fc.oneof(fc.constantFrom("votos", "recomendar"), text),
      options,
      inPlace: fc.boolean(),
    },
    { requiredKeys: ["label", "command", "options"] },
  ),
  { maxLength: 4 },
);
const media: fc.Arbitrary<Media> = fc.oneof(
  fc.record({
    kind: fc.constant("link" as const),
    url: fc.oneof(
      text,
      fc.constantFrom("https://image.tmdb.org/t/p/w342/x.jpg", "javascript:alert(1)", "file:///etc"),
    ),
    alt: text,
  }),
  fc.record({
    kind: fc.constant("bytes" as const),
    bytes: fc.constant(new Uint8Array(9)),
    type: fc.constantFrom("image/png", "image/jpeg", "image/svg+xml"),
    alt: text,
  }),
);
const answers: fc.Arbitrary<Answer> = fc.record(
  {
    kind: fc.constantFrom("film" as const, "list" as const),
    title: rounded,
    text: rounded,
    glance: fc.array(text, { maxLength: 3 }),
    fields,
    list,
    folds: fc.array(fc.record({ label: text, text: rounded, fields, list }, { requiredKeys: ["label"] }), {
      maxLength: 3,
    }),
    follow: choices,
    links: fc.array(
      fc.record({
        label: text,
        url: fc.oneof(
          text,
          fc.constantFrom(
            "https://www.themoviedb.org/movie/238",
            "https://x/",
            "https://a@b.c/",
            "tg://user?id=1",
          ),
        ),
      }),
      { maxLength: 3 },
    ),
    notice: fc.boolean(),
    table: fc.record({
      head: fc.array(text, { maxLength: 3 }),
      rows: fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 4 }),
    }),
    media,
    actions: fc.array(
      fc.record(
        { label: text, action: text, state: options, active: fc.boolean() },
        { requiredKeys: ["label", "action", "state"] },
      ),
      { maxLength: 3 },
    ),
    choices,
    prompt: rounded,
    footer: rounded,
  },
  { requiredKeys: ["kind"] },
);

/** Everything that leaves for one answer. */
function refusal(answer: Answer, tag: string, owner: string, page: number, given: OptionValues) {
  const asked = { command: "votos", options: given };
  const content = compose(answer, { bot, locale: parseLocale(tag), owner, asked, page });
  const reply_markup = { inline_keyboard: content.keyboard };
  const parts = split(content.lines, LIMITS.text);
  const texts = parts.map((part) => ({ text: htmlOf(part), parse_mode: "HTML" }));
  const size = content.lines.reduce((sum, line) => sum + sizeOf(line) + 1, 0);
  const caption = size <= LIMITS.caption ? { caption: htmlOf(content.lines), parse_mode: "HTML" } : {};
  const { picture } = content;
  return [
    ...texts.flatMap((payload) => textRules.map((rule) => rule({ ...payload, reply_markup }))),
    ...captionRules.map((rule) => rule({ ...caption, reply_markup })),
    ...texts.map(({ text: html }) => harmOf(html)),
    parts.length > MOST_MESSAGES ? "too many messages" : undefined,
    picture?.kind === "link" && !/^https?:\/\/\S+$/u.test(picture.url) ? "no link" : undefined,
    picture?.kind === "bytes" && !/\.(?:png|jpg)$/u.test(picture.fileName) ? "no picture" : undefined,
  ].find((why) => why !== undefined);
}

function harmOf(html: string): string | undefined {
  const parsed = parseHtml(html);
  if (
    parsed.entities.some(
      ({ type }) => !["bold", "italic", "code", "pre", "expandable_blockquote"].includes(type),
    )
  )
    return "a tag was injected";
  if (liveMentions(parsed).length > 0) return "somebody is called";
  const control = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/u;
  return control.test(parsed.text) ? "a control character" : undefined;
}

/** The same numbers in every run (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof generator>;

function hostileText(random: Random, most = 4): string {
  return Array.from({ length: random(most) + 1 }, () => hostilePiece(random)).join("");
}

/** Mostly short, as titles are; now and then one that no message holds. */
function hostilePiece(random: Random): string {
  const piece = SPICE[random(SPICE.length)] ?? "";
  if (random(3) === 0)
    return String.fromCodePoint(...Array.from({ length: 8 }, () => random(0x3000) + random(2) * 0x1f000));
  return random(50) === 0 ? piece : piece.slice(0, 40);
}

function hostileRich(random: Random): RichText {
  if (random(2) === 0) return hostileText(random);
  const typed = random(2) === 0 ? undefined : hostileText(random, 1);
  return [hostileText(random, 2), mention(hostileText(random, 1), typed), hostileText(random, 1)];
}

function hostileMedia(random: Random): Media {
  const alt = hostileText(random, 1);
  if (random(3) === 0) return { kind: "bytes", bytes: new Uint8Array(9), type: "image/png", alt };
  const url = random(2) === 0 ? "https://image.tmdb.org/t/p/w342/x.jpg" : hostileText(random, 1);
  return { kind: "link", url, alt };
}

function hostileAnswer(random: Random): Answer {
  const many = (most: number) => Array.from({ length: random(most + 1) });
  const fields = (most: number) =>
    many(most).map(() => ({ name: hostileText(random, 2), value: hostileText(random) }));
  const question = () => ({
    command: random(2) === 0 ? "votos" : hostileText(random, 1),
    options: { titulo: hostileText(random, 1), lista: [hostileText(random, 1)] },
  });
  const choices = (most: number) => many(most).map(() => ({ label: hostileText(random, 2), ...question() }));
  const list = (most: number) => ({
    heading: hostileRich(random),
    numbered: random(2) === 0,
    lines: many(random(4) === 0 ? 40 : most).map(() => ({
      head: hostileRich(random),
      details: many(2).map(() => hostileText(random, 1)),
      ...(random(2) === 0 ? {} : { asks: question() }),
    })),
  });
  return {
    kind: random(4) === 0 ? "list" : "film",
    title: hostileRich(random),
    glance: many(3).map(() => hostileText(random, 2)),
    text: hostileRich(random),
    fields: fields(3),
    list: list(3),
    folds: many(3).map(() => ({
      label: hostileText(random, 1),
      ...(random(2) === 0 ? {} : { text: hostileRich(random) }),
      ...(random(2) === 0 ? {} : { fields: fields(3) }),
      ...(random(3) === 0 ? { list: list(2) } : {}),
    })),
    follow: choices(4),
    links: many(3).map(() => ({
      label: hostileText(random, 1),
      url: random(2) === 0 ? "https://www.themoviedb.org/movie/238" : `https://${hostileText(random, 1)}`,
    })),
    notice: random(2) === 0,
    table: {
      head: many(3).map(() => hostileText(random, 1)),
      rows: many(3).map(() => many(3).map(() => hostileText(random, 1))),
    },
    media: hostileMedia(random),
    choices: choices(3),
    actions: many(2).map(() => ({
      label: hostileText(random, 1),
      action: hostileText(random, 1),
      state: { estado: hostileText(random, 1) },
      active: random(2) === 0,
    })),
    prompt: hostileRich(random),
    footer: hostileRich(random),
  };
}

describe("rendered answers", () => {
  it(
    `none of ${RENDERED} with hostile titles is refused, injects a tag or calls anybody (TELEGRAM_FULL=1: 200,000)`,
    () => {
      const random = generator(20_260_101);
      for (let at = 0; at < RENDERED; at++) {
        const answer = hostileAnswer(random);
        const given = { titulo: hostileText(random, 1) };
        const why = refusal(answer, ["es", "en", "es-MX"][at % 3] ?? "es", String(at * 7919), at % 9, given);
        if (why !== undefined)
          throw new Error(`answer ${at}: ${why}: ${JSON.stringify(answer).slice(0, 2_000)}`);
      }
    },
    RENDERED * 20 + 60_000,
  );

  it("nor is one that is sent inline, whatever it is about", () => {
    const random = generator(20_260_102);
    for (let at = 0; at < 300; at++) {
      const [answer, id] = [hostileAnswer(random), hostileText(random, 1)];
      const options = { bot, locale: parseLocale("es"), username: "claqueta_bot", id, film: id };
      const result = articleOf(answer, options);
      for (const payload of [{ results: [result] }, { result: withoutPicture(result) }]) {
        for (const rule of [...inlineRules, ...guestRules])
          expect(rule(payload), `answer ${at}`).toBeUndefined();
      }
      const content = result.input_message_content;
      expect(harmOf("message_text" in content ? content.message_text : "")).toBeUndefined();
    }
  });

  it("nor is one that is looked for", () => {
    fc.assert(
      fc.property(answers, fc.nat(2 ** 52), fc.nat(200), options, (answer, asker, page, given) => {
        expect(refusal(answer, "es", String(asker), page, given)).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
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
    expect(htmlOf(told[0] ?? [])).toBe(paragraph("a", 7));
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
