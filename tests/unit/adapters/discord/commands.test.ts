import { describe, expect, it } from "vitest";
import { z } from "zod";
import { commands } from "../../../../commands/index.js";
import { shownWords } from "../../../../src/adapters/discord/registration/command-names.js";
import { commandPayloads } from "../../../../src/adapters/discord/registration/command-payloads.js";
import { registered } from "../../../../src/adapters/discord/registration/registered.js";
import { sameCommands } from "../../../../src/adapters/discord/registration/same-commands.js";
import { defineCommand } from "../../../../src/chat/command/command.js";
import { flag, text } from "../../../../src/chat/command/options.js";
import type { Command } from "../../../../src/chat/contract.js";
import { createBot } from "../../../support/fakes.js";

interface Shown {
  readonly name: string;
  readonly type: number;
  readonly description: string;
  readonly name_localizations: Record<string, string>;
  readonly description_localizations: Record<string, string>;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly options: readonly Shown[];
  readonly contexts?: readonly number[];
  readonly integration_types?: readonly number[];
  readonly default_member_permissions?: string;
}

const payloads = (...args: Parameters<typeof commandPayloads>) =>
  commandPayloads(...args) as unknown as readonly Shown[];

const LOCALES = ["es-ES", "es-419", "en-US", "en-GB"];

function command(name: string, spec: Partial<Command> = {}): Command {
  return {
    ...defineCommand({
      names: { es: name, en: name },
      summary: { es: "Algo", en: "Something" },
      options: z.strictObject({}),
      result: z.unknown(),
      positional: [],
      examples: [name],
      run: () => ({ status: "ok", result: null, answer: { kind: "figure" } }),
    }),
    ...spec,
  };
}

describe("what is registered", () => {
  const every = payloads(commands);
  const all = every.filter(({ type }) => type === 1);
  const named = (name: string) => all.find((one) => one.name === name) as Shown;

  it("is every command, subcommands below their own", () => {
    expect(all.map(({ name }) => name)).toEqual([...new Set(commands.map(({ name }) => name.split(" ")[0]))]);
    expect(named("plataforma").options.map(({ name, type }) => [name, type])).toEqual([
      ["cantidad", 1],
      ["maxima", 1],
      ["puntaje", 1],
      ["actor", 1],
    ]);
  });

  it("is also what can be done with a message that somebody wrote, everywhere and in both languages", () => {
    expect(every.filter(({ type }) => type !== 1)).toEqual([
      {
        type: 3,
        name: "Buscar película",
        name_localizations: {
          "es-ES": "Buscar película",
          "es-419": "Buscar película",
          "en-US": "Look up film",
          "en-GB": "Look up film",
        },
        contexts: [0, 1, 2],
        integration_types: [0, 1],
      },
    ]);
  });

  it("is called and described in every language", () => {
    const within = (one: Shown): Shown[] => [one, ...(one.options ?? []).flatMap(within)];
    for (const one of all.flatMap(within)) {
      expect(Object.keys(one.name_localizations)).toEqual(LOCALES);
      expect(Object.keys(one.description_localizations)).toEqual(LOCALES);
      for (const name of Object.values(one.name_localizations)) {
        expect(name).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u);
        expect(name).toBe(name.toLowerCase());
      }
    }
    expect(named("pelicula").name_localizations).toMatchObject({ "es-ES": "pelicula", "en-GB": "film" });
    expect(named("pelicula").options[0]).toMatchObject({
      name: "titulo",
      name_localizations: { "es-419": "título", "en-US": "title" },
      description_localizations: { "es-419": "Título", "en-US": "Title" },
      required: true,
      autocomplete: true,
    });
  });

  it("has integers for figures and years, numbers for ratings, a choice of yes and no for flags, people, a file, and text for all else", () => {
    const options = all.flatMap((one) => one.options.flatMap((option) => option.options ?? [option]));
    const integers = options.filter(({ type }) => type === 4).map(({ name }) => name);
    expect([...new Set(integers)].sort()).toEqual([
      "anio",
      "cantidad",
      "desde",
      "duracion_max",
      "duracion_min",
      "hasta",
      "propuestas",
      "puntaje",
      "quorum",
      "vetos",
      "votos",
      "votos_min",
    ]);
    const flags = [
      ...["menos_populares", "publico", "historia", "reparto", "ocultos", "primero_propuestas"],
      ...["quitar", "azar", "grupo", "exportar", "falto", "solo_propongo"],
    ];
    const people = options.filter(({ type }) => type === 6);
    expect([...new Set(people.map(({ name }) => name))]).toEqual(["miembro", "otro"]);
    const others = options.filter((option) => option.type !== 4 && !people.includes(option));
    for (const { name, type } of others) {
      const text = name === "archivo" ? 11 : 3;
      expect(type, name).toBe(flags.includes(name) ? 5 : name.startsWith("nota") ? 10 : text);
    }
    expect(named("recomendar").options.map(({ name }) => name)).toEqual([
      "titulo",
      "cantidad",
      "gusta",
      "menos_populares",
      "genero",
      "sin_genero",
      "tema",
      "actor",
      "director",
      "persona",
      "pais",
      "idioma",
      "desde",
      "hasta",
      "duracion_min",
      "duracion_max",
      "plataforma",
      "franquicia",
      "productora",
      "nota_min",
      "votos_min",
      "excluir",
      "publico",
    ]);
    expect(named("recomendar").options[1]).toMatchObject({ min_value: 1, max_value: 10 });
  });

  it("is known everywhere, what is not for everybody where there is something to moderate", () => {
    // A film night is a group's.
    expect(named("noche")).toMatchObject({ contexts: [0], integration_types: [0] });
    for (const one of all.filter(({ name }) => !["refrescar", "noche"].includes(name)))
      expect(one).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    for (const access of ["moderator", "operator"] as const) {
      const [mine] = payloads([command("ajustes", { access })], "global");
      expect(mine).toMatchObject({
        default_member_permissions: "32",
        contexts: [0],
        integration_types: [0],
      });
      const [local] = payloads([command("ajustes", { access })], "guild");
      expect(local).toMatchObject({ default_member_permissions: "32" });
      expect(local).not.toHaveProperty("contexts");
    }
  });

  it("has operators' commands only where one of them is on Discord", () => {
    const namesFor = (...operators: string[]) =>
      registered(createBot({ program: { operators: new Set(operators) } }).program).map(({ name }) => name);
    expect(namesFor()).not.toContain("refrescar");
    expect(namesFor("telegram:1")).not.toContain("refrescar");
    expect(namesFor("telegram:1", "discord:2")).toContain("refrescar");
  });

  it("is called in English as the command says, one name or two", () => {
    const of = (es: string, en: string) => command(es, { names: { es, en } });
    expect(shownWords(of("plataforma puntaje", "platform above"), "en")).toEqual(["platform", "above"]);
    expect(shownWords(of("retorno", "box office"), "en")).toEqual(["box_office"]);
    // What Discord would not take, or has no place for, is called as it is everywhere.
    expect(shownWords(of("retorno", "return!"), "en")).toEqual(["retorno"]);
    expect(shownWords(of("plataforma puntaje", "above"), "en")).toEqual(["plataforma", "puntaje"]);
    const split = [of("plataforma puntaje", "platform above"), of("plataforma maxima", "service longest")];
    expect(() => commandPayloads(split)).toThrow('"platform" and "service" in en');
  });

  it("leaves publico to the command that has one, and takes flags", () => {
    const options = z.strictObject({ publico: flag({ es: "Público", en: "Public" }), texto: text() });
    const [own] = payloads([command("mio", { options })]);
    expect(own?.options.map(({ name, type }) => [name, type])).toEqual([
      ["texto", 3],
      ["publico", 5],
    ]);
  });

  it("is refused where Discord would refuse it, with the command's name", () => {
    const group = ["a", "a b"].map((name) => command(name));
    expect(() => commandPayloads(group)).toThrow("/a:");
    expect(() => commandPayloads([command("Mayúscula")])).toThrow("Mayúscula");
    expect(() => commandPayloads([command("a"), command("á")])).toThrow('"a"');
    const many = Array.from({ length: 101 }, (_, at) => command(`c${at}`));
    expect(() => commandPayloads(many)).toThrow("101");
    const wide = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`o${at}`, text()]));
    expect(() => commandPayloads([command("ancho", { options: z.strictObject(wide) })])).toThrow("/ancho");
    const long = { es: "x".repeat(150), en: "y".repeat(150) };
    const [shortened] = payloads([command("largo", { summary: long })]);
    expect(shortened?.description).toHaveLength(100);
  });
});

describe("comparing", () => {
  const ours = commandPayloads(commands);
  /** As Discord gives them back: with members of its own, and without those that say nothing. */
  const held = (): Record<string, unknown>[] =>
    (JSON.parse(JSON.stringify(ours)) as Record<string, unknown>[])
      .map((one) => ({
        ...one,
        id: "1",
        version: "2",
        nsfw: false,
        default_member_permissions: null,
        dm_permission: true,
      }))
      .reverse();

  it("sees no change where there is none", () => {
    expect(sameCommands(held(), ours)).toBe(true);
    expect(sameCommands([], [])).toBe(true);
  });

  it("sees every change", () => {
    const changes: ((one: Record<string, unknown>) => void)[] = [
      (one) => Object.assign(one, { description: "otra" }),
      (one) => Object.assign(one, { contexts: [0] }),
      (one) => Object.assign(one, { default_member_permissions: "0" }),
      (one) => Object.assign(one.name_localizations as object, { "en-US": "other" }),
      (one) => (one.options as unknown[]).pop(),
      (one) => Object.assign((one.options as object[])[0] ?? {}, { min_value: 3 }),
    ];
    for (const change of changes) {
      const changed = held();
      change(changed.find(({ name }) => name === "recomendar") ?? {});
      expect(sameCommands(changed, ours)).toBe(false);
    }
    expect(sameCommands(held().slice(1), ours)).toBe(false);
  });
});
