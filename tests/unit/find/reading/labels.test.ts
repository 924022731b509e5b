/** Lines of ours, and page titles of other sites, as people paste them. */
import { describe, expect, it } from "vitest";
import { readCollectionName } from "../../../../src/find/reading/collection-names.js";
import { type Label, readLabel } from "../../../../src/find/reading/labels.js";

describe("a label", () => {
  it.each<[string, Label]>([
    [
      "Parque Jurásico (1993) · Steven Spielberg",
      { names: ["Parque Jurásico"], year: 1993, beside: "Steven Spielberg" },
    ],
    [
      "Parque Jurásico (Jurassic Park, 1993)",
      { names: ["Parque Jurásico", "Jurassic Park"], year: 1993, together: true },
    ],
    [
      "• Parque Jurásico (Jurassic Park, 1993) · 8,1",
      { names: ["Parque Jurásico", "Jurassic Park"], year: 1993, together: true, beside: "8,1" },
    ],
    [
      "El bueno, el feo y el malo (Il buono, il brutto, il cattivo, 1966)",
      {
        names: ["El bueno, el feo y el malo", "Il buono, il brutto, il cattivo"],
        year: 1966,
        together: true,
      },
    ],
    [
      "500 días juntos ((500) Days of Summer, 2009)",
      { names: ["500 días juntos", "(500) Days of Summer"], year: 2009, together: true },
    ],
    ["1. Alien (1979): también de Ridley Scott", { names: ["Alien"], year: 1979 }],
    ["• Aliens (1986): de la misma saga", { names: ["Aliens"], year: 1986 }],
    ["- Alien (1979) — por su director", { names: ["Alien"], year: 1979 }],
    ["Viola Davis · Escuadrón Suicida", { names: ["Viola Davis"], beside: "Escuadrón Suicida" }],
    ["Toy Story (1995) ⭐ 8.3 | Animation, Adventure, Comedy", { names: ["Toy Story"], year: 1995 }],
    ["Toy Story (1995) - IMDb", { names: ["Toy Story"], year: 1995 }],
    ["Toy Story (1995) — The Movie Database (TMDB)", { names: ["Toy Story"], year: 1995 }],
    ["El padrino - Wikipedia, la enciclopedia libre", { names: ["El padrino"] }],
    ["**Titanic**", { names: ["Titanic"] }],
    ["**Titanic** (1997)", { names: ["Titanic"], year: 1997 }],
    ["Mujercitas (Little Women)", { names: ["Mujercitas", "Little Women"], together: true }],
    [
      "Nope · 20 de julio de 2022 · presupuesto US$ 68.000.000",
      { names: ["Nope"], year: 2022, beside: "20 de julio de 2022" },
    ],
  ])("%s", (text, label) => {
    expect(readLabel(text)).toEqual(label);
  });

  it.each([
    "titanic",
    "hamlet (1996)",
    "blade runner 2049",
    "WALL·E",
    "(500) Days of Summer",
    "360. Juego de destinos",
  ])("%s is none", (text) => {
    expect(readLabel(text)).toBeUndefined();
  });
});

describe("a franchise's Spanish name", () => {
  it.each([
    ["Saga Toy Story", ["Toy Story Collection", "Toy Story"]],
    ["la saga de Alien", ["Alien Collection", "Alien"]],
    ["• Colección Batman", ["Batman Collection", "Batman"]],
  ])("%s", (text, names) => {
    expect(readCollectionName(text)).toEqual({ names });
  });

  it.each(["toy story", "saga", "Twilight Saga"])("%s is none", (text) => {
    expect(readCollectionName(text)).toBeUndefined();
  });
});
