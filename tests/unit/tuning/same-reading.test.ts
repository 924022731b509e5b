/** When what was understood of a message is an accepted reading of it. */
import { describe, expect, it } from "vitest";
import type { OptionValues } from "../../../src/chat/answer/schema.js";
import { isSameReading } from "../../../tuning/evaluate/messages/same-reading.js";

const same = (accepted: OptionValues, got: OptionValues) =>
  isSameReading({ command: "descubrir", options: accepted }, { command: "descubrir", options: got });

describe("an accepted reading and an understood one", () => {
  it("ask the same command", () => {
    const options = { titulo: "tmdb:33" };
    expect(isSameReading({ command: "pelicula", options }, { command: "pelicula", options })).toBe(true);
    expect(isSameReading({ command: "pelicula", options }, { command: "duracion", options })).toBe(false);
  });

  it.each<[string, OptionValues, OptionValues]>([
    ["no option at all", {}, {}],
    ["the same values", { pais: "AR", desde: 1980 }, { desde: 1980, pais: "AR" }],
    ["lists in any order", { genero: ["Comedy", "Horror"] }, { genero: ["Horror", "Comedy"] }],
    ["text without accents and case", { pais: "AR" }, { pais: "ar" }],
    ["the best first", { pais: "AR" }, { pais: "AR", orden: "mejor" }],
    ["the best first, the other way round", { pais: "AR", orden: "mejor" }, { pais: "AR" }],
    ["one film", { orden: "larga" }, { orden: "larga", cantidad: 1 }],
    ["one film, which need not be said", { orden: "larga", cantidad: 1 }, { orden: "larga" }],
    ["a number where none is accepted", { orden: "larga" }, { orden: "larga", cantidad: 5 }],
    ["five films", { orden: "larga", cantidad: 5 }, { orden: "larga", cantidad: 5 }],
    ["a page and an audience", { pais: "AR" }, { pais: "AR", pagina: 2, publico: "ninos" }],
    ["twenty minutes more", { duracion_max: 100 }, { duracion_max: 120 }],
    ["twenty minutes less", { duracion_min: 150 }, { duracion_min: 130 }],
    ["a theme in the plural", { tema: ["vampiro"] }, { tema: ["vampiros"] }],
    ["a theme with an accent", { tema: ["samurái"] }, { tema: ["Samurais"] }],
    ["a theme in more words", { tema: ["atraco"] }, { tema: ["atraco a un banco"] }],
    ["two themes as one", { tema: ["robot", "asesino"] }, { tema: ["robot asesino"] }],
    [
      "six in ten of the words",
      { texto: "toma una pastilla y se vuelve genio total rapido" },
      { texto: "toma pastilla vuelve genio" },
    ],
    ["an excluded theme", { excluir: ["tema:alien", "tmdb:1"] }, { excluir: ["tmdb:1", "tema:aliens"] }],
  ])("are the same for %s", (_kind, accepted, got) => {
    expect(same(accepted, got)).toBe(true);
  });

  it.each<[string, OptionValues, OptionValues]>([
    ["another value", { pais: "AR" }, { pais: "MX" }],
    ["an option more", { pais: "AR" }, { pais: "AR", desde: 1990 }],
    ["an option less", { pais: "AR", desde: 1990 }, { pais: "AR" }],
    ["another option", { pais: "AR" }, { idioma: "AR" }],
    ["a genre more", { genero: ["Comedy"] }, { genero: ["Comedy", "Horror"] }],
    ["one genre twice", { genero: ["Comedy", "Horror"] }, { genero: ["Comedy", "Comedy"] }],
    ["a list for its only value", { pais: "AR" }, { pais: ["AR"] }],
    ["digits for a number", { desde: 1980 }, { desde: "1980" }],
    ["another order", { orden: "peor" }, {}],
    ["too few of five films", { orden: "larga", cantidad: 5 }, { orden: "larga", cantidad: 3 }],
    ["one of five films", { orden: "larga", cantidad: 5 }, { orden: "larga" }],
    ["twenty-one minutes", { duracion_max: 100 }, { duracion_max: 121 }],
    ["a year off", { desde: 1980 }, { desde: 1981 }],
    ["another theme", { tema: ["vampiro"] }, { tema: ["zombi"] }],
    ["half of the words", { texto: "toma pastilla vuelve genio" }, { texto: "toma pastilla" }],
    ["nothing but words without content", { texto: "la del robot" }, { texto: "la del" }],
    ["a film excluded, not a theme", { excluir: ["tema:alien"] }, { excluir: ["tmdb:348"] }],
    ["a theme excluded besides", { excluir: ["tmdb:348"] }, { excluir: ["tmdb:348", "tema:alien"] }],
  ])("differ by %s", (_kind, accepted, got) => {
    expect(same(accepted, got)).toBe(false);
  });
});
