/** `/refrescar` is for those who run the bot, `/datos` tells everybody how the data stands. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { operatorCommands } from "../../../commands/index.js";
import { Desk as DiscordDesk } from "../../../src/adapters/discord/interaction/responder.js";
import { commandPayloads } from "../../../src/adapters/discord/registration/command-payloads.js";
import { registered } from "../../../src/adapters/discord/registration/registered.js";
import { Desk as TelegramDesk } from "../../../src/adapters/telegram/updates/responder.js";
import type { Services } from "../../../src/chat/context.js";
import { ask } from "../../../src/chat/dispatch.js";
import { complete } from "../../../src/chat/line/complete.js";
import { parseLocale, SPANISH } from "../../../src/chat/locale.js";
import type { RefreshReport, RefreshStatus } from "../../../src/refresh/port.js";
import { ChildRefresher } from "../../../src/refresh/refresher.js";
import { EMPTY_STATE, statusOf } from "../../../src/refresh/state.js";
import { hostOf } from "../../support/http-host.js";
import { starter } from "../../support/starter-index.js";

// Each refresh builds in processes of its own: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const OWNER = "123456789012345678";
const report: RefreshReport = {
  outcome: "published",
  version: "2026-11-20-abc",
  films: 45_647,
  difference: { added: 214, removed: 3 },
  failures: [],
};

let services: Services;
let answer: RefreshReport | undefined = report;
let asked = 0;
const log = { warn: () => {}, error: () => {} };

beforeAll(() => {
  services = {
    ...starter.services,
    operators: {
      ids: new Set([`discord:${OWNER}`, "telegram:77"]),
      commands: operatorCommands,
      refresher: {
        progress: { es: "TMDB: 250 de 5.000 películas", en: "TMDB: 250 of 5,000 films" },
        run: () => {
          asked++;
          return answer === undefined ? new Promise(() => {}) : Promise.resolve(answer);
        },
      },
    },
  };
});

function said(line: string, asker?: string, tag = "es") {
  return ask(services, line, { locale: parseLocale(tag), now: new Date(), log, asker });
}

describe("/refrescar", () => {
  it("refreshes for an operator, and reports", async () => {
    const { status, answer: told } = await said("/refrescar", "telegram:77");
    expect(status).toBe("ok");
    expect(told.title).toBe(
      "Datos renovados · 45.647 películas · +214 películas, 3 retiradas · 2026-11-20-abc",
    );
  });

  it("says how far it has come where it takes long", async () => {
    answer = undefined;
    const { answer: told } = await said("/refrescar", "telegram:77");
    expect(told.text).toContain("TMDB: 250 de 5.000 películas");
    answer = {
      ...report,
      outcome: "refused",
      failures: ["It has 3 films", "It takes 9 MB"].map((en) => ({
        at: "2026-11-20T00:00:00Z",
        source: null,
        kind: "rejected",
        id: "3f2a91bc",
        es: "…",
        en,
      })),
    };
    // What kind of thing went wrong, once; the messages are in the log.
    expect((await said("/refrescar", "telegram:77", "en")).answer).toMatchObject({
      title: expect.stringMatching(/^The new version is no good/u),
      list: ["new version rejected (code 3f2a91bc)"],
    });
    answer = report;
  });

  it.each([undefined, "telegram:78", `telegram:${OWNER}`, "discord:77", "terminal"])(
    "is politely refused to %s",
    async (asker) => {
      const before = asked;
      const { status, answer: told } = await said("/refrescar", asker);
      expect([status, told.text]).toEqual(["error", expect.stringContaining("quien lleva el bot")]);
      expect((await said("/refrescar", asker, "en")).answer.text).toContain("those who run the bot");
      expect(asked).toBe(before);
    },
  );

  it("is offered to nobody", async () => {
    expect(complete(services, "/ref", SPANISH)).toEqual([]);
    const { answer: help } = await said("/ayuda", "telegram:77");
    expect(JSON.stringify(help)).not.toContain("refrescar");
    expect(JSON.stringify((await said("/refresca")).answer)).not.toContain("/refrescar");
    const host = await hostOf(services);
    expect((await host.get("/api/refrescar")).status).toBe(404);
    expect((await host.get("/api/about")).text).not.toContain("refrescar");
    expect((await host.get("/api/ask?q=/refrescar")).body.answer.text).toContain("quien lleva el bot");
  });

  it("is not even known where there are no operators", async () => {
    const { answer: told } = await ask({ ...services, operators: undefined }, "/refrescar", {
      locale: SPANISH,
      now: new Date(),
      log,
      asker: "telegram:77",
    });
    expect(told.text).not.toContain("quien lleva");
  });

  it("is asked on Discord by who Discord says they are", async () => {
    const desk = new DiscordDesk({ services: () => services, locale: SPANISH, log, now: () => new Date() });
    const interaction = (user: string) => ({
      id: "1",
      type: 2,
      token: "token",
      application_id: "2",
      user: { id: user },
      locale: "es-ES",
      data: { id: "3", name: "refrescar", type: 1 },
    });
    const told = async (user: string) => JSON.stringify(await desk.react(interaction(user)));
    expect(await told(OWNER)).toContain("Datos renovados");
    expect(await told("223456789012345678")).toContain("quien lleva el bot");
    const { commands, hidden } = registered(services);
    const [own] = commandPayloads(commands, "global", hidden).filter(({ name }) => name === "refrescar");
    expect(own).toMatchObject({ contexts: [0], default_member_permissions: expect.stringMatching(/^\d+$/u) });
    const others = {
      ...services,
      operators: { ...services.operators, ids: new Set(["telegram:77"]) },
    } as Services;
    expect(registered(others).commands.some(({ name }) => name === "refrescar")).toBe(false);
  });

  it("is asked on Telegram by who Telegram says they are", async () => {
    const desk = new TelegramDesk({ services: () => services, log, now: () => new Date() });
    const told = async (id?: number) =>
      JSON.stringify(await desk.say({ kind: "line", line: "/refrescar" }, SPANISH, id));
    expect(await told(77)).toContain("Datos renovados");
    expect(await told(78)).toContain("quien lleva el bot");
    expect(await told(0)).toContain("quien lleva el bot");
    expect(await told()).toContain("quien lleva el bot");
  });
});

describe("/datos and the metrics", () => {
  const status: RefreshStatus = statusOf({
    ...EMPTY_STATE,
    lastRun: "2026-11-20T08:30:00.000Z",
    lastSuccess: "2026-11-19T08:31:00.000Z",
    lastFailure: {
      at: "2026-11-20T08:30:05.000Z",
      source: "folder:/srv/data/films",
      kind: "unreachable",
      id: "3f2a91bc",
      es: "No se puede leer la carpeta /srv/data/films (ENOENT)",
      en: "The folder /srv/data/films cannot be read (ENOENT)",
    },
    sources: {
      tmdb: {
        lastRun: null,
        lastSuccess: "2026-11-20T08:30:00.000Z",
        asOf: "2026-11-19",
        count: 12_345,
        mark: "1",
      },
    },
    runs: { published: 3, refused: 1 },
  });
  const told = () => ({
    ...services,
    refresh: {
      ...status,
      published: { version: starter.version, at: "2026-11-19T08:31:00.000Z", added: 214, removed: 3 },
    },
  });

  it("tell the sources, the difference to the version before and of what kind the last failure was", async () => {
    const { answer: words, result } = await ask(told(), "/datos", { locale: SPANISH, now: new Date(), log });
    expect(words.fields).toEqual(
      expect.arrayContaining([
        { name: "Última renovación", value: "19 de noviembre de 2026, 08:31 UTC" },
        { name: "Respecto a la versión anterior", value: "+214 películas, 3 retiradas" },
        {
          name: "Último fallo",
          value: "20 de noviembre de 2026, 08:30 UTC · folder:films: sin respuesta (código 3f2a91bc)",
        },
      ]),
    );
    expect(words.list?.[0]).toBe("tmdb · 12.345 entradas · al 19 de noviembre de 2026");
    expect(result).toMatchObject({ filmCount: expect.any(Number), difference: { added: 214, removed: 3 } });
    expect(result).toMatchObject({
      refresh: {
        lastFailure: {
          at: "2026-11-20T08:30:05.000Z",
          source: "folder:films",
          kind: "unreachable",
          id: "3f2a91bc",
        },
      },
    });
    // Neither where folders lie nor what a source said.
    expect(JSON.stringify({ words, result })).not.toMatch(/srv|ENOENT/u);
  });

  it("say nothing of a difference that is another version's", async () => {
    const other = {
      ...told(),
      refresh: { ...told().refresh, published: { version: "x", at: "", added: 1, removed: 1 } },
    };
    const { result } = await ask(other, "/datos", { locale: SPANISH, now: new Date(), log });
    expect(result).toMatchObject({ difference: null });
  });

  it("change over HTTP when a run ends, though the version stays", async () => {
    let current: Services = told();
    const host = await hostOf(services, { services: () => current });
    const before = await host.get("/api/datos");
    expect(before.text).toContain("3f2a91bc");
    current = { ...current, refresh: { ...current.refresh, lastFailure: null } as RefreshStatus };
    const after = await host.get("/api/datos");
    expect(after.text).not.toContain("3f2a91bc");
    expect(after.headers.etag).not.toBe(before.headers.etag);
  });

  it("stand in /metrics", async () => {
    const host = await hostOf(told());
    const { text } = await host.get("/metrics");
    expect(text).toContain("claqueta_refresh_failing 1");
    expect(text).toContain('claqueta_refresh_failure_info{source="folder:films",reason="unreachable"} 1');
    expect(text).toContain("claqueta_refresh_films_added 214");
    expect(text).toContain('claqueta_refresh_runs{outcome="refused"} 1');
    expect(text).toContain(
      `claqueta_refresh_last_success_timestamp_seconds ${Date.parse("2026-11-19T08:31:00.000Z") / 1000}`,
    );
    expect(text).toContain('claqueta_refresh_source_success_timestamp_seconds{source="tmdb"}');
  });
});

describe("a refresh on somebody's behalf", () => {
  const folder = mkdtempSync(join(tmpdir(), "claqueta-refresher-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const program = (text: string) => {
    const path = join(folder, `${Math.random()}.mjs`);
    writeFileSync(path, text);
    return path;
  };

  it("is one at a time, in a process of its own, of lower priority, and tells how far it is", async () => {
    const ended: RefreshReport[] = [];
    const refresher = new ChildRefresher({
      program: program(`
        import { getPriority } from "node:os";
        process.send({ progress: { es: "a medias", en: String(getPriority() >= 0) } });
        process.once("message", () => {
          process.send({ report: { ...${JSON.stringify(report)}, version: String(process.argv.slice(2)) } });
          process.disconnect();
        });
        setTimeout(() => process.emit("message"), 1500);
      `),
      onEnd: (one) => ended.push(one),
    });
    void refresher.run();
    while (refresher.progress === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(refresher.progress?.es).toBe("a medias");
    const [first, second] = await Promise.all([refresher.run(), refresher.run(new Date(0))]);
    expect(first).toEqual(second);
    expect(ended).toHaveLength(1);
    expect(refresher.progress).toBeUndefined();
    expect((await refresher.run(new Date(0))).version).toBe("--due,1970-01-01T00:00:00.000Z");
  });

  it("that ends without a word has failed", async () => {
    const refresher = new ChildRefresher({ program: program('console.error("no memory"); process.exit(9)') });
    expect(await refresher.run()).toMatchObject({
      outcome: "failed",
      failures: [{ kind: "interrupted", en: "Refreshing broke off: no memory" }],
    });
  });

  it("ends when the program does", async () => {
    const refresher = new ChildRefresher({ program: program("setInterval(() => {}, 1000)") });
    const run = refresher.run();
    setTimeout(() => refresher.stop(), 100);
    expect((await run).outcome).toBe("failed");
  });
});
