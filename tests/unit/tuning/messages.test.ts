/** Our own messages: their accepted readings are in canonical form, so that a program can compare them. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { type Message, messageSets, readMessages } from "../../../tuning/questions/messages.js";

const film = /^tmdb:\d+$/u;
const person = /^person:-?\d+$/u;
const collection = /^collection:-?\d+$/u;
const company = /^company:-?\d+$/u;
const country = /^[A-Z]{2}$/u;
const language = /^[a-z]{2}$/u;
const platform = /^(?:netflix|amazon|disney|hulu)$/u;
const genre =
  /^(?:Action|Adventure|Animation|Comedy|Crime|Documentary|Drama|Family|Fantasy|History|Horror|Music|Mystery|Romance|Science Fiction|Thriller|War|Western)$/u;
const number = /^\d+(?:\.\d+)?$/u;
const words = /\S/u;
const excluded = /^(?:tmdb:\d+|(?:person|collection|company):-?\d+|country:[A-Z]{2}|tema:.+)$/u;
const order =
  /^(?:peor|popular|votos|recaudacion|retorno|ganancia|presupuesto|reciente|antigua|larga|corta|joya|azar)$/u;

const filters = {
  genero: [genre],
  sin_genero: [genre],
  tema: [words],
  actor: [person],
  director: [person],
  persona: [person],
  pais: country,
  idioma: language,
  desde: number,
  hasta: number,
  duracion_min: number,
  duracion_max: number,
  plataforma: platform,
  franquicia: collection,
  productora: company,
  nota_min: number,
  votos_min: number,
  excluir: [excluded],
  tipo: /^(?:pelicula|serie)$/u,
  orden: order,
  cantidad: number,
} satisfies Form;

/** What the value of each option looks like; in brackets where it is a list. */
type Form = Readonly<Record<string, RegExp | readonly [RegExp]>>;

const titled: Form = { titulo: film };

const forms: Readonly<Record<string, Form>> = {
  pelicula: { titulo: /^(?:tmdb:\d+|title:ns\d+)$/u },
  votos: titled,
  score: titled,
  duracion: titled,
  retorno: titled,
  actor: { nombre: person },
  director: { nombre: person },
  franquicia: { nombre: collection },
  productora: { nombre: company },
  mes: { mes: number },
  dia: { dia: number },
  pais: { pais: country },
  idioma: { idioma: language },
  "plataforma cantidad": { plataforma: platform },
  "plataforma maxima": { plataforma: platform, anio: number, tipo: filters.tipo },
  "plataforma puntaje": { plataforma: platform, puntaje: number, anio: number },
  "plataforma actor": { plataforma: platform, anio: number },
  recomendar: { ...filters, titulo: film, gusta: [film] },
  buscar: { texto: words },
  comparar: { titulos: [film] },
  descubrir: filters,
  mas: {},
  elegir: { numero: number },
  ayuda: {},
  datos: {},
  null: {},
  none: {},
  "ask-back": {},
};

/** What is not canonical in a message. */
function faults({ text, accept }: Message): string[] {
  return accept.flatMap(({ command, options }) => {
    const form = forms[String(command)];
    if (!form) return [`${text}: no command ${command}`];
    return Object.entries(options).flatMap(([name, value]) => {
      const expected = form[name];
      if (!expected) return [`${text}: /${command} has no option ${name}`];
      // Two films between which something is wanted are a list of titles.
      const isList = Array.isArray(expected) || (name === "titulo" && Array.isArray(value));
      const pattern = expected instanceof RegExp ? expected : expected[0];
      const isNumber = pattern === number;
      const values = Array.isArray(value) ? value : [value];
      const fits =
        Array.isArray(value) === isList &&
        values.length > 0 &&
        values.every((one) => pattern.test(String(one)) && (typeof one === "number") === isNumber);
      return fits ? [] : [`${text}: ${name} is not ${JSON.stringify(value)}`];
    });
  });
}

const own = messageSets().sets.filter(({ name }) => name !== "messages.dev");

it("there are messages of our own", () => {
  expect(own.length).toBeGreaterThan(0);
});

describe.each(own)("$name", ({ messages }) => {
  it("has meanings in canonical form", () => {
    expect(messages.flatMap(faults)).toEqual([]);
  });

  it("has each message once, and each meaning of a message once", () => {
    const texts = messages.map(({ text }) => text);
    expect(texts).toEqual([...new Set(texts)]);
    for (const { accept } of messages) {
      const readings = accept.map((reading) => JSON.stringify(reading));
      expect(readings).toEqual([...new Set(readings)]);
    }
  });
});

it("a file that is none of messages is told with its line", () => {
  const file = join(PACKAGE_ROOT, "tuning/questions/typed-people.jsonl");
  expect(() => readMessages(file)).toThrow(/typed-people\.jsonl:1 is no message/u);
});
