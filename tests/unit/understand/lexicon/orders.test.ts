/** How people say in which order they want films: each order in the plural, and in the singular where it has one. */
import { describe, expect, it } from "vitest";
import { ORDERS } from "../../../../src/understand/lexicon/filters/orders.js";
import { meanings } from "../two-films.js";
import { sayings } from "./sayings.js";

const SAID: readonly (readonly [sentence: string, order: string, one: boolean])[] = [
  ["las mejores pelis", "mejor", false],
  ["la mejor comedia", "mejor", true],
  ["obras maestras de terror", "mejor", false],
  ["las peores comedias", "peor", false],
  ["la peor comedia", "peor", true],
  ["las más populares", "popular", false],
  ["la más famosa", "popular", true],
  ["most popular movies", "popular", false],
  ["las más votadas", "votos", false],
  ["la más votada", "votos", true],
  ["las más taquilleras", "recaudacion", false],
  ["la que más lana hizo", "recaudacion", true],
  ["highest grossing movies", "recaudacion", false],
  ["las más rentables", "retorno", false],
  ["la más rentable", "retorno", true],
  ["por ganancias", "ganancia", false],
  ["la que más ganancia dejó", "ganancia", true],
  ["peli barata que haya ganado un montón de plata", "retorno", false],
  ["la que más lana ganó con poco presupuesto", "retorno", false],
  ["low budget movies that made a ton of money", "retorno", false],
  ["la más cara de hacer", "presupuesto", true],
  ["qué hay nuevo de terror", "reciente", false],
  ["worst rated comedies", "peor", false],
  ["las más caras", "presupuesto", false],
  ["la más cara", "presupuesto", true],
  ["estrenos de terror", "reciente", false],
  ["lo último de terror", "reciente", false],
  ["su última peli", "reciente", true],
  ["las más antiguas", "antigua", false],
  ["la más antigua", "antigua", true],
  ["las más largas", "larga", false],
  ["la más larga", "larga", true],
  ["las más cortas", "corta", false],
  ["la más corta", "corta", true],
  ["joyas ocultas", "joya", false],
  ["hidden gems", "joya", false],
  ["pelis que no conozca nadie", "joya", false],
  ["una peli al azar", "azar", false],
  ["sorpréndeme", "azar", false],
  ["surprise me", "azar", false],
];

describe("orders", () => {
  it.each(SAID)("“%s” is %s; a single film: %s", (sentence, order, one) => {
    expect(meanings(sentence)).toContainEqual({ kind: "order", order, one });
  });

  it("have a sentence each, of one film too where they can be of one", () => {
    const listed = ORDERS.flatMap(({ order, phrases, one = [] }) => {
      const ofSeveral = new Set(phrases.flatMap(sayings));
      const ofOne = one.flatMap(sayings).some((said) => !ofSeveral.has(said));
      return [`${order} false`, ...(ofOne ? [`${order} true`] : [])];
    });
    expect(new Set(SAID.map(([, order, one]) => `${order} ${one}`))).toEqual(new Set(listed));
  });
});
