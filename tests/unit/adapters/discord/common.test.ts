/** The cases that every adapter passes, and hostile answers and payloads in numbers. */
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Desk } from "../../../../src/adapters/discord/interaction/responder.js";
import { breachesOf } from "../../../../src/adapters/discord/render/limits.js";
import type { Message } from "../../../../src/adapters/discord/protocol.js";
import type { Reaction } from "../../../../src/adapters/discord/interaction/reaction.js";
import { render } from "../../../../src/adapters/discord/render/message.js";
import { parseLocale } from "../../../../src/chat/locale.js";
import { TMDB_NOTICE } from "../../../../src/chat/notice.js";
import { harmless } from "../../../../src/chat/text.js";
import { surroundings } from "../../../support/fakes.js";
import { commonCases, commonServices, HOSTILE } from "../../../support/surface.case.js";
import { hostileAnswer, KINDS, numbers } from "./hostile.js";
import { ASKER, shown, slash, slashOf, unescaped } from "../../../support/discord-payloads.js";

/** `DISCORD_FULL=1 npx vitest run tests/adapters/discord`: the numbers of the quality targets. */
const FULL = process.env.DISCORD_FULL === "1";

const { log } = surroundings();
const desk = (tag: string) =>
  new Desk({ services: () => commonServices, locale: parseLocale(tag), log, now: () => new Date() });

/** On Discord nobody can send a command that is misspelt: its client completes them. */
const CANNOT_BE_SENT = new Set(["suggests a command for a misspelt one"]);

describe("the cases of every adapter", () => {
  it.each(commonCases.filter(({ name }) => !CANNOT_BE_SENT.has(name)))(
    "$name",
    async ({ line, tag = "es", check }) => {
      const payload = { ...slashOf(commonServices, line), locale: tag };
      const reaction = await desk("es").react(payload);
      const { data } = (reaction as Reaction).first as { data: Message };
      expect(breachesOf(data)).toEqual([]);
      check({ text: shown(data) });
    },
  );
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

describe("hostile answers", () => {
  const count = FULL ? 200_000 : 3000;
  it(
    `stay within every limit, mention nobody and break no character: ${count}`,
    () => {
      const next = numbers(42);
      for (let at = 0; at < count; at++) {
        const answer = hostileAnswer(next);
        const question = () => ({
          command: "votos",
          options: { titulo: "x".repeat(Math.floor(next() * 90)) },
        });
        const paper = {
          asker: ASKER,
          open: true,
          locale: parseLocale("es"),
          question,
          page: Math.floor(next() * 9),
        };
        const message = render(answer, paper);
        const json = JSON.stringify(message);
        // Compared first: an assertion for each would take longer than the rest.
        const breaches = breachesOf(message);
        if (breaches.length > 0) expect(breaches, json).toEqual([]);
        if (/\p{Surrogate}|\\ud[89a-f]/iu.test(json)) expect.unreachable(json);
        if (/\p{Cc}/u.test(json.replace(/\\n/gu, ""))) expect.unreachable(json);
        const [embed = {}] = message.embeds;
        // A mention, a link or a mark without a backslash before it, where Discord reads markdown.
        const marked = [
          embed.title,
          embed.description,
          ...(embed.fields ?? []).flatMap((one) => [one.name, one.value]),
        ];
        for (const text of marked) {
          const naked = (text ?? "")
            .replace(/\\[^0-9A-Za-z\s]/gu, "")
            .replace(/\*[\d.]+–[\d.]+ de [\d.]+\*/gu, "");
          if (/[*_~`|<[\]]|@(?:everyone|here)|https?:\/\//iu.test(naked)) expect.unreachable(text ?? "");
        }
        const title = harmless(answer.title ?? "")
          .replace(/\s+/gu, " ")
          .trim();
        if (embed.title !== undefined && !isWhole(embed.title, title)) expect.unreachable(embed.title);
        if (!("content" in message) && message.allowed_mentions.parse.length === 0) continue;
        expect.unreachable(json);
      }
    },
    FULL ? 1_800_000 : 60_000,
  );

  it("show the notice below everything but errors", () => {
    for (const kind of KINDS) {
      const message = render(
        { kind, footer: "Nota" },
        { asker: ASKER, open: true, locale: parseLocale("es") },
      );
      const { text = "" } = message.embeds[0]?.footer ?? {};
      expect(text).toBe(kind === "error" ? "Nota" : `Nota\n${TMDB_NOTICE}`);
    }
  });
});

describe("hostile payloads", () => {
  const count = FULL ? 100_000 : 3000;
  it(
    `are answered or left: ${count}`,
    async () => {
      const next = numbers(7);
      const { react } = { react: (payload: unknown) => desk("es").react(payload) };
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
        "1;o;a;0;votos;titulo=x",
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
        const reaction = await react(spoil(payload));
        if (reaction) answered++;
        if (reaction && "data" in reaction.first && "embeds" in reaction.first.data) {
          const breaches = breachesOf(reaction.first.data);
          if (breaches.length > 0) expect(breaches).toEqual([]);
        }
      }
      expect(answered).toBeGreaterThan(count / 10);
      expect(({} as Record<string, unknown>).a).toBeUndefined();
    },
    FULL ? 600_000 : 60_000,
  );
});
