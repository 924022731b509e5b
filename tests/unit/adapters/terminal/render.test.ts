/** An answer on a terminal's screen. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { picksOf, render, wantsColours } from "../../../../src/adapters/terminal/render.js";
import { wrap } from "../../../../src/adapters/terminal/wrap.js";
import { mention, rich } from "../../../../src/chat/answer/rich-text.js";
import type { Answer } from "../../../../src/chat/answer/schema.js";
import { parseLocale, SPANISH } from "../../../../src/chat/locale.js";
import { columns } from "../../../../src/surface/table.js";
import { HOSTILE } from "../../../support/surface.case.js";

const answer: Answer = {
  kind: "film",
  title: rich`Parque Jurásico (${mention("pelicula", "tmdb:329")})`,
  text: rich`Uno.\n\nDos: ${mention("ayuda")}.`,
  fields: [{ name: "Votos", value: "4.956" }],
  list: {
    heading: "Las más conocidas",
    lines: [
      { head: "a", details: ["1993", "7,5"], why: "porque sí" },
      { head: [mention("votos", "b")], details: ["cuántos votos tiene"] },
      { head: "c" },
      { head: "d" },
    ],
  },
  table: {
    head: ["Mes", "Películas"],
    rows: [
      ["enero", "5.909"],
      ["mayo", "312"],
      ["abril", "7"],
      ["junio", "8"],
    ],
  },
  choices: [
    { label: "Cinderella (2015) · Kenneth Branagh", command: "votos", options: { titulo: "tmdb:150689" } },
    { label: "Cinderella (1950)", command: "votos", options: { titulo: "tmdb:11224" } },
  ],
  actions: [
    { label: "Me gusta", action: "gusta", state: { film: 1 }, active: true },
    { label: "No me gusta", action: "gusta", state: { film: 1 }, active: false },
  ],
  prompt: "¿Cuál?",
  media: { kind: "link", url: "https://image.tmdb.org/t/p/w342/x.jpg", alt: "Cartel" },
  footer: "Datos de 2017",
};

describe("rendering", () => {
  it("shows every part, in the order in which it is read", () => {
    expect(render(answer, { locale: SPANISH, listLimit: 3, picks: true })).toBe(
      [
        "Parque Jurásico (/pelicula tmdb:329)",
        "Uno.",
        "",
        "Dos: /ayuda.",
        "Votos: 4.956",
        "",
        "Las más conocidas",
        "• a · 1993 · 7,5: porque sí",
        "• /votos b — cuántos votos tiene",
        "• c",
        "… y 1 más",
        "",
        "Mes    Películas",
        "─────  ─────────",
        "enero      5.909",
        "mayo         312",
        "abril          7",
        "… y 1 más",
        "",
        "¿Cuál?",
        "1. Cinderella (2015) · Kenneth Branagh",
        "2. Cinderella (1950)",
        "3. ✓ Me gusta",
        "4. No me gusta",
        "Escribe un número para elegir.",
        "",
        "Imagen: Cartel",
        "https://image.tmdb.org/t/p/w342/x.jpg",
        "",
        "Datos de 2017",
      ].join("\n"),
    );
    expect(picksOf(answer)).toEqual([...(answer.choices ?? []), ...(answer.actions ?? [])]);
  });

  const whole: Answer = {
    kind: "film",
    title: "El padrino",
    glance: ["⭐ 8,5 (6.024) · 2 h 55 min", "Con Marlon Brando"],
    text: "La mafia.",
    list: {
      numbered: true,
      lines: [{ head: "a", asks: { command: "pelicula", options: { titulo: "tmdb:1" } } }, { head: "b" }],
    },
    folds: [
      { label: "Dinero", text: "Costó 6 millones.", fields: [{ name: "Retorno", value: "41×" }] },
      { label: "Reparto", list: { lines: [{ head: "Al Pacino" }] } },
    ],
    choices: [{ label: "Otra", command: "recomendar", options: { pagina: 2 } }],
    follow: [
      { label: "Parecidas", command: "recomendar", options: { titulo: "tmdb:238" } },
      { label: "Saga", command: "franquicia", options: { nombre: "collection:230" } },
    ],
    links: [{ label: "IMDb", url: "https://www.imdb.com/title/tt0068646/" }],
    notice: true,
  };

  it("shows what others close, and names the questions that it leads to where nothing is picked", () => {
    expect(render(whole, { locale: SPANISH })).toBe(
      [
        ...["El padrino", "⭐ 8,5 (6.024) · 2 h 55 min", "Con Marlon Brando", "La mafia.", ""],
        ...["1. a", "2. b", ""],
        ...["Dinero", "Costó 6 millones.", "Retorno: 41×", "", "Reparto", "• Al Pacino", ""],
        ...["3. Otra", ""],
        ...["Parecidas: /recomendar titulo=tmdb:238", "Saga: /franquicia nombre=collection:230"],
        ...["IMDb: https://www.imdb.com/title/tt0068646/", ""],
        "This product uses the TMDB API but is not endorsed or certified by TMDB.",
      ].join("\n"),
    );
  });

  it("counts the lines of a numbered list before the choices, and says which words lead on", () => {
    const shown = render(whole, { locale: SPANISH, picks: true });
    expect(shown).toContain("3. Otra\nEscribe un número para elegir.\n\nEscribe también: Parecidas · Saga\n");
    expect(picksOf(whole)).toEqual([whole.list?.lines[0]?.asks, undefined, ...(whole.choices ?? [])]);
    // Of a cut list only what is shown is counted.
    expect(render(whole, { locale: SPANISH, picks: true, listLimit: 1 })).toContain("\n2. Otra\n");
    expect(picksOf(whole, 1)).toHaveLength(2);
  });

  it("says that a number opens a line, also where there is no choice", () => {
    const { choices: _, ...alone } = whole;
    expect(render(alone, { locale: SPANISH, picks: true })).toContain("Escribe un número para elegir.");
    const { list: __, ...nothing } = alone;
    expect(render(nothing, { locale: SPANISH, picks: true })).not.toContain("Escribe un número");
  });

  it("says in the reader's language by how much it is cut, and what a picture shows", () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const chart: Answer = {
      ...answer,
      media: { kind: "bytes", bytes, type: "image/png", alt: "Votos por año" },
    };
    const english = render(chart, { locale: parseLocale("en"), listLimit: 1 });
    expect(english).toContain("… and 3 more");
    expect(english).toContain("Picture, which cannot be shown here: Votos por año");
    expect(render(chart, { locale: SPANISH })).toContain("aquí no se puede mostrar: Votos por año");
  });

  it("shows no more than there is", () => {
    expect(render({ kind: "figure" }, { locale: SPANISH })).toBe("");
    const untold: Answer = { kind: "figure", media: { kind: "link", url: "https://example.org/", alt: "" } };
    expect(render(untold, { locale: SPANISH })).toBe("https://example.org/");
  });

  it("shows no actions where nothing can be picked", () => {
    const shown = render(answer, { locale: SPANISH });
    expect(shown).toContain("2. Cinderella (1950)");
    expect(shown).not.toMatch(/Me gusta|Escribe un número/);
  });

  it("is bold and dim where colours are on", () => {
    const shown = render(answer, { locale: SPANISH, colours: true });
    expect(shown).toContain("\u001b[1mParque Jurásico (/pelicula tmdb:329)\u001b[22m");
    expect(shown).toContain("\u001b[1mMes    Películas\u001b[22m");
    expect(shown).toContain("\u001b[2mDatos de 2017\u001b[22m");
    expect(wantsColours({ isTTY: true }, {})).toBe(true);
    expect(wantsColours({ isTTY: true }, { NO_COLOR: "1" })).toBe(false);
    expect(wantsColours({ isTTY: true }, { TERM: "dumb" })).toBe(false);
    expect(wantsColours({}, {})).toBe(false);
  });

  it("keeps within the width", () => {
    const wide = {
      head: ["Película", "Qué cuenta"],
      rows: [["Titanic", "Un barco, un iceberg y una tabla"]],
    };
    // An address is left whole: a terminal can open it.
    const shown = render({ ...answer, table: wide, media: undefined }, { locale: SPANISH, width: 24 });
    for (const line of shown.split("\n")) expect(columns(line)).toBeLessThanOrEqual(24);
    expect(shown).toContain("1. Cinderella (2015) ·\n   Kenneth Branagh");
    expect(shown).toContain("Titanic   Un barco, un…");
  });

  it("lets no control character through, whatever it is given", () => {
    const text = fc.oneof(
      { weight: 9, arbitrary: fc.string({ unit: "binary" }) },
      { weight: 1, arbitrary: fc.constant(HOSTILE) },
    );
    const richText = fc.oneof(text, fc.array(fc.oneof(text, fc.record({ command: text, typed: text }))));
    const answers = fc.record({
      kind: fc.constant("film" as const),
      title: richText,
      text: richText,
      fields: fc.array(fc.record({ name: text, value: text }), { maxLength: 3 }),
      list: fc.record({
        heading: richText,
        lines: fc.array(fc.record({ head: richText, details: fc.array(text, { maxLength: 3 }), why: text }), {
          maxLength: 3,
        }),
      }),
      table: fc.record({
        head: fc.array(text, { maxLength: 4 }),
        rows: fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 3 }),
      }),
      media: fc.oneof(
        fc.record({ kind: fc.constant("link" as const), url: text, alt: text }),
        fc.record({
          kind: fc.constant("bytes" as const),
          bytes: fc.uint8Array(),
          type: fc.constant("image/png" as const),
          alt: text,
        }),
      ),
      choices: fc.array(fc.record({ label: text, command: text, options: fc.constant({}) }), {
        maxLength: 3,
      }),
      actions: fc.array(fc.record({ label: text, action: text, state: fc.constant({}) }), { maxLength: 3 }),
      prompt: richText,
      footer: richText,
      glance: fc.array(text, { maxLength: 3 }),
      folds: fc.array(fc.record({ label: text, text: richText }), { maxLength: 2 }),
      follow: fc.array(fc.record({ label: text, command: text, options: fc.constant({ titulo: "x" }) }), {
        maxLength: 2,
      }),
      links: fc.array(fc.record({ label: text, url: text }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 100 }), fc.boolean(), (hostile, width, picks) => {
        const shown = render(hostile, { locale: SPANISH, width, picks });
        expect(shown).not.toMatch(/(?!\n)\p{Cc}|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 50 },
    );
  });
});

describe("wrapping", () => {
  it("breaks at spaces, and long words anywhere", () => {
    expect(wrap("uno dos tres", 7)).toEqual(["uno dos", "tres"]);
    expect(wrap("uno dos tres", 7, 2)).toEqual(["uno dos", "  tres"]);
    expect(wrap("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
    expect(wrap("日本日本", 5)).toEqual(["日本", "日本"]);
    expect(wrap("", 4)).toEqual([""]);
  });

  it("loses nothing and fits", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 4, max: 40 }),
        (line, width) => {
          const lines = wrap(line, width, 2);
          expect(lines.join("").replace(/\s/gu, "")).toBe(line.replace(/\s/gu, ""));
          for (const part of lines) expect(columns(part)).toBeLessThanOrEqual(Math.max(width, 4));
        },
      ),
    );
  });
});
