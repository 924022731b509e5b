import { describe, expect, it } from "vitest";
import { decodeState, encodeState, type State } from "../../../../src/adapters/discord/interaction/custom-id.js";
import { cutTo } from "../../../../src/adapters/discord/render/cut-to.js";
import { escapeMarkdown } from "../../../../src/adapters/discord/render/markdown.js";
import { withEnglishNames } from "../../../../src/adapters/discord/words.js";
import { unescaped } from "../../../support/discord-payloads.js";

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

describe("custom ids", () => {
  const state: State = {
    kind: "page",
    asker: "80351110224678912",
    page: 41,
    command: "plataforma puntaje",
    options: { plataforma: "50% ; a=b", puntaje: 70 },
  };

  it("come back as they were, numbers as text", () => {
    const id = encodeState(state) as string;
    expect(id.length).toBeLessThanOrEqual(100);
    expect(decodeState(id)).toEqual({ ...state, options: { plataforma: "50% ; a=b", puntaje: "70" } });
  });

  it("do not exist where there is no room", () => {
    expect(encodeState({ ...state, options: { texto: "x".repeat(100) } })).toBeUndefined();
  });

  it.each([
    ["2;p;a;0;director", "old"],
    ["0;menu", "old"],
    ["", undefined],
    ["1", undefined],
    ["1;x;a;0;director", undefined],
    ["1;p;Á;0;director", undefined],
    ["1;p;a;zzzzz;director", undefined],
    ["1;p;a;0;%", undefined],
    ["1;p;a;0;director;nombre=%E0%A4%A", undefined],
    [`1;p;a;0;${"x".repeat(100)}`, undefined],
  ])("of somebody else or another version are known: %j", (id, known) => {
    expect(decodeState(id)).toBe(known);
  });

  it("cannot reach prototypes", () => {
    const forged = decodeState("1;p;a;0;director;__proto__=x") as State;
    expect(Object.keys(forged.options)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe("English names", () => {
  const names = new Set(["votos", "plataforma puntaje", "pelicula"]);
  it.each([
    ["Try /votos titanic or /pelicula.", "Try /votes titanic or /film."],
    ["/plataforma puntaje netflix", "/platform above netflix"],
    ["/otra cosa, 9/votos, http://votos", "/otra cosa, 9/votos, http://votos"],
    ["nothing", "nothing"],
  ])("%s", (text, shown) => expect(withEnglishNames(text, names)).toBe(shown));
});
