/** An answer as a message: its parts in their order, its buttons with what they carry. */
import { describe, expect, it } from "vitest";
import { compose } from "../../../../src/adapters/telegram/render/compose.js";
import { LIMITS } from "../../../../src/adapters/telegram/render/limits.js";
import { htmlOf } from "../../../../src/adapters/telegram/render/markup.js";
import { split } from "../../../../src/adapters/telegram/render/split.js";
import { mention, rich } from "../../../../src/chat/answer/rich-text.js";
import type { Answer, Media, OptionValues } from "../../../../src/chat/answer/schema.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import { commandCode, decodeButton, encodeButton } from "../../../../src/surface/buttons.js";
import { contar } from "../../../support/fakes.js";
import { commonBot as bot } from "../../../support/surface.case.js";

describe("an answer's parts", () => {
  const composed = (answer: Omit<Answer, "kind">) =>
    compose({ kind: "list", ...answer }, { bot, locale: SPANISH, owner: "0" });
  const html = (answer: Omit<Answer, "kind">) => htmlOf(composed(answer).lines);

  it("are covered where not a word may be read before they are opened", () => {
    const folds = [{ label: "Sinopsis", text: "Muere.\n\nÉl <b>", spoiler: true }];
    expect(html({ title: "Todo", folds })).toBe(
      "<b>Todo</b>\n\n<blockquote expandable><b>Sinopsis</b>\n<tg-spoiler>Muere.</tg-spoiler>\n\n<tg-spoiler>Él &lt;b&gt;</tg-spoiler></blockquote>",
    );
  });

  it("are shown in their order", () => {
    const told = html({
      title: "Todo",
      text: "Uno\n\nDos",
      fields: [{ name: "Año", value: "1997" }],
      list: {
        heading: "Las primeras",
        lines: [{ head: "Titanic", details: ["194 minutos"], why: "porque sí" }],
      },
      prompt: "¿Cuál?",
      choices: [{ label: "Otra", command: "votos", options: {} }],
      footer: "Fin",
    });
    const blocks = [
      "<b>Todo</b>",
      "Uno",
      "Dos",
      "<b>Año:</b> 1997",
      "<b>Las primeras</b>\n• Titanic · 194 minutos: porque sí",
      "¿Cuál?",
      "<i>Fin</i>",
    ];
    expect(told).toBe(blocks.join("\n\n"));
  });

  it("name a command so that a tap asks it, or copies what there is to send", () => {
    expect(html({ text: rich`Escribe ${mention("ayuda")} para ver más.` })).toBe(
      "Escribe /ayuda para ver más.",
    );
    expect(html({ text: rich`Prueba con ${mention("votos", "el padrino")}.` })).toBe(
      "Prueba con <code>/votos el padrino</code>.",
    );
    // A tap would send the first word alone.
    expect(html({ text: rich`${mention("plataforma puntaje")}\nY más.` })).toBe(
      "<code>/plataforma puntaje</code>\nY más.",
    );
    expect(html({ title: rich`Sobre ${mention("ayuda")}` })).toBe("<b>Sobre </b><b>/ayuda</b>");
    expect(html({ list: { lines: [{ head: [mention("ayuda")], details: ["qué hay"] }] } })).toBe(
      "• /ayuda — qué hay",
    );
  });

  it("hold a table in characters of one width, also where a message ends", () => {
    const table = { head: ["Mes", "Películas"], rows: [["enero", "5909"]] };
    expect(html({ table })).toBe("<pre>Mes    Películas\n─────  ─────────\nenero       5909</pre>");
    const rows = Array.from({ length: 400 }, (_, at) => [`mes <${at}>`, String(at)]);
    const parts = split(composed({ table: { ...table, rows } }).lines, LIMITS.text);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(htmlOf(part)).toMatch(/^<pre>[\s\S]*<\/pre>$/u);
  });

  it("tell what a picture shows where nothing else does", () => {
    const link: Media = { kind: "link", url: "https://a.example/x.jpg", alt: "Cartel de Titanic" };
    expect(html({ title: "Titanic", media: link })).toBe("<b>Titanic</b>");
    expect(html({ media: link })).toBe("<i>Cartel de Titanic</i>");
    const own: Media = { kind: "bytes", bytes: new Uint8Array(4), type: "image/png", alt: "Una curva" };
    expect(composed({ title: "Estrenos", media: own }).picture).toMatchObject({ kind: "bytes" });
    expect(html({ title: "Estrenos", media: own })).toBe("<b>Estrenos</b>\n\n<i>Una curva</i>");
    const drawing = composed({ title: "Estrenos", media: { ...own, type: "image/svg+xml" } });
    expect(drawing.picture).toBeUndefined();
    expect(htmlOf(drawing.lines)).toContain("<i>Una curva</i>");
  });
});

describe("buttons", () => {
  it("carry whatever they ask or do, within 64 bytes", async () => {
    const asked = { command: "votos", options: { titulo: ["alien", "blade runner ".repeat(9)] } };
    const choice = { ...asked, label: "Todas" };
    const { keyboard } = compose(
      { kind: "choices", choices: [choice], actions: [contar.button("+1", { hasta: 7 }, true)] },
      { bot, locale: SPANISH, owner: "456" },
    );
    const buttons = keyboard.flat() as { text: string; callback_data: string }[];
    expect(buttons.map(({ text: label }) => label)).toEqual(["Todas", "✓ +1"]);
    const read = await Promise.all(
      buttons.map(({ callback_data: data }) => {
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(LIMITS.callbackData);
        return decodeButton(data, bot.program.commands, bot.ports.shortKeys);
      }),
    );
    const arrived = { titulo: ["alien", "blade runner ".repeat(9).trim()] };
    expect(read).toEqual([
      { kind: "choice", asker: "456", open: true, inPlace: true, asked: { ...asked, options: arrived } },
      { kind: "action", asker: "456", action: "contar", state: { hasta: "7" } },
    ]);
  });

  it("ask nothing of a command that is not there", () => {
    const choices = [{ label: "Nada", command: "no hay", options: {} }];
    const { keyboard } = compose({ kind: "list", choices }, { bot, locale: SPANISH, owner: "0" });
    expect(keyboard).toEqual([]);
  });

  it("in old messages go on meaning the same", () => {
    expect(["recomendar", "pelicula", "plataforma puntaje"].map(commandCode)).toMatchInlineSnapshot(`
      [
        "rov5",
        "r0fq",
        "7s1t",
      ]
    `);
  });

  it("of the widest real questions have room without a key that may be forgotten", () => {
    const asker = String(2 ** 40);
    const widest: readonly [string, OptionValues][] = [
      ["plataforma puntaje", { plataforma: "netflix", puntaje: 100, anio: 2018 }],
      ["plataforma maxima", { anio: 2018, plataforma: "netflix", tipo: "season" }],
      ["director", { nombre: "person:2147483647" }],
      ["recomendar", { titulo: "tmdb:2147483647", cantidad: 10 }],
      ["franquicia", { nombre: "collection:2147483647" }],
    ];
    for (const [command, given] of widest) {
      const room = { bytes: LIMITS.callbackData, shortKeys: bot.ports.shortKeys };
      const asked = { command, options: given };
      expect(encodeButton({ kind: "page", asker, page: 999, asked }, room), command).toMatch(/^2p;/);
    }
  });
});
