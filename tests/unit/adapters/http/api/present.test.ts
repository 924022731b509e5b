/** An answer as it leaves over HTTP: harmless in every part, with what asks further beside what can be asked. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentAnswerSchema } from "../../../../../src/adapters/http/api/bodies.js";
import { present } from "../../../../../src/adapters/http/api/present.js";
import { mention, rich } from "../../../../../src/chat/answer/rich-text.js";
import type { Answer } from "../../../../../src/chat/answer/schema.js";
import { usage } from "../../../../../src/chat/command/describe.js";
import { parseLine } from "../../../../../src/chat/line/parse.js";
import { SPANISH } from "../../../../../src/chat/locale.js";
import { contar, program } from "../../../../support/fakes.js";
import { seen } from "../../../../support/http-host.js";
import { HOSTILE } from "../../../../support/surface.case.js";

const { commands } = program;
const presenting = { locale: SPANISH, commands };
const votos = commands.find(({ name }) => name === "votos");

function sent(answer: Omit<Answer, "kind">) {
  return present({ kind: "list", ...answer }, presenting);
}

describe("what is sent", () => {
  it("is harmless in every part, and keeps the blanks between parts", () => {
    const text = rich`a ${mention("votos", HOSTILE)} ${HOSTILE} b`;
    const answer = sent({
      title: text,
      text,
      fields: [{ name: HOSTILE, value: HOSTILE }],
      list: { heading: text, lines: [{ head: text, details: [HOSTILE], why: HOSTILE }] },
      table: { head: [HOSTILE], rows: [[HOSTILE]] },
      media: { kind: "link", url: HOSTILE, alt: HOSTILE },
      choices: [{ label: HOSTILE, command: "votos", options: { titulo: "x" } }],
      prompt: text,
      footer: text,
      glance: [HOSTILE],
      folds: [
        {
          label: HOSTILE,
          text,
          fields: [{ name: HOSTILE, value: HOSTILE }],
          list: { heading: text, lines: [{ head: text }] },
        },
      ],
      follow: [{ label: HOSTILE, command: "votos", options: { titulo: "x" } }],
      links: [{ label: HOSTILE, url: HOSTILE }],
    });
    const json = JSON.stringify(answer);
    expect(json).not.toMatch(
      /(?!\n)\p{Cc}|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069\u200b-\u200f]|\p{M}{6}/u,
    );
    expect(seen(answer).match(/rojo/gu)?.length).toBe(32);
    expect(sent({ title: rich`Prueba con ${mention("votos")} hoy` }).title).toEqual([
      "Prueba con ",
      { command: "votos" },
      " hoy",
    ]);
  });

  it("is what the documentation says", () => {
    const answer = sent({
      title: rich`${mention("ayuda")}`,
      glance: ["a"],
      list: { numbered: true, lines: [{ head: "a", asks: { command: "votos", options: { titulo: "a" } } }] },
      folds: [{ label: "a", text: rich`${mention("ayuda")}`, list: { lines: [{ head: "a" }] } }],
      choices: [{ label: "a", command: "votos", options: { titulo: ["a", "b"] }, inPlace: true }],
      follow: [{ label: "a", command: "votos", options: {} }],
      links: [{ label: "a", url: "https://example.org/" }],
      notice: true,
      media: { kind: "bytes", bytes: new Uint8Array([1, 2]), type: "image/png", alt: "b" },
      actions: [contar.button("+1", { hasta: 1 })],
    });
    const plain: unknown = JSON.parse(JSON.stringify(answer));
    expect(sentAnswerSchema.strict().parse(plain)).toEqual(plain);
    expect(answer).not.toHaveProperty("actions");
  });

  it("holds what asks of a line, and where it leads", () => {
    const asks = { command: "votos", options: { titulo: "tmdb:1" } };
    const fold = { label: "a", list: { lines: [{ head: "a", asks }] } };
    const answer = sent({ list: fold.list, folds: [fold], follow: [{ label: "b", ...asks }] });
    const line = "/votos titulo=tmdb:1";
    expect(answer.list?.lines[0]).toMatchObject({ asks, line });
    expect(answer.folds?.[0]?.list?.lines[0]).toMatchObject({ asks, line });
    expect(answer.follow?.[0]).toMatchObject({ label: "b", line });
  });

  it("cuts a list, and says by how much", () => {
    const lines = Array.from({ length: 2100 }, (_, at) => ({ head: `${at}` }));
    const { list } = sent({ list: { lines } });
    expect(list?.lines).toHaveLength(301);
    expect(list?.lines.at(-1)).toEqual({ head: "… y 1.800 más" });
    expect(list?.more).toBe(1800);
    const whole = sent({ list: { lines: lines.slice(0, 300) } }).list;
    expect(whole?.lines).toHaveLength(300);
    expect(whole?.more).toBeUndefined();
  });

  it("holds a picture of our own", () => {
    const bytes = Buffer.from("a picture, in the middle of other bytes").subarray(2, 9);
    const { media } = sent({ media: { kind: "bytes", bytes, type: "image/svg+xml", alt: "Uno" } });
    expect(media).toEqual({
      kind: "link",
      url: `data:image/svg+xml;base64,${Buffer.from("picture").toString("base64")}`,
      alt: "Uno",
    });
  });
});

describe("a command that is mentioned", () => {
  const line = (command: string, typed?: string) => {
    const { title } = sent({ title: [mention(command, typed)] });
    const [part] = Array.isArray(title) ? title : [];
    return typeof part === "object" ? part.line : undefined;
  };

  it("comes with what asks it, where nothing has to be filled in", () => {
    expect(line("votos", "titanic")).toBe("/votos titanic");
    expect(line("ayuda")).toBe("/ayuda");
    expect(line("votos")).toBeUndefined();
    expect(line("nada")).toBeUndefined();
    expect(line("votos", votos && usage(votos, SPANISH).typed)).toBeUndefined();
  });
});

describe("a choice", () => {
  const lineOf = (command: string, options: NonNullable<Answer["choices"]>[number]["options"]) =>
    sent({ choices: [{ label: "x", command, options }] }).choices?.[0]?.line;

  it("comes with what asks it, so that it is read as it was meant", () => {
    const values = fc
      .stringMatching(/^[a-zñ'"«»“”=: 0-9]{1,40}$/)
      .map((text) => text.trim().replace(/ +/g, " "))
      .filter((text) => text !== "" && !['"', "'", /[«»]/, /[“”]/].every((mark) => text.search(mark) !== -1));
    fc.assert(
      fc.property(values, (titulo) => {
        const parsed = parseLine(commands, lineOf("votos", { titulo }) ?? "");
        expect(parsed.command.name).toBe("votos");
        expect(parsed.options).toEqual({ titulo });
      }),
    );
    expect(lineOf("votos", { titulo: "tmdb:11224" })).toBe("/votos titulo=tmdb:11224");
    expect(lineOf("recomendar", { publico: true, cantidad: 10, titulo: "tmdb:603" })).toBe(
      "/recomendar titulo=tmdb:603 cantidad=10 publico=true",
    );
    expect(lineOf("recomendar", { gusta: ["tmdb:1", "tmdb:2"] })).toBe('/recomendar gusta="tmdb:1, tmdb:2"');
    expect(lineOf("ayuda", {})).toBe("/ayuda");
  });

  it("comes without where that is longer than what is read of a line", () => {
    expect(lineOf("votos", { titulo: "x".repeat(180) })).toHaveLength(194);
    expect(lineOf("votos", { titulo: "x".repeat(187) })).toBeUndefined();
  });
});
