/** What changes something is posted and never kept; what only tells is read, and changes nothing. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCommand } from "../../../../../src/chat/command/command.js";
import { filmRefs, MOST_LISTED, text } from "../../../../../src/chat/command/options.js";
import { createBot, edition, program } from "../../../../support/fakes.js";
import { hostOf, seen } from "../../../../support/http-host.js";

let written: unknown[] = [];

const anotar = defineCommand({
  names: { es: "anotar", en: "note" },
  summary: { es: "Anota algo", en: "Notes something" },
  effect: "write",
  options: z.strictObject({ texto: text() }),
  result: z.unknown(),
  positional: ["texto"],
  examples: ["anotar titanic"],
  run: (_, { texto }) => {
    written.push(texto);
    return { status: "ok", result: written.length, answer: { kind: "figure", title: texto } };
  },
});

const cerrar = defineCommand({
  names: { es: "cerrar", en: "close" },
  summary: { es: "Cierra algo", en: "Closes something" },
  access: "moderator",
  options: z.strictObject({}),
  result: z.unknown(),
  positional: [],
  examples: ["cerrar"],
  run: () => ({ status: "ok", result: "closed", answer: { kind: "figure", title: "closed" } }),
});

const juntar = defineCommand({
  names: { es: "juntar", en: "join" },
  summary: { es: "Junta películas", en: "Joins films" },
  options: z.strictObject({ gusta: filmRefs({ es: "Gusta", en: "Liked" }).optional() }),
  result: z.unknown(),
  positional: [],
  examples: ["juntar gusta=a,b"],
  run: (_, { gusta }) => ({ status: "ok", result: gusta, answer: { kind: "list" } }),
});

let asked = 0;
let state = "begun";

/** The answer depends on when it is asked. */
const datos = defineCommand({
  names: { es: "datos", en: "data" },
  summary: { es: "Cómo está", en: "How it stands" },
  cacheable: false,
  options: z.strictObject({}),
  result: z.unknown(),
  positional: [],
  examples: ["datos"],
  run: () => ({ status: "ok", result: [state, ++asked], answer: { kind: "figure" } }),
});

let better: Promise<void> = Promise.resolve();

/** Has a better answer once `better` resolves. */
const luego = defineCommand({
  names: { es: "luego", en: "later" },
  summary: { es: "Luego", en: "Later" },
  options: z.strictObject({}),
  result: z.unknown(),
  positional: [],
  examples: ["luego"],
  run: () => ({
    status: "ok",
    result: "first",
    answer: { kind: "figure" },
    later: async () => {
      await better;
      return { status: "ok", result: "better", answer: { kind: "figure" } };
    },
  }),
});

/** Tells who asked for it, and where. */
const quien = defineCommand({
  names: { es: "quien", en: "who" },
  summary: { es: "Quién pide", en: "Who asks" },
  effect: "write",
  where: "groups",
  options: z.strictObject({}),
  result: z.unknown(),
  positional: [],
  examples: ["quien"],
  run: ({ asker, place, key }) => ({
    status: "ok",
    result: { asker, place, key },
    answer: { kind: "figure", title: "quien" },
  }),
});

const TOKEN = "an-obviously-fake-token-of-tests";
const commands = [...program.commands, anotar, cerrar, juntar, datos, luego, quien];
const bot = createBot({ program: { commands } });
const host = await hostOf(bot, { settings: { token: TOKEN } });

const withToken = (more: Readonly<Record<string, string>> = {}) => ({
  headers: { authorization: `Bearer ${TOKEN}`, ...more },
});

describe("a command that changes something", () => {
  it("is posted to its address, and answered anew each time", async () => {
    written = [];
    for (const result of [1, 2]) {
      const told = await host.post("/api/anotar?texto=titanic", withToken());
      expect(told).toMatchObject({ status: 200, body: { status: "ok", result } });
      expect(told.headers["cache-control"]).toBe("no-store");
      expect(told.headers).not.toHaveProperty("etag");
    }
    expect(
      (await host.post("/api/anotar/toy%20story?lang=en", withToken())).headers["content-language"],
    ).toBe("en");
    expect(written).toEqual(["titanic", "titanic", "toy story"]);
  });

  it("is not asked in another way, which is told with the way it is", async () => {
    written = [];
    for (const method of ["GET", "HEAD", "PUT", "DELETE"] as const) {
      for (const url of ["/api/anotar?texto=x", "/api/anotar/x"]) {
        const { statusCode, headers } = await host.app.inject({ method, url });
        expect([statusCode, headers.allow], `${method} ${url}`).toEqual([405, "POST"]);
      }
    }
    expect((await host.get("/api/anotar/x")).body).toMatchObject({
      status: 405,
      code: "method_not_allowed",
      detail: "Esta dirección solo admite POST.",
    });
    expect(written).toEqual([]);
  });

  it("tells what is wrong by the parameter's name", async () => {
    expect((await host.post("/api/anotar", withToken())).body).toMatchObject({
      status: 400,
      code: "missing_parameter",
      parameter: "texto",
    });
  });

  it("has all in its address: a body is refused, an empty one is none", async () => {
    written = [];
    const url = "/api/anotar?texto=x";
    expect((await host.post(url, { payload: "texto=x" })).body).toMatchObject({ code: "too_large" });
    expect((await host.post(url, { payload: { texto: "x" } })).body).toMatchObject({ code: "too_large" });
    expect(written).toEqual([]);
    expect((await host.post(url, { ...withToken({ "content-type": "application/json" }) })).status).toBe(200);
  });

  it("is typed in a chat with a POST, and with GET refused with what it takes", async () => {
    written = [];
    const read = await host.get("/api/ask?q=/anotar+x");
    expect(read).toMatchObject({ status: 405, body: { status: 405, code: "read_only" } });
    expect(read.headers).toMatchObject({ allow: "POST", "cache-control": "no-store" });
    expect(written).toEqual([]);
    const told = await host.post("/api/ask?q=/anotar+x", withToken());
    expect(told).toMatchObject({ status: 200, body: { command: "anotar", status: "ok", result: 1 } });
    expect(told.headers["cache-control"]).toBe("no-store");
    const votes = await host.post("/api/ask?q=/votos+titanic");
    expect(votes.body).toMatchObject({ command: "votos", status: "ok" });
    expect(votes.headers).not.toHaveProperty("etag");
    const { statusCode, headers } = await host.app.inject({ method: "PUT", url: "/api/ask?q=x" });
    expect([statusCode, headers.allow]).toEqual([405, "GET, HEAD, POST"]);
  });
});

describe("the token", () => {
  it("is needed to change anything, and is told of where there is none", async () => {
    written = [];
    const wrong = [
      {},
      { headers: { authorization: "Bearer another-obviously-fake-token" } },
      { headers: { authorization: `Basic ${TOKEN}` } },
      { headers: { authorization: `Bearer ${TOKEN}x` } },
    ];
    for (const shown of wrong) {
      for (const url of ["/api/anotar?texto=x", "/api/ask?q=/anotar+x"]) {
        const told = await host.post(url, shown);
        expect(told, url).toMatchObject({ status: 401, body: { code: "unauthorized" } });
        expect(told.headers).toMatchObject({ "www-authenticate": 'Bearer realm="claqueta"' });
        expect(told.text).not.toContain(TOKEN);
      }
    }
    const without = await hostOf(bot);
    for (const shown of [{}, withToken()]) {
      for (const url of ["/api/anotar?texto=x", "/api/ask?q=/anotar+x"]) {
        const told = await without.post(url, shown);
        expect(told).toMatchObject({ status: 403, body: { code: "not_allowed" } });
        expect(told.body.detail).toContain("HTTP_TOKEN");
      }
    }
    expect(written).toEqual([]);
  });

  it("vouches for who asks, where, and which time; else for its holder", async () => {
    const result = async (headers = {}) => (await host.post("/api/quien", withToken(headers))).body.result;
    expect(await result()).toEqual({ asker: { id: "http:token", moderates: true } });
    expect(
      await result({
        "claqueta-person": "discord:123",
        "claqueta-place": "discord; server=10; chat=100; topic=7",
        "idempotency-key": "b2a4-0001",
      }),
    ).toEqual({
      asker: { id: "discord:123", moderates: true },
      place: { platform: "discord", server: "10", chat: "100", topic: "7" },
      key: "http/b2a4-0001",
    });
    expect(await result({ "claqueta-place": "telegram; chat=-100" })).toMatchObject({
      place: { platform: "telegram", chat: "-100" },
    });
  });

  it("takes no names for ids", async () => {
    const wrong: readonly Readonly<Record<string, string>>[] = [
      { "claqueta-person": "Ana" },
      { "claqueta-place": "discord" },
      { "claqueta-place": "discord; server=10" },
      { "claqueta-place": "discord; chat=100; chat=200" },
      { "claqueta-place": "discord; chat=cine y más" },
      { "claqueta-place": "telegram; chat=1; who=2" },
      { "idempotency-key": "x" },
    ];
    for (const headers of wrong) {
      const told = await host.post("/api/quien", withToken(headers));
      expect(told, JSON.stringify(headers)).toMatchObject({
        status: 400,
        body: { code: "invalid_parameter" },
      });
      expect(told.body.parameter).toBe(Object.keys(headers)[0]);
    }
  });

  it("opens what is for moderators and for groups, and not what is for operators", async () => {
    expect((await host.get("/api/cerrar")).status).toBe(401);
    expect((await host.get("/api/cerrar", withToken().headers)).body.result).toBe("closed");
    expect((await host.post("/api/refrescar", withToken())).status).toBe(405);
    expect((await host.get("/api/votos/toy")).status).toBe(200);
  });
});

describe("a command that is not for anyone", () => {
  it("is listed nowhere, and refused without the token", async () => {
    expect((await host.get("/api/refrescar")).status).toBe(404);
    expect((await host.get("/api/cerrar")).status).toBe(401);
    const about = JSON.parse((await host.get("/api/about")).text) as { commands: { name: string }[] };
    const names = about.commands.map(({ name }) => name);
    expect(names).toContain("anotar");
    expect(names).not.toContain("cerrar");
    expect((await host.get("/api/complete?q=/cer")).text).toBe('{"completions":[]}');
    expect((await host.get("/api/ask?q=/cerrar")).body).toMatchObject({
      status: "error",
      error: { code: "not_allowed" },
    });
    expect((await host.get("/api/ask?q=/refrescar")).body.error?.code).toBe("not_allowed");
  });
});

describe("an option that holds several values", () => {
  it("takes them separated by commas, or each by itself", async () => {
    const result = async (query: string) => (await host.get(`/api/juntar?${query}`)).body.result;
    expect(await result("gusta=alien,+blade+runner")).toEqual(["alien", "blade runner"]);
    expect(await result("gusta=alien&gusta=el+bueno,+el+feo+y+el+malo")).toEqual([
      "alien",
      "el bueno, el feo y el malo",
    ]);
    expect(await result("gusta=")).toBeUndefined();
  });

  it("is named where it is at fault", async () => {
    const many = Array.from({ length: MOST_LISTED + 1 }, (_, at) => at).join(",");
    expect((await host.get(`/api/juntar?gusta=${many}`)).body).toMatchObject({
      code: "invalid_parameter",
      parameter: "gusta",
    });
    expect((await host.get("/api/juntar?gusta=a&lang=es&lang=en")).body).toMatchObject({
      code: "repeated_parameter",
      parameter: "lang",
    });
  });
});

describe("an answer that may change", () => {
  it("is never kept, and nobody is told that it still holds", async () => {
    asked = 0;
    state = "begun";
    const first = await host.get("/api/datos");
    expect(first.body.result).toEqual(["begun", 1]);
    expect(first.headers["cache-control"]).toBe("no-store");
    expect(first.headers).not.toHaveProperty("etag");
    state = "done";
    expect((await host.get("/api/datos")).body.result).toEqual(["done", 2]);
    expect((await host.get("/api/ask?q=/datos")).body.result).toEqual(["done", 3]);
    expect((await host.get("/api/ask?q=/datos")).body.result).toEqual(["done", 4]);
  });

  it("is the better one where that is there already, and otherwise the first, which is not kept", async () => {
    let come = () => {};
    better = new Promise((resolve) => {
      come = resolve;
    });
    const first = await host.get("/api/luego");
    expect(first.body.result).toBe("first");
    expect(first.headers).not.toHaveProperty("etag");
    come();
    const second = await host.get("/api/luego");
    expect(second.body.result).toBe("better");
    expect(second.headers).toHaveProperty("etag");
  });
});

describe("what is kept", () => {
  it("stays while refreshing changes its state, for as long as the edition lasts", async () => {
    let runs = 0;
    const counting = commands.map((command) => ({
      ...command,
      run: (...given: Parameters<typeof command.run>) => {
        runs++;
        return command.run(...given);
      },
    }));
    const bot = createBot({ program: { commands: counting } });
    const from = await hostOf(bot, { bot: () => ({ ...bot, ports: { ...bot.ports } }) });
    for (let time = 0; time < 3; time++)
      expect(seen((await from.get("/api/votos/toy")).body.answer)).toBeTruthy();
    expect(runs).toBe(1);
    const renewed = { ...bot, edition: { ...edition } };
    const other = await hostOf(bot, { bot: () => renewed });
    await other.get("/api/votos/toy");
    expect(runs).toBe(2);
  });
});
