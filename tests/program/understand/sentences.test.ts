/** Sentences as people say them, asked of the starter's catalogue: which command each means, and with which options. */
import { describe, expect, it } from "vitest";
import type { OptionValues } from "../../../src/chat/answer/schema.js";
import type { Understanding } from "../../../src/chat/contract.js";
import { atOnce } from "../../../src/steps.js";
import { understand } from "../../../src/understand/understand.js";
import { starter } from "../../support/starter-index.js";

function read(text: string): Understanding | undefined {
  return atOnce(understand(text, starter.edition, starter.bot.program.commands));
}

const TITANIC = "tmdb:597";
const MATRIX = "tmdb:603";
const TOY_STORY = "tmdb:862";
const GODFATHER = "tmdb:238";
const JAWS = "tmdb:578";
const ALIEN = "tmdb:348";

type Row = readonly [sentence: string, command: string, options: OptionValues];

const FILMS: readonly Row[] = [
  ["comedias españolas", "descubrir", { genero: ["Comedy"], pais: "ES" }],
  ["pelis de terror de los 80", "descubrir", { genero: ["Horror"], desde: 1980, hasta: 1989 }],
  ["una de risa para ver con los niños porfa", "descubrir", { genero: ["Comedy", "Family"] }],
  ["qué películas mexicanas hay en netflix?", "descubrir", { pais: "MX", plataforma: "netflix" }],
  ["weón, recomiéndame una de suspenso argentina", "descubrir", { genero: ["Thriller"], pais: "AR" }],
  ["pelis bacanes de acción", "descubrir", { genero: ["Action"] }],
  ["una peli gringa de vaqueros", "descubrir", { genero: ["Western"], pais: "US" }],
  ["cine japonés de antes de los 60", "descubrir", { pais: "JP", hasta: 1959 }],
  ["un thriller coreano", "descubrir", { genero: ["Thriller"], pais: "KR" }],
  ["las 5 mejores de Spielberg", "descubrir", { director: ["person:488"], orden: "mejor", cantidad: 5 }],
  ["best Spielberg movies", "descubrir", { director: ["person:488"], orden: "mejor" }],
  ["pelis con Tom Hanks que no sean de guerra", "descubrir", { sin_genero: ["War"], actor: ["person:31"] }],
  ["algo con Brad Pitt y Edward Norton", "descubrir", { actor: ["person:287", "person:819"] }],
  [
    "películas románticas de los noventa que no sean comedias",
    "descubrir",
    { genero: ["Romance"], sin_genero: ["Comedy"], desde: 1990, hasta: 1999 },
  ],
  ["pelis de animación de menos de hora y media", "descubrir", { genero: ["Animation"], duracion_max: 90 }],
  ["películas de más de 3 horas", "descubrir", { duracion_min: 180 }],
  ["pelis de terror en español", "descubrir", { genero: ["Horror"], idioma: "es" }],
  ["sci-fi films in French", "descubrir", { genero: ["Science Fiction"], idioma: "fr" }],
  ["horror movies from the 80s", "descubrir", { genero: ["Horror"], desde: 1980, hasta: 1989 }],
  [
    "comedies without romance under 100 minutes",
    "descubrir",
    { genero: ["Comedy"], sin_genero: ["Romance"], duracion_max: 100 },
  ],
  ["something funny for tonight", "descubrir", { genero: ["Comedy"] }],
  ["una peli al azar", "descubrir", { orden: "azar" }],
  [
    "la más taquillera de los 90",
    "descubrir",
    { desde: 1990, hasta: 1999, orden: "recaudacion", cantidad: 1 },
  ],
  ["las 3 películas más caras", "descubrir", { orden: "presupuesto", cantidad: 3 }],
  ["el top 10 de ciencia ficción", "descubrir", { genero: ["Science Fiction"], cantidad: 10 }],
  ["joyas ocultas de ciencia ficción", "descubrir", { genero: ["Science Fiction"], orden: "joya" }],
  ["pelis de más de 5 mil votos de los 2000", "descubrir", { desde: 2000, hasta: 2009, votos_min: 5000 }],
  ["películas de Disney", "descubrir", { productora: "company:2" }],
  ["pelis de Pixar", "descubrir", { productora: "company:3" }],
  ["la saga de Harry Potter", "descubrir", { franquicia: "collection:1241" }],
  ["series de comedia en netflix", "descubrir", { genero: ["Comedy"], plataforma: "netflix", tipo: "serie" }],
  // Other films each day.
  ["qué veo hoy", "recomendar", {}],
  ["what to watch tonight", "recomendar", {}],
  // What is not wanted.
  [
    "algo de Pixar que no sea Toy Story",
    "descubrir",
    { productora: "company:3", excluir: ["collection:10194"] },
  ],
  ["las de Alien menos la primera", "descubrir", { franquicia: "collection:8091", excluir: [ALIEN] }],
  ["Tom Hanks pero nada romántico", "descubrir", { actor: ["person:31"], sin_genero: ["Romance"] }],
  // Names whose films are nothing of what is asked are none.
  [
    "pelis en español que duren entre hora y media y dos horas",
    "descubrir",
    { idioma: "es", duracion_min: 90, duracion_max: 120 },
  ],
  // Everyday words around it.
  [
    "dramas argentinos que se hayan estrenado después del 2000",
    "descubrir",
    { genero: ["Drama"], pais: "AR", desde: 2001 },
  ],
  ["tengo dos horas libres, algo de misterio?", "descubrir", { genero: ["Mystery"], duracion_max: 120 }],
  ["cine negro de los 40", "descubrir", { tema: ["cine negro"], desde: 1940, hasta: 1949 }],
];

const PEOPLE: readonly Row[] = [
  ["películas de Almodóvar", "director", { nombre: "person:309" }],
  ["pelis de Guillermo del Toro", "director", { nombre: "person:10828" }],
  ["qué películas dirigió Clint Eastwood", "director", { nombre: "person:190" }],
  ["películas donde actúa Clint Eastwood", "actor", { nombre: "person:190" }],
];

const ONE_FILM: readonly Row[] = [
  ["Titanic", "pelicula", { titulo: TITANIC }],
  ["X-Men: First Class", "pelicula", { titulo: "tmdb:49538" }],
  ["american history x", "pelicula", { titulo: "tmdb:73" }],
  // A title before what its words say else.
  ["sin perdón", "pelicula", { titulo: "tmdb:33" }],
  ["¿cuánto dura Titanic?", "duracion", { titulo: TITANIC }],
  ["how long is Jaws", "duracion", { titulo: JAWS }],
  ["¿quién dirigió El padrino?", "pelicula", { titulo: GODFATHER }],
  ["who directed Jurassic Park", "pelicula", { titulo: "tmdb:329" }],
  ["is Jaws any good", "pelicula", { titulo: JAWS }],
  ["what year did Alien come out", "pelicula", { titulo: ALIEN }],
  ["cuánto recaudó avatar", "retorno", { titulo: "tmdb:19995" }],
  ["qué nota tiene matrix", "votos", { titulo: MATRIX }],
  ["qué tan popular es interestelar", "score", { titulo: "tmdb:157336" }],
  ["dónde puedo ver toy story", "pelicula", { titulo: TOY_STORY }],
  ["algo como Matrix pero de terror", "recomendar", { titulo: MATRIX, genero: ["Horror"] }],
  ["películas parecidas a Toy Story", "recomendar", { titulo: TOY_STORY }],
  ["movies like Inception", "recomendar", { titulo: "tmdb:27205" }],
  ["si me gustó El padrino, ¿qué más veo?", "recomendar", { titulo: GODFATHER }],
  ["¿cuál es mejor, Alien o Aliens?", "comparar", { titulos: [ALIEN, "tmdb:679"] }],
  ["compara Toy Story con Shrek", "comparar", { titulos: [TOY_STORY, "tmdb:808"] }],
  ["Titanic vs Avatar", "comparar", { titulos: [TITANIC, "tmdb:19995"] }],
];

const IN_ORDER: readonly Row[] = [
  ["¿en qué orden veo Star Wars?", "franquicia", { nombre: "Star Wars" }],
  ["en que orden se ven las de harry potter", "franquicia", { nombre: "harry potter" }],
  ["orden cronológico de marvel", "franquicia", { nombre: "marvel", historia: true }],
  ["por cuál empiezo a ver la saga de alien", "franquicia", { nombre: "alien" }],
  ["what order should I watch the Toy Story movies", "franquicia", { nombre: "Toy Story movies" }],
  ["orden de estreno de las de batman", "franquicia", { nombre: "batman" }],
];

const NUMBERS: readonly Row[] = [
  ["¿cuántas películas se estrenaron en enero?", "mes", { mes: 1 }],
  ["cuántas se estrenaron un viernes", "dia", { dia: 5 }],
  ["cuántas pelis hay en francés", "idioma", { idioma: "fr" }],
  ["¿cuántas películas argentinas tienes?", "pais", { pais: "AR" }],
  ["how many movies are from Mexico", "pais", { pais: "MX" }],
  ["qué actor sale más en Netflix", "plataforma actor", { plataforma: "netflix" }],
];

const PLOTS: readonly Row[] = [
  ["la del tipo que revive el mismo día", "buscar", { texto: "revive el mismo día" }],
  ["cómo se llama la peli donde un niño ve muertos", "buscar", { texto: "un niño ve muertos" }],
];

describe("a sentence", () => {
  it.each([...FILMS, ...PEOPLE, ...ONE_FILM, ...IN_ORDER, ...NUMBERS, ...PLOTS])(
    "“%s” is /%s %o",
    (text, name, options) => {
      const understood = read(text);
      if (understood?.kind !== "question") throw new Error(`it is ${understood?.kind ?? "nothing"}`);
      expect([understood.command.name, understood.options]).toEqual([name, options]);
    },
  );

  it("that is only near a title offers it", () => {
    expect(read("titanik")).toMatchObject({ command: { name: "pelicula" }, tentative: true });
  });

  it.each([
    ["buenos días", "greeting"],
    ["gracias crack", "thanks"],
    ["chau nos vemos", "farewell"],
    ["eres un inútil", "insult"],
    ["la capital de Francia", "other"],
  ])("“%s” is talk, and no film: %s", (text, about) => {
    expect(read(text)).toEqual({ kind: "talk", about });
  });

  it.each([
    ["tráiler de Titanic", "trailer"],
    ["a qué hora ponen Avatar en el cine", "showtimes"],
    ["¿cuántos Oscar ganó Titanic?", "awards"],
    ["dónde se rodó El padrino", "places"],
  ])("“%s” is answered by nobody: %s", (text, about) => {
    expect(read(text)).toEqual({ kind: "unanswered", about });
  });
});
