/** How people ask of one film, of likenesses, two films, numbers and plots: each list in sentences. */
import { describe, expect, it } from "vitest";
import { FACTS } from "../../../../src/understand/lexicon/questions/facts.js";
import type { Meaning, Relative } from "../../../../src/understand/spans/pieces.js";
import { meanings, question } from "../two-films.js";

const TITANIC = { titulo: "tmdb:597" };

const OF_A_FILM: readonly (readonly [sentence: string, command: string])[] = [
  ["¿Cuánto dura Titanic?", "duracion"],
  ["how long is Titanic", "duracion"],
  ["¿cuánta lana hizo Titanic?", "retorno"],
  ["presupuesto de Titanic", "retorno"],
  ["¿qué nota tiene Titanic?", "votos"],
  ["how many votes does Titanic have", "votos"],
  ["qué tan popular es Titanic", "score"],
  ["¿de qué va Titanic?", "pelicula"],
  ["quién dirigió Titanic", "pelicula"],
  ["¿dónde puedo ver Titanic?", "pelicula"],
  ["is Titanic any good", "pelicula"],
  ["cuántos minutos son Titanic", "duracion"],
  ["is Titanic really 3 hours long", "duracion"],
  ["¿cuánto le costó a James hacer Titanic?", "retorno"],
  ["how much did Titanic make at the box office", "retorno"],
  ["Titanic calificación", "votos"],
  ["con quién actúa en Titanic", "pelicula"],
  ["quién hace de la novia en Titanic", "pelicula"],
  ["quién pone la voz en Titanic", "pelicula"],
  ["Titanic está en alguna plataforma?", "pelicula"],
  ["dnd puedo ver Titanic", "pelicula"],
  ["Titanic está basada en hechos reales?", "pelicula"],
  ["de dónde es Titanic", "pelicula"],
  ["should i watch Titanic", "pelicula"],
  // JOINERS, OPENERS: what is told of the film, and what the catalogue cannot tell.
  ["Titanic, la del barco que se hunde, quién la dirigió", "pelicula"],
  ["qué tal está Titanic, la de los novios", "pelicula"],
];

describe("a fact of a film", () => {
  it.each(OF_A_FILM)("“%s” is /%s", (sentence, command) => {
    expect(question(sentence)).toEqual([command, TITANIC]);
  });

  it("has a sentence of each command", () => {
    expect(new Set(OF_A_FILM.map(([, command]) => command))).toEqual(
      new Set(FACTS.map(({ command }) => command)),
    );
  });
});

describe("a title that is part of something else", () => {
  it.each(["quién dirigió los crímenes del Titanic", "de qué va Titanic 7"])(
    "“%s” asks of no film",
    (sentence) => {
      expect(question(sentence)?.[1]).not.toEqual(TITANIC);
    },
  );
});

describe("films like others", () => {
  it.each<[string, Record<string, unknown>]>([
    ["las 3 más parecidas a Titanic", { titulo: "tmdb:597", cantidad: 3 }],
    [
      "me encantó Titanic y mi novia odia el terror, qué vemos",
      { titulo: "tmdb:597", sin_genero: ["Horror"] },
    ],
    ["algo como Titanic o Alien", { gusta: ["tmdb:597", "tmdb:348"] }],
    // What tells which film it is asks for nothing else.
    ["algo como Titanic, la alemana", { titulo: "tmdb:597" }],
  ])("“%s” %o", (sentence, options) => {
    expect(question(sentence)).toEqual(["recomendar", options]);
  });

  it.each([
    // LIKE: before a title.
    "algo como Titanic",
    "pelis parecidas a Titanic",
    "movies like Titanic",
    // LIKED with ASKING_FOR_LIKE: beside one.
    "me gustó Titanic, recomiéndame algo parecido",
    "acabo de ver Titanic, ¿qué más veo?",
    "i loved titanic, what else",
    "soy fan de Titanic, ¿qué me podría gustar?",
    "tan triste como Titanic",
    "algo con la misma vibra que Titanic",
    "Titanic vibes",
    "mi hijo ha visto Titanic mil veces, dame algo parecido",
    "Titanic es mi favorita, recomiéndame",
  ])("“%s”", (sentence) => {
    expect(question(sentence)).toEqual(["recomendar", TITANIC]);
  });
});

describe("two films", () => {
  it.each([
    "¿cuál es mejor, Titanic o Alien?",
    "Titanic vs Alien",
    "compara Titanic y Alien",
    "which is better, titanic or alien",
    "¿cuál tiene mejor nota, Titanic o Alien?",
    "estoy entre ver Titanic y Alien, ¿cuál?",
    "hoy toca Titanic o Alien, tú decides",
    "quien le gana: Titanic o Alien",
    "should i watch Titanic or Alien tonight",
  ])("“%s”", (sentence) => {
    expect(question(sentence)).toEqual(["comparar", { titulos: ["tmdb:597", "tmdb:348"] }]);
  });
});

describe("numbers", () => {
  it.each<[string, string, Record<string, unknown>]>([
    // COUNT
    ["¿cuántas pelis argentinas hay?", "pais", { pais: "AR" }],
    ["how many movies in french", "idioma", { idioma: "fr" }],
    ["cuántas comedias hay en netflix", "descubrir", { genero: ["Comedy"], plataforma: "netflix" }],
    // RELEASED
    ["¿cuántas películas se estrenaron en enero?", "mes", { mes: 1 }],
    ["cuántas salieron un viernes", "dia", { dia: 5 }],
    ["estrenos del mes de diciembre, ¿cuántos hubo?", "mes", { mes: 12 }],
    ["n.º de pelis en coreano", "idioma", { idioma: "ko" }],
    ["cuántas pelis de Japón hay en tu catálogo en total", "pais", { pais: "JP" }],
    [
      "cuántas de netflix del 2018 pasan de 7",
      "plataforma puntaje",
      { plataforma: "netflix", puntaje: 7, anio: 2018 },
    ],
    // FREQUENT_ACTOR
    ["¿qué actor sale más en netflix?", "plataforma actor", { plataforma: "netflix" }],
  ])("“%s” is /%s %o", (sentence, command, options) => {
    expect(question(sentence)).toEqual([command, options]);
  });
});

describe("a plot", () => {
  it.each([
    ["¿cómo se llama la peli en la que un niño ve muertos?", "niño ve muertos"],
    ["that movie where a man lives the same day", "a man lives the same day"],
    ["la del tipo que revive el mismo día", "revive el mismo día"],
    ["la del niño que ve gente muerta", "niño que ve gente muerta"],
    [
      "un niño se queda solo en su casa y llegan unos ladrones",
      "un niño se queda solo en su casa y llegan unos ladrones",
    ],
    ["película de un profesor que crea un club de poesía", "profesor que crea un club de poesía"],
    ["una que un hombre pierde la memoria", "hombre pierde la memoria"],
    ["esa que no pueden hacer ruido en casa", "no pueden hacer ruido en casa"],
    ["en la que se quedan atrapados en un ascensor", "se quedan atrapados en un ascensor"],
  ])("“%s” looks for “%s”", (sentence, texto) => {
    expect(question(sentence)).toEqual(["buscar", { texto }]);
  });
});

describe("what tells no plot", () => {
  it.each(["una de amor que no acabe mal", "una de terror que no sea larga", "una que me recomiendes tú"])(
    "“%s” is a wish",
    (sentence) => {
      expect(question(sentence)?.[0]).not.toBe("buscar");
    },
  );
});

describe("who made it, or plays", () => {
  it.each([
    ["películas dirigidas por alguien", "director"],
    ["qué ha dirigido", "director"],
    ["¿en qué pelis sale?", "actor"],
    ["starring somebody", "actor"],
    ["filmografía de alguien", "either"],
    ["no las que dirigió", "actor"],
    ["donde él no actúe", "director"],
    ["dirigiendo, no actuando", "director"],
  ])("“%s” is the role %s", (sentence, role) => {
    expect(meanings(sentence)).toContainEqual({ kind: "role", role });
  });
});

describe("a comparison with the film that was named", () => {
  it.each<[string, Relative]>([
    ["pero más nueva", "newer"],
    ["más vieja", "older"],
    ["más triste", "sadder"],
    ["más divertida", "funnier"],
    ["más corta", "shorter"],
    ["que dé menos miedo", "less scary"],
    ["pero ninguna de esa saga", "other franchise"],
    ["no sequels", "other franchise"],
    ["pero del mismo director", "same director"],
  ])("“%s” is %s", (sentence, relative) => {
    expect(meanings(sentence, true)).toContainEqual({ kind: "relative", relative });
  });
});

describe("plain words", () => {
  it.each<[string, readonly Meaning[]]>([
    ["unas pelis", [{ kind: "noun" }]],
    ["some flicks", [{ kind: "noun" }]],
    ["una serie", [{ kind: "noun", type: "serie" }]],
    ["tv shows", [{ kind: "noun", type: "serie" }]],
    // Politeness says nothing.
    ["porfa dame", []],
    ["could you please", []],
  ])("“%s” are %o", (sentence, expected) => {
    expect(meanings(sentence)).toEqual(expected);
  });

  it.each<[string, Record<string, unknown>]>([
    ["comedias sin romance", { genero: ["Comedy"], sin_genero: ["Romance"] }],
    ["comedias que no sean románticas", { genero: ["Comedy"], sin_genero: ["Romance"] }],
    ["comedias sin romance ni drama", { genero: ["Comedy"], sin_genero: ["Romance", "Drama"] }],
    ["comedies but no romance", { genero: ["Comedy"], sin_genero: ["Romance"] }],
    ["terror menos los españoles", { genero: ["Horror"], excluir: ["country:ES"] }],
  ])("“%s” leaves out what is not wanted", (sentence, options) => {
    expect(question(sentence)).toEqual(["descubrir", options]);
  });
});
