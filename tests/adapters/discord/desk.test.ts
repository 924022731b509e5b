import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk } from "../../../src/adapters/discord/desk.js";
import { breachesOf } from "../../../src/adapters/discord/limits.js";
import type { Message } from "../../../src/adapters/discord/protocol.js";
import type { Services } from "../../../src/chat/context.js";
import { SPANISH } from "../../../src/chat/locale.js";
import { type BuiltIndex, buildIndex, STARTER, servicesOf } from "../../support/starter-index.js";
import { press, shown, slash, typing } from "./payloads.js";

let built: BuiltIndex;
let services: Services;
let desk: Desk;

beforeAll(async () => {
  built = await buildIndex([STARTER]);
  services = servicesOf(built.root);
  desk = new Desk({ services: () => services, locale: SPANISH, log: console, now: () => new Date() });
});
afterAll(() => built.remove());

describe("look", () => {
  it.each([
    ["pelicula", { titulo: "el padrino" }],
    ["director", { nombre: "spielberg" }],
    ["votos", { titulo: "hamlet" }],
    ["recomendar", { titulo: "matrix" }],
    ["ayuda", {}],
    ["mes", { mes: "enerro" }],
    ["plataforma puntaje", { plataforma: "netflix", puntaje: 70, anio: 2018 }],
    ["buscar", { texto: "tiburones" }],
  ] as const)("%s", async (command, options) => {
    const reaction = await desk.react(slash(command, options));
    console.log(JSON.stringify(reaction?.first, null, 1));
  });
  it("completes", async () => {
    console.log(JSON.stringify((await desk.react(typing("pelicula", "titulo", { titulo: "el pad" })))?.first));
    console.log(JSON.stringify((await desk.react(typing("plataforma puntaje", "plataforma", { plataforma: "" })))?.first));
  });
});
