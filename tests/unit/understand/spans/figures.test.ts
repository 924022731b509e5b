/** Figures with what they count, as people write them: minutes, notes, votes, how many films. */
import { describe, expect, it } from "vitest";
import { countPieces, figurePieces } from "../../../../src/understand/spans/figures.js";
import type { Meaning, Piece } from "../../../../src/understand/spans/pieces.js";
import { tokensOf } from "../../../../src/understand/text/tokens.js";

/** The figure that says most of a text; undefined where there is none. */
function figure(text: string): Meaning | undefined {
  const tokens = tokensOf(text);
  const words = tokens.map(({ word }) => word);
  const [best] = figurePieces(text, tokens, words, 2025).sort((a, b) => b.weight - a.weight);
  return best?.meaning;
}

describe("minutes", () => {
  it.each<[string, { readonly min?: number; readonly max?: number }]>([
    ["de menos de hora y media", { max: 90 }],
    ["menos de 90 minutos", { max: 90 }],
    ["menos de dos horas", { max: 120 }],
    ["que no dure más de 100 minutos", { max: 100 }],
    ["que no pase de las dos horas", { max: 120 }],
    ["máximo 2 horas", { max: 120 }],
    ["hasta 2 horas", { max: 120 }],
    ["menos de media hora", { max: 30 }],
    ["dos horas o menos", { max: 120 }],
    ["1h30 o menos", { max: 90 }],
    ["100min máximo", { max: 100 }],
    ["hora y cuarto como mucho", { max: 75 }],
    ["dos horas y 20 minutos a lo sumo", { max: 140 }],
    ["under 2 hours", { max: 120 }],
    ["less than 90 min", { max: 90 }],
    ["no longer than two hours", { max: 120 }],
    ["más de 3 horas", { min: 180 }],
    ["que dure más de dos horas y media", { min: 150 }],
    ["por lo menos 2 horas", { min: 120 }],
    ["mínimo 100 minutos", { min: 100 }],
    ["dos horas o más", { min: 120 }],
    ["over 150 minutes", { min: 150 }],
    ["longer than 2 and a half hours", { min: 150 }],
    ["entre 90 y 110 minutos", { min: 90, max: 110 }],
    ["between 90 and 120 minutes", { min: 90, max: 120 }],
    ["entre 1 y 2 horas", { min: 60, max: 120 }],
  ])("“%s” is %o", (text, minutes) => {
    expect(figure(text)).toEqual({ kind: "minutes", ...minutes });
  });
});

describe("a note", () => {
  it.each<[string, number]>([
    ["nota mayor que 8", 8],
    ["calificación mayor a 7", 7],
    ["nota superior a 7,5", 7.5],
    ["con nota de 8 o más", 8],
    ["con un 8 o más en IMDb", 8],
    ["un 7.5 para arriba", 7.5],
    ["un 8 pa arriba", 8],
    ["mínimo 7 de nota", 7],
    ["más de 8", 8],
    ["rated over 8", 8],
    ["at least 7 stars", 7],
    ["nota 7", 7],
  ])("“%s” is from %d on", (text, min) => {
    expect(figure(text)).toEqual({ kind: "rating", min });
  });
});

describe("how old films are", () => {
  it.each<[string, { readonly from?: number; readonly to?: number }]>([
    ["menos de 20 años", { from: 2005 }],
    ["más de 30 años", { to: 1995 }],
    ["less than 10 years", { from: 2015 }],
  ])("“%s” is counted from the newest year", (text, years) => {
    expect(figure(text)).toEqual({ kind: "years", ...years });
  });

  it("is no rating that films have at most", () => {
    expect(figure("menos de 6 de nota")).toBeUndefined();
  });
});

describe("votes", () => {
  it.each<[string, number]>([
    ["más de 5 mil votos", 5000],
    ["más de 1000 votos", 1000],
    ["con más de 20.000 votos", 20_000],
    ["mínimo 500 votos", 500],
    ["at least 5000 votes", 5000],
  ])("“%s” are %d at least", (text, min) => {
    expect(figure(text)).toEqual({ kind: "votes", min });
  });
});

describe("how many films", () => {
  it("are a top of them", () => {
    expect(figure("top 10")).toEqual({ kind: "count", count: 10 });
    expect(figure("el top 5 de terror")).toEqual({ kind: "count", count: 5 });
    expect(figure("top 500")).toBeUndefined();
  });

  /** As if the word at a place were a word for films. */
  const films = (from: number): Piece[] => [{ from, to: from + 1, weight: 1, meaning: { kind: "noun" } }];
  const counted = (text: string, noun: number) =>
    countPieces(text.split(" "), films(noun)).map(({ meaning }) => meaning);

  it("stand before a word for them", () => {
    expect(counted("dame 3 pelis", 2)).toEqual([{ kind: "count", count: 3 }]);
    expect(counted("cinco pelis", 1)).toEqual([{ kind: "count", count: 5 }]);
  });

  it("are none before other words, in a title, or where they are too many", () => {
    expect(counted("dame 3 monos", 0)).toEqual([]);
    expect(counted("toy story 3 peli", 3)).toEqual([]);
    expect(counted("dame 99 pelis", 2)).toEqual([]);
    expect(counted("dame 1 pelis", 2)).toEqual([]);
  });
});

describe("a figure alone", () => {
  it.each([
    "300",
    "8",
    "más de 3",
    "entre 90 y 110",
    "top",
    "nota",
    "doce monos",
    "20.000 votos",
    "2001",
    "",
  ])("counts nothing: “%s”", (text) => {
    expect(figure(text)).toBeUndefined();
  });
});
