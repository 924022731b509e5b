/** The cases that every adapter passes, and hostile answers and payloads in numbers. */
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Responder } from "../../../../src/adapters/discord/interaction/responder.js";
import type { Responses } from "../../../../src/adapters/discord/interaction/responses.js";
import type { Message } from "../../../../src/adapters/discord/protocol.js";
import { breachesOf } from "../../../../src/adapters/discord/render/limits.js";
import { render } from "../../../../src/adapters/discord/render/message.js";
import { plainText } from "../../../../src/chat/answer/rich-text.js";
import type { Answer } from "../../../../src/chat/answer/schema.js";
import { parseLocale } from "../../../../src/chat/locale.js";
import { TMDB_NOTICE } from "../../../../src/chat/notice.js";
import { harmless } from "../../../../src/chat/text.js";
import { commandCode } from "../../../../src/surface/buttons.js";
import { ASKER, shown, slash, slashOf, unescaped, writtenIn } from "../../../support/discord-payloads.js";
import { type CommonCase, commonBot, commonCases, HOSTILE } from "../../../support/surface.case.js";
import { hostileAnswer, KINDS, numbers } from "./hostile.js";

/** `DISCORD_FULL=1 npx vitest run --project unit tests/unit/adapters/discord`: the numbers of the quality targets. */
const FULL = process.env.DISCORD_FULL === "1";

const responder = new Responder({ bot: () => commonBot, locale: parseLocale("es"), now: () => new Date() });

/** On Discord nobody can send a command that is misspelt, nor words without one: its client completes them. */
const canBeSent = ({ name, line }: CommonCase) =>
  line.startsWith("/") && name !== "suggests a command for a misspelt one";

describe("the cases of every adapter", () => {
  it.each(commonCases.filter(canBeSent))("$name", async ({ line, tag = "es", check }) => {
    const payload = { ...slashOf(commonBot, line), locale: tag };
    const responses = await responder.respond(payload);
    const { data } = (responses as Responses).first as { data: Message };
    expect(breachesOf(data)).toEqual([]);
    check({ text: shown(data) });
  });
});

const whole = new Intl.Segmenter("es", { granularity: "grapheme" });

/** Whether nothing was cut within a character: what is before each ellipsis ends where one of the source does. */
function isWhole(cut: string, source: string): boolean {
  const plain = unescaped(cut).replace(/…$/u, "");
  if (!source.startsWith(plain)) return true;
  let end = 0;
  for (const { segment } of whole.segment(source.slice(0, plain.length + 40))) {
    if (end >= plain.length) break;
    end += segment.length;
  }
  return end === plain.length;
}

/** What stands in a text that is neither escaped nor a mark of our own. */
function foreign(text: string): string {
  return (
    text
      // Within a block of code nothing is markdown; nothing in it may end it.
      .replace(/^```\n[^`]*\n```$/gmu, "")
      .replace(/\\[^0-9A-Za-z\s]/gu, "")
      .replace(/^-# [\d.]+–[\d.]+ de [\d.]+$/gmu, "")
      // The head of a line or the name of a field: the whole of it, at its place.
      .replace(/^(?:\d+ |• )?\*\*[^*\n]*\*\*/gmu, "")
      .replace(/<\/[\p{Ll} ]+:\d+>/gu, "")
      .replace(/\[[^[\]]*\]\(<https:\/\/[\w\-.~:/?@!$&'*+,;=%]+>\)/gu, "")
  );
}

const { program, ports } = commonBot;
const form = {
  program,
  shortKeys: ports.shortKeys,
  asker: ASKER,
  open: true,
  locale: parseLocale("es"),
  commandIds: new Map([["votos", "123456789"]]),
} as const;

describe("hostile answers", () => {
  // In parts, each with numbers of its own.
  const count = FULL ? 20_000 : 1000;
  it.each(Array.from({ length: FULL ? 10 : 1 }, (_, part) => 42 + part))(
    `stay within every limit, mention nobody and break no character: ${count} from %i`,
    (seed) => {
      const next = numbers(seed);
      for (let at = 0; at < count; at++) {
        const answer = hostileAnswer(next);
        const asked = () => ({
          command: "votos",
          options: { titulo: "x".repeat(Math.floor(next() * 150)) },
        });
        const { message, files } = render(answer, { ...form, asked, page: Math.floor(next() * 9) });
        if (files.length !== (message.attachments?.length ?? 0)) expect.unreachable(JSON.stringify(message));
        const json = JSON.stringify(message);
        // Compared first: an assertion for each would take longer than the rest.
        const breaches = breachesOf(message);
        if (breaches.length > 0) expect(breaches, json).toEqual([]);
        if (/\p{Surrogate}|\\ud[89a-f]/iu.test(json)) expect.unreachable(json);
        if (/\p{Cc}/u.test(json.replace(/\\n/gu, ""))) expect.unreachable(json);
        // A mention, a link or a mark without a backslash before it, where Discord reads markdown.
        for (const text of writtenIn(message)) {
          if (/[*_~`|<[\]]|@(?:everyone|here)|https?:\/\//iu.test(foreign(text))) expect.unreachable(text);
        }
        const [head = ""] = writtenIn(message);
        const [, title] = /^### (.*)$/mu.exec(head) ?? [];
        const given = harmless(plainText(answer.title ?? ""))
          .replace(/\s+/gu, " ")
          .trim();
        if (title !== undefined && !isWhole(title, given)) expect.unreachable(title);
        if (!("content" in message) && message.allowed_mentions.parse.length === 0) continue;
        expect.unreachable(json);
      }
    },
    FULL ? 3_600_000 : 120_000,
  );

  it("show the notice where the answer asks for it, once", () => {
    for (const kind of KINDS) {
      const below = (answer: Partial<Answer>) => writtenIn(render({ kind, ...answer }, form).message).at(-1);
      expect(below({ text: "x", footer: "Nota" })).toBe("-# Nota");
      expect(below({ text: "x", footer: "Nota", notice: true })).toBe(`-# Nota\n-# ${TMDB_NOTICE}`);
      expect(below({ text: "x", footer: TMDB_NOTICE, notice: true })).toBe(`-# ${TMDB_NOTICE}`);
      expect(below({ text: "x" })).toBe("x");
    }
  });
});

describe("hostile payloads", () => {
  const count = FULL ? 100_000 : 3000;
  it(
    `are answered or left: ${count}`,
    async () => {
      const next = numbers(7);
      const junk = [
        null,
        0,
        -1,
        1e99,
        "",
        HOSTILE,
        [],
        {},
        [[]],
        { a: 1 },
        true,
        "votos",
        `2o;a;${commandCode("votos")};0;titulo=x`,
        "2a;0;contar;0;hasta=x",
        "2k;x",
      ];
      const any = () => junk[Math.floor(next() * junk.length)];
      /** Replaces some members at any depth. */
      const spoil = (value: unknown, depth = 0): unknown => {
        if (next() < 0.12) return any();
        if (depth > 6 || typeof value !== "object" || value === null) return value;
        if (Array.isArray(value)) return value.map((one) => spoil(one, depth + 1));
        const kept = Object.entries(value).filter(() => next() > 0.05);
        return Object.fromEntries(
          kept.map(([name, one]) => [next() < 0.03 ? "__proto__" : name, spoil(one, depth + 1)]),
        );
      };
      let answered = 0;
      for (let at = 0; at < count; at++) {
        const types = [2, 3, 4, 5, 99];
        const payload = {
          ...slash("votos", { titulo: "titanic", otra: randomBytes(4).toString("latin1") }),
          type: types[at % types.length],
        };
        const responses = await responder.respond(spoil(payload));
        if (responses) answered++;
        if (responses && "data" in responses.first && "components" in responses.first.data) {
          const breaches = breachesOf(responses.first.data);
          if (breaches.length > 0) expect(breaches).toEqual([]);
        }
      }
      expect(answered).toBeGreaterThan(count / 10);
      expect(({} as Record<string, unknown>).a).toBeUndefined();
    },
    FULL ? 600_000 : 60_000,
  );
});
