/** What holds for every command, without an index. */
import { describe, expect, it } from "vitest";
import { commands, operatorCommands } from "../../../commands/index.js";
import { describe as describeOptions } from "../../../src/chat/command/describe.js";
import { commandNamed } from "../../../src/chat/command/names.js";

/** Commands that keep something, or note who takes part. */
const KEEPING = ["valorar", "vista", "pendientes", "perfil", "gustos", "servidor", "importar", "privacidad"];

const all = [...commands, ...operatorCommands];

describe("every command", () => {
  it.each(all.map((command) => [command.name, command] as const))("/%s is well defined", (name, command) => {
    expect(name).toBe(command.names.es);
    for (const own of Object.values(command.names)) expect(own).toMatch(/^[a-z]+( [a-z]+)?$/);
    for (const example of command.examples)
      expect(example === name || example.startsWith(`${name} `)).toBe(true);
    expect(() => describeOptions(command)).not.toThrow();
    expect(command.cacheable && command.effect === "write").toBe(false);
  });

  it("has names of its own in both languages", () => {
    for (const language of ["es", "en"] as const) {
      const names = all.map((command) => command.names[language]);
      expect(new Set(names).size).toBe(names.length);
    }
    // Who reads English may still type the Spanish name: it must not be another command's English one.
    for (const command of all) {
      const namesake = commandNamed(all, command.names.en);
      if (namesake) expect(namesake.name).toBe(command.name);
    }
  });

  it("stands in the same group in both languages", () => {
    const groups = new Map<string, Set<string>>();
    for (const { names } of all) {
      const [es = "", en = ""] = [names.es, names.en].map((name) => name.split(" ").slice(0, -1).join());
      groups.set(es, (groups.get(es) ?? new Set()).add(en));
    }
    const called: Readonly<Record<string, string>> = { "": "", plataforma: "platform", noche: "night" };
    for (const [es, en] of groups) expect([es, [...en]]).toEqual([es, [called[es]]]);
  });

  it("only tells, but for what is kept of people, nights, /ajustes, and /refrescar, which whoever runs the bot alone may ask", () => {
    expect(all.filter(({ effect }) => effect === "write").map(({ name }) => name)).toEqual([
      "noche abrir",
      "noche proponer",
      "noche lleva",
      "noche cuando",
      "noche vino",
      ...KEEPING,
      "ajustes",
      "refrescar",
    ]);
    expect(all.filter(({ access }) => access !== "anyone").map(({ name, access }) => [name, access])).toEqual(
      [["refrescar", "operator"]],
    );
  });

  it("may be kept, but for those that tell or change how the data, a night, a place or a person's films stand", () => {
    expect(all.filter(({ cacheable }) => !cacheable).map(({ name }) => name)).toEqual([
      "noche ver",
      "noche abrir",
      "noche proponer",
      "noche sugiere",
      "noche lleva",
      "noche cuando",
      "noche vino",
      "noche historial",
      ...KEEPING,
      "datos",
      "ajustes",
      "refrescar",
    ]);
  });
});

describe("options", () => {
  const FILTERS = {
    genero: ["genre"],
    sin_genero: ["genre"],
    tema: ["theme"],
    actor: ["actor"],
    director: ["director"],
    persona: ["person"],
    pais: "country",
    idioma: "language",
    desde: "integer",
    hasta: "integer",
    duracion_min: "integer",
    duracion_max: "integer",
    plataforma: "platform",
    franquicia: "collection",
    productora: "company",
    nota_min: "number",
    votos_min: "integer",
    excluir: ["thing"],
  };

  const kindsOf = (name: string) => {
    const command = commandNamed(all, name);
    if (!command) throw new Error(name);
    return Object.fromEntries(describeOptions(command).map((option) => [option.name, option]));
  };

  it("of /recomendar are numbers, lists and yes or no where that is what they are", () => {
    const options = kindsOf("recomendar");
    const kinds = Object.fromEntries(
      Object.values(options).map(({ name, kind, many }) => [name, many ? [kind] : kind]),
    );
    expect(kinds).toEqual({
      titulo: "film",
      cantidad: "integer",
      gusta: ["film"],
      menos_populares: "flag",
      ...FILTERS,
      pagina: "integer",
      semilla: "integer",
    });
    expect(options.nota_min).toMatchObject({ min: 0, max: 10, required: false });
    expect(options.desde).toMatchObject({ min: 1870, max: 2100, required: false });
    expect(options.pagina).toMatchObject({ min: 1, max: 20, default: 1 });
    expect(options.menos_populares).toMatchObject({ default: false });
    expect(Object.values(options).some(({ required }) => required)).toBe(false);
  });

  it("that narrow films down are the same in /descubrir", () => {
    const [own, others] = [kindsOf("descubrir"), kindsOf("recomendar")];
    for (const name of Object.keys(FILTERS)) expect(own[name], name).toEqual(others[name]);
    const rest = Object.keys(own).filter((name) => !(name in FILTERS));
    expect(rest).toEqual(["tipo", "orden", "cantidad", "pagina", "semilla"]);
  });

  it("are no more than Discord has room for, with the one that it adds", () => {
    for (const command of all) expect(describeOptions(command).length, command.name).toBeLessThan(25);
  });

  it("of one name are of one kind in all commands", () => {
    const kinds = new Map<string, Set<string>>();
    for (const command of commands) {
      for (const { name, kind } of describeOptions(command)) {
        kinds.set(name, (kinds.get(name) ?? new Set()).add(kind));
      }
    }
    const several = [...kinds].filter(([, found]) => found.size > 1).map(([name]) => name);
    // A name is a person's, a company's or a franchise's; a type what titles are, or what their length is counted in.
    expect(several.sort()).toEqual(["nombre", "tipo"]);
  });
});
