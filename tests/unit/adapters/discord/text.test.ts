import { describe, expect, it } from "vitest";
import { cutTo } from "../../../../src/adapters/discord/render/cut-to.js";
import { escapeMarkdown } from "../../../../src/adapters/discord/render/markdown.js";
import { NO_IDS, writerFor } from "../../../../src/adapters/discord/render/mentions.js";
import { tableBlock } from "../../../../src/adapters/discord/render/table.js";
import { written } from "../../../../src/adapters/discord/render/writing.js";
import { mention, rich } from "../../../../src/chat/answer/rich-text.js";
import { parseLocale } from "../../../../src/chat/locale.js";
import { unescaped } from "../../../support/discord-payloads.js";
import { program } from "../../../support/fakes.js";

describe("markdown", () => {
  it.each([
    ["**X** _y_ ~~z~~", "\\*\\*X\\*\\* \\_y\\_ \\~\\~z\\~\\~"],
    ["<@123> <#1> </a:1> <t:1>", "\\<@123> \\<#1> \\</a:1> \\<t:1>"],
    ["@everyone y @here", "\\@everyone y \\@here"],
    ["[x](http://example.org)", "\\[x\\](http\\://example.org)"],
    [":smile: y 2001: una odisea", "\\:smile: y 2001: una odisea"],
    ["# a\n- b\n> c\n-# d\n1. e", "\\# a\n\\- b\n\\> c\n\\-# d\n1\\. e"],
    ["||x|| `y` \\", "\\|\\|x\\|\\| \\`y\\` \\\\"],
    ["6.024 votos · E.T.", "6.024 votos · E.T."],
    ["a@everyone.org #1", "a\\@everyone.org #1"],
  ])("shows %j as it stands", (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
    expect(unescaped(written)).toBe(text);
  });
});

describe("cutting", () => {
  it("keeps what fits and cuts between characters", () => {
    expect(cutTo("abc", 3)).toBe("abc");
    expect(cutTo("abcdefghij", 3.6)).toBe("ab…");
    expect(cutTo("abcdefghij", -1)).toBe("…");
    expect(cutTo("abcd", 3)).toBe("ab…");
    expect(cutTo("e\u0301e\u0301e\u0301", 5)).toBe("e\u0301e\u0301…");
    expect(cutTo("🇪🇸🇲🇽", 7)).toBe("🇪🇸…");
    expect(cutTo("uno dos tres", 5)).toBe("uno…");
    expect(cutTo("🇪🇸", 3)).toBe("…");
  });

  it("counts what escaping adds", () => {
    const cut = cutTo("*".repeat(100), 20, escapeMarkdown);
    expect(cut).toBe(`${"\\*".repeat(9)}…`);
    expect(cutTo("****", 8, escapeMarkdown)).toBe("\\*\\*\\*\\*");
  });
});

describe("commands named in a text", () => {
  const text = rich`Prueba ${mention("plataforma puntaje", "netflix 70")} o ${mention("ayuda")}; ${mention("refrescar")}, ${mention("nada", "x")}.`;
  it.each([
    ["es-MX", "Prueba /plataforma puntaje netflix 70 o /ayuda; /refrescar, /nada x."],
    ["en-GB", "Prueba /platform above netflix 70 o /help; /refresh, /nada x."],
  ])("are called as a client in %s calls them", (tag, shown) => {
    const write = writerFor(program, parseLocale(tag), NO_IDS);
    expect(write.plain(text)).toBe(shown);
    expect(unescaped(written(write.pieces(text), 500))).toBe(shown);
  });

  it.each([
    ["es", "Prueba </plataforma puntaje:12> netflix 70 o </ayuda:34>; /refrescar, /nada x."],
    ["en", "Prueba </plataforma puntaje:12> netflix 70 o </help:34>; /refresh, /nada x."],
  ])("can be pressed once Discord told their ids: %s", (tag, shown) => {
    const ids = new Map([
      ["plataforma", "12"],
      ["ayuda", "34"],
    ]);
    expect(written(writerFor(program, parseLocale(tag), ids).pieces(text), 500)).toBe(shown);
  });

  it("stand whole or not at all, with what was typed after them harmless", () => {
    const write = writerFor(program, parseLocale("es"), new Map([["votos", "123456"]]));
    const pieces = write.pieces(rich`Prueba ${mention("votos", "*x*\n@everyone")} y`);
    expect(written(pieces, 500)).toBe("Prueba </votos:123456> \\*x\\* \\@everyone y");
    expect(written(pieces, 20)).toBe("Prueba…");
    expect(written(write.pieces(rich`${mention("votos")}`), 5)).toBe("");
  });

  it("are left alone where they are only text", () => {
    const { plain } = writerFor(program, parseLocale("en"), NO_IDS);
    expect(plain("/plataforma puntaje, 9/votos, http://votos")).toBe(
      "/plataforma puntaje, 9/votos, http://votos",
    );
  });
});

describe("a table", () => {
  const locale = parseLocale("es");
  const rows = Array.from({ length: 40 }, (_, at) => [`fila ${at + 1}`, String(at)]);

  it("is a block of code in which nothing is markdown", () => {
    const block = tableBlock({ head: ["a", "b"], rows: [["```", "*x*"]] }, 500, locale);
    expect(block).toBe("```\na    b\n───  ───\n'''  *x*\n```");
  });

  it("says how much of it there is where it has no room, and is left out where it is empty", () => {
    const block = tableBlock({ head: ["a", "b"], rows }, 300, locale);
    expect(block.length).toBeLessThanOrEqual(300);
    expect(block).toMatch(/^```\n[^`]*fila 9 {4}8[^`]*\n```\n-# 1–\d+ de 40$/u);
    expect(tableBlock({ head: [""], rows: [] }, 300, locale)).toBe("");
  });
});
