/** The REST side: who may ask, what commands become, and the limits of requests. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Json,
  type StandIn,
  type StandInOptions,
  startDiscord,
} from "../../../../standins/discord/index.js";
import { problemsIn, request } from "./testing/bot.js";

let discord: StandIn;

beforeEach(async () => await begin({ rateLimits: false }));
afterEach(async () => await discord.close());

async function begin(options: StandInOptions): Promise<void> {
  discord = await startDiscord(options);
}

async function restart(options: StandInOptions): Promise<void> {
  await discord.close();
  await begin(options);
}

describe("identity", () => {
  it("is told to the bot", async () => {
    expect((await request(discord, "GET", "/users/@me")).body).toMatchObject({
      id: discord.botId,
      bot: true,
    });
    for (const path of ["/applications/@me", "/oauth2/applications/@me"]) {
      const { body } = await request(discord, "GET", path);
      expect(body).toMatchObject({ id: discord.applicationId, verify_key: discord.publicKey });
    }
    expect((await request(discord, "GET", "/gateway/bot")).body).toMatchObject({
      url: discord.gateway.url,
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 1_000, max_concurrency: 1 },
    });
  });

  it.each([
    ["nobody", null],
    ["another token", "Bot otro"],
    ["no Bot before it", "token"],
  ])("is not told to %s: 401", async (_, authorization) => {
    const { status, body } = await request(discord, "GET", "/users/@me", undefined, authorization);
    expect([status, body]).toEqual([401, { message: "401: Unauthorized", code: 0 }]);
    expect(discord.counters.invalid).toBe(1);
  });

  it("knows its routes: 404 and 405", async () => {
    expect((await request(discord, "GET", "/guilds/1")).body).toEqual({ message: "404: Not Found", code: 0 });
    expect((await request(discord, "POST", "/users/@me")).status).toBe(405);
    expect((await fetch(`${discord.api}/v9/users/@me`)).status).toBe(404);
  });
});

describe("the guilds that the bot is in", () => {
  const list = async (query: string) => {
    const { status, body } = await request(discord, "GET", `/users/@me/guilds${query}`);
    return { status, body, ids: Array.isArray(body) ? body.map(({ id }: Json) => Number(id)) : [] };
  };

  it("are listed in pages of at most 200, in order of their ids", async () => {
    for (let id = 450; id > 0; id--) discord.guilds.add(String(id));
    const first = await list("");
    expect([first.ids.length, first.ids[0], first.ids.at(-1)]).toEqual([200, 1, 200]);
    expect((await list("?limit=3&after=200")).ids).toEqual([201, 202, 203]);
    expect((await list("?limit=200&after=400")).ids).toHaveLength(50);
    expect((await list("?after=450")).ids).toEqual([]);
    expect((await list("?limit=2&before=10")).ids).toEqual([8, 9]);
    expect((await list("?after=5&before=9")).ids).toEqual([6, 7, 8]);
    discord.guilds.delete("201");
    expect((await list("?limit=2&after=200")).ids).toEqual([202, 203]);
  });

  it.each([
    ["?limit=0", "limit", "NUMBER_TYPE_MAX"],
    ["?limit=201", "limit", "NUMBER_TYPE_MAX"],
    ["?limit=x", "limit", "NUMBER_TYPE_MAX"],
    ["?after=x", "after", "NUMBER_TYPE_COERCE"],
    ["?before=-1", "before", "NUMBER_TYPE_COERCE"],
  ])("are refused for %s", async (query, name, code) => {
    const { status, body } = await list(query);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 50035, errors: { [name]: { _errors: [{ code }] } } });
  });

  it("are told to nobody but the bot", async () => {
    expect((await request(discord, "GET", "/users/@me/guilds", undefined, "Bot otro")).status).toBe(401);
    expect((await request(discord, "POST", "/users/@me/guilds", {})).status).toBe(405);
  });
});

describe("what roles may", () => {
  it("is told of guilds that the bot is in, everybody's first", async () => {
    discord.guilds.add("77");
    discord.roles.set("77", new Map([["5", "32"]]));
    const { status, body } = await request(discord, "GET", "/guilds/77/roles");
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { id: "77", permissions: "0" },
      { id: "5", permissions: "32" },
    ]);
    expect((await request(discord, "GET", "/guilds/78/roles")).body).toMatchObject({ code: 10004 });
    expect((await request(discord, "GET", "/guilds/x/roles")).body).toMatchObject({ code: 50035 });
    expect((await request(discord, "GET", "/guilds/77/roles", undefined, "Bot otro")).status).toBe(401);
  });
});

describe("commands", () => {
  const of = (name: string, more: Json = {}) => ({ name, description: "Algo", ...more });
  const path = () => `/applications/${discord.applicationId}/commands`;

  it("are given back with ids, versions and defaults", async () => {
    const titulo = {
      type: 3,
      name: "titulo",
      description: "Su título ",
      required: false,
      choices: [],
      min_length: 1,
    };
    const { status, body } = await request(discord, "POST", path(), of("cine", { options: [titulo] }));
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^\d+$/),
      application_id: discord.applicationId,
      version: expect.stringMatching(/^\d+$/),
      default_member_permissions: null,
      type: 1,
      name: "cine",
      name_localizations: null,
      description: "Algo",
      description_localizations: null,
      dm_permission: true,
      contexts: null,
      integration_types: [0],
      options: [
        {
          type: 3,
          name: "titulo",
          name_localizations: null,
          description: "Su título",
          description_localizations: null,
          min_length: 1,
        },
      ],
      nsfw: false,
    });
  });

  it("are not replaced by a list that leaves the entry point out", async () => {
    const entry = { name: "launch", type: 4, handler: 2 };
    expect((await request(discord, "POST", path(), entry)).status).toBe(201);
    const without = await request(discord, "PUT", path(), [of("a")]);
    expect(without).toMatchObject({ status: 400, body: { code: 50_240 } });
    expect((await request(discord, "PUT", path(), [of("a"), entry])).body).toMatchObject([
      { name: "a" },
      { name: "launch", type: 4, handler: 2 },
    ]);
    for (const { id } of discord.commands.global()) await request(discord, "DELETE", `${path()}/${id}`);
  });

  it("are replaced as a whole: ids stay by name, versions where nothing changed", async () => {
    const first = (await request(discord, "PUT", path(), [of("a"), of("b"), of("c")]))
      .body as unknown as Json[];
    const changed = [of("b"), of("a", { description: "Otra" })];
    const second = (await request(discord, "PUT", path(), changed)).body as unknown as Json[];
    expect(second.map(({ id }) => id)).toEqual([first[1]?.id, first[0]?.id]);
    expect(second[0]?.version).toBe(first[1]?.version);
    expect(second[1]?.version).not.toBe(first[0]?.version);
    expect(discord.commands.global().map(({ name }) => name)).toEqual(["b", "a"]);
  });

  it("are overwritten by name (200), patched, found and removed", async () => {
    const { body } = await request(discord, "POST", path(), of("a"));
    const again = await request(
      discord,
      "POST",
      path(),
      of("a", { contexts: [1, 0], default_member_permissions: 32 }),
    );
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ id: body.id, contexts: [0, 1], default_member_permissions: "32" });
    const one = `${path()}/${String(body.id)}`;
    expect((await request(discord, "PATCH", one, { description: "Nueva" })).body).toMatchObject({
      description: "Nueva",
      contexts: [0, 1],
    });
    expect(problemsIn((await request(discord, "PATCH", one, { description: "" })).body)).toEqual([
      "description BASE_TYPE_REQUIRED",
    ]);
    expect((await request(discord, "GET", one)).body.name).toBe("a");
    expect((await request(discord, "DELETE", one)).status).toBe(204);
    expect((await request(discord, "GET", one)).body).toEqual({
      code: 10063,
      message: "Unknown application command",
    });
  });

  it("show translations only where they are asked for", async () => {
    await request(discord, "PUT", path(), [of("a", { name_localizations: { "es-ES": "á" } })]);
    const plain = (await request(discord, "GET", path())).body as unknown as Json[];
    expect(plain[0]).not.toHaveProperty("name_localizations");
    const whole = (await request(discord, "GET", `${path()}?with_localizations=true`))
      .body as unknown as Json[];
    expect(whole[0]?.name_localizations).toEqual({ "es-ES": "á" });
  });

  it("of a guild are apart, and only of guilds the bot is in: 50001", async () => {
    await restart({ guilds: ["77"] });
    const inGuild = (guild: string) => `/applications/${discord.applicationId}/guilds/${guild}/commands`;
    expect((await request(discord, "PUT", inGuild("77"), [of("a")])).body).toMatchObject([
      { guild_id: "77", name: "a" },
    ]);
    expect(discord.commands.global()).toEqual([]);
    expect((await request(discord, "PUT", inGuild("78"), [])).body).toEqual({
      code: 50001,
      message: "Missing Access",
    });
  });

  it("are at most 100 of chat, 15 of each menu: 30032", async () => {
    const chat = Array.from({ length: 100 }, (_, index) => of(`c${index}`));
    expect((await request(discord, "PUT", path(), chat)).status).toBe(200);
    expect((await request(discord, "POST", path(), of("uno-mas"))).body.code).toBe(30032);
    const menus = Array.from({ length: 16 }, (_, index) => ({ type: 3, name: `m${index}` }));
    expect((await request(discord, "PUT", path(), menus)).body.code).toBe(30032);
  });

  it("of another application are refused: 10002; and so is what is no list", async () => {
    expect((await request(discord, "GET", "/applications/1/commands")).body.code).toBe(10002);
    expect(problemsIn((await request(discord, "PUT", path(), {})).body)).toEqual([" LIST_TYPE_CONVERT"]);
    expect(problemsIn((await request(discord, "PUT", path(), [of("A")])).body)).toEqual([
      "0.name APPLICATION_COMMAND_INVALID_NAME",
    ]);
  });
});

describe("limits of requests", () => {
  it("count down in headers, then 429 with how long to wait", async () => {
    await restart({ rateLimits: { limit: 2, windowMs: 200 } });
    const first = await request(discord, "GET", "/users/@me");
    expect(first.headers.get("x-ratelimit-limit")).toBe("2");
    expect(first.headers.get("x-ratelimit-remaining")).toBe("1");
    expect(first.headers.get("x-ratelimit-bucket")).toBeTruthy();
    await request(discord, "GET", "/users/@me");
    const third = await request(discord, "GET", "/users/@me");
    expect(third.status).toBe(429);
    expect(third.body).toMatchObject({ message: "You are being rate limited.", global: false });
    expect(third.body.retry_after).toBeLessThanOrEqual(0.2);
    expect(third.headers.get("retry-after")).toBe("1");
    expect(third.headers.get("x-ratelimit-scope")).toBe("user");
    expect((await request(discord, "GET", "/gateway/bot")).status).toBe(200);
    await expect.poll(async () => (await request(discord, "GET", "/users/@me")).status).toBe(200);
  });

  it("hold over all routes of a bot, not over callbacks", async () => {
    await restart({ rateLimits: { global: 3, limit: 100 } });
    for (let index = 0; index < 3; index += 1) await request(discord, "GET", "/users/@me");
    const { status, body, headers } = await request(discord, "GET", "/gateway/bot");
    expect([status, body.global, headers.get("x-ratelimit-global")]).toEqual([429, true, "true"]);
    expect((await request(discord, "POST", "/interactions/1/x/callback", { type: 4 }, null)).status).toBe(
      404,
    );
  });
});

describe("what is remembered", () => {
  it("is logged with its answer, and only the last requests", async () => {
    await restart({ rateLimits: false, keep: { requests: 3 } });
    for (const name of ["a", "b", "c", "d"]) await request(discord, "GET", `/${name}`);
    await request(discord, "GET", "/users/@me");
    expect(discord.log.list().map(({ path }) => path)).toEqual([
      "/api/v10/c",
      "/api/v10/d",
      "/api/v10/users/@me",
    ]);
    const [own] = discord.log.list({ method: "GET", route: "/users/" });
    expect(own).toMatchObject({
      status: 200,
      route: "/users/@me",
      answer: { id: discord.botId },
      fault: undefined,
    });
    expect(discord.counters.requests).toBe(5);
    discord.reset();
    expect([discord.log.list(), discord.counters.requests]).toEqual([[], 0]);
  });
});
