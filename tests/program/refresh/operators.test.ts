/** `/refrescar` is for those who run the bot, `/datos` tells everybody how the data stands. */
import { describe, expect, it } from "vitest";
import { createProgram } from "../../../src/app/bot/program.js";
import { ask } from "../../../src/chat/ask.js";
import { complete } from "../../../src/chat/line/complete.js";
import { SPANISH } from "../../../src/chat/locale.js";
import type { RefreshReport, RefreshStatus } from "../../../src/refresh/port.js";
import { EMPTY_STATE, statusOf } from "../../../src/refresh/run/state.js";
import { answerText, listText } from "../../support/answer-text.js";
import { asking, memoryPorts, type TestBot } from "../../support/fakes.js";
import { hostOf } from "../../support/http-host.js";
import { starter } from "../../support/starter-index.js";

const OWNER = "123456789012345678";

const report: RefreshReport = {
  outcome: "published",
  version: "2026-11-20-abc",
  films: 45_647,
  difference: { added: 214, removed: 3 },
  failures: [],
};

const status: RefreshStatus = {
  ...statusOf({
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
  }),
};

interface Runs {
  /** How many were asked for. */
  count: number;
}

/** The starter's bot with an operator on Discord and one on Telegram. `ended` undefined: a run that goes on. */
function botWith(ended: RefreshReport | undefined, told: () => RefreshStatus = () => status) {
  const runs: Runs = { count: 0 };
  const refresher = {
    progress: { es: "TMDB: 250 de 5.000 películas", en: "TMDB: 250 of 5,000 films" },
    run() {
      runs.count++;
      return ended === undefined ? new Promise<RefreshReport>(() => {}) : Promise.resolve(ended);
    },
  };
  const bot: TestBot = {
    edition: starter.edition,
    program: createProgram({ minimumVotes: 2000, operators: [`discord:${OWNER}`, "telegram:77"] }),
    ports: { ...memoryPorts(), refresh: { status: told, refresher } },
  };
  return { bot, runs };
}

const says = (bot: TestBot, line: string, asker?: string, tag = "es") =>
  ask(bot, line, asking(tag, asker === undefined ? {} : { asker: { id: asker, moderates: true } }));

describe("/refrescar", () => {
  it("refreshes for an operator, and reports", async () => {
    const { bot, runs } = botWith(report);
    const outcome = await says(bot, "/refrescar", "telegram:77");
    expect(outcome.status).toBe("ok");
    expect(answerText(outcome.answer)).toContain("Datos renovados");
    expect(answerText(outcome.answer)).toContain("+214 películas, 3 retiradas");
    expect(runs.count).toBe(1);
  });

  it("says how far it has come where it takes long", async () => {
    const { bot } = botWith(undefined);
    const { answer } = await says(bot, "/refrescar", `discord:${OWNER}`);
    expect(answerText(answer)).toContain("TMDB: 250 de 5.000 películas");
  });

  it("tells of what kind a failure was and where the log has it, and nothing that a source said", async () => {
    const { bot } = botWith({
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
    });
    const { answer } = await says(bot, "/refrescar", "telegram:77", "en");
    expect(answer.title).toMatch(/^The new version is no good/u);
    expect(listText(answer)).toEqual(["new version rejected (code 3f2a91bc)"]);
  });

  it.each([undefined, "telegram:78", `telegram:${OWNER}`, "discord:77", "terminal"])(
    "is politely refused to %s",
    async (asker) => {
      const { bot, runs } = botWith(report);
      const { status: ended, answer } = await says(bot, "/refrescar", asker);
      expect([ended, answerText(answer)]).toEqual(["error", expect.stringContaining("quien lleva el bot")]);
      const english = await says(bot, "/refrescar", asker, "en");
      expect(answerText(english.answer)).toContain("those who run the bot");
      expect(runs.count).toBe(0);
    },
  );

  it("is offered to nobody", async () => {
    const { bot } = botWith(report);
    expect(complete(bot, "/ref", SPANISH)).toEqual([]);
    const { answer: help } = await says(bot, "/ayuda", "telegram:77");
    expect(answerText(help)).not.toContain("refrescar");
    expect(answerText((await says(bot, "/refresca")).answer)).not.toContain("/refrescar");
    const host = await hostOf(bot);
    expect((await host.get("/api/refrescar")).status).toBe(404);
    expect((await host.get("/api/about")).text).not.toContain("refrescar");
  });

  it("is not even known where there are no operators", async () => {
    const { bot } = botWith(report);
    const alone = { ...bot, program: createProgram({ minimumVotes: 2000 }) };
    const { answer } = await says(alone, "/refrescar", "telegram:77");
    expect(answerText(answer)).not.toContain("quien lleva");
  });
});

describe("/datos", () => {
  const published = { version: starter.version, at: "2026-11-19T08:31:00.000Z", added: 214, removed: 3 };

  it("tells the sources, the difference to the version before and of what kind the last failure was", async () => {
    const { bot } = botWith(report, () => ({ ...status, published }));
    const { answer, result } = await says(bot, "/datos");
    expect(answer.fields).toEqual(
      expect.arrayContaining([
        { name: "Última renovación", value: "19 de noviembre de 2026, 08:31 UTC" },
        { name: "Respecto a la versión anterior", value: "+214 películas, 3 retiradas" },
        {
          name: "Último fallo",
          value: "20 de noviembre de 2026, 08:30 UTC · folder:films: sin respuesta (código 3f2a91bc)",
        },
      ]),
    );
    expect(listText(answer)[0]).toBe("tmdb · 12.345 entradas · al 19 de noviembre de 2026");
    expect(result).toMatchObject({
      filmCount: starter.catalog.films.rowCount,
      difference: { added: 214, removed: 3 },
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
    expect(JSON.stringify({ answer, result })).not.toMatch(/srv|ENOENT/u);
  });

  it("says nothing of a difference that is another version's", async () => {
    const { bot } = botWith(report, () => ({ ...status, published: { ...published, version: "x" } }));
    expect((await says(bot, "/datos")).result).toMatchObject({ difference: null });
  });

  it("changes over HTTP when a run ends, though the version stays", async () => {
    let current = status;
    const host = await hostOf(botWith(report, () => current).bot);
    const before = await host.get("/api/datos");
    expect(before.text).toContain("3f2a91bc");
    current = { ...status, lastFailure: null };
    const after = await host.get("/api/datos");
    expect(after.text).not.toContain("3f2a91bc");
  });
});
