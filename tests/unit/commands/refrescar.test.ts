/** `/refrescar` with a refresher that does as it is told. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { commands, operatorCommands } from "../../../commands/index.js";
import { ask } from "../../../src/chat/ask.js";
import { complete } from "../../../src/chat/line/complete.js";
import { SPANISH } from "../../../src/chat/locale.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import type { RefreshReport } from "../../../src/refresh/port.js";
import { EMPTY_STATE, statusOf } from "../../../src/refresh/run/state.js";
import { answerText } from "../../support/answer-text.js";
import { asking, createBot, OPERATOR, SOMEBODY, type TestBot } from "../../support/fakes.js";

const report: RefreshReport = {
  outcome: "published",
  version: "2026-11-20-abc",
  films: 45_647,
  difference: { added: 214, removed: 3 },
  failures: [],
};

class FakeRefresher {
  runs = 0;
  progress = { es: "TMDB: 250 de 5.000 películas", en: "TMDB: 250 of 5,000 films" };
  end: (report: RefreshReport) => void = () => {};
  readonly #ended = new Promise<RefreshReport>((resolve) => {
    this.end = resolve;
  });

  run(): Promise<RefreshReport> {
    this.runs++;
    return this.#ended;
  }
}

let refresher: FakeRefresher;
let bot: TestBot;

beforeEach(() => {
  vi.useFakeTimers();
  refresher = new FakeRefresher();
  bot = createBot({
    program: { commands, operatorCommands },
    ports: { refresh: { status: () => statusOf(EMPTY_STATE), refresher } },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const refresh = (tag = "es", asker = OPERATOR): Promise<Outcome> =>
  ask(bot, "/refrescar", asking(tag, { asker }));

describe("/refrescar", () => {
  it("tells at once what came of it, where it ends soon", async () => {
    refresher.end(report);
    const outcome = await refresh();
    expect(outcome).toMatchObject({
      status: "ok",
      result: { outcome: "published", version: "2026-11-20-abc" },
      answer: {
        kind: "figure",
        title: "Datos renovados",
        fields: [
          { name: "Hay", value: "45.647 películas" },
          { name: "Respecto a la versión anterior", value: "+214 películas, 3 retiradas" },
          { name: "Versión", value: "2026-11-20-abc" },
        ],
      },
      cacheable: false,
    });
    expect(outcome).not.toHaveProperty("later");
    // No timer of the patience is left behind.
    expect(vi.getTimerCount()).toBe(0);
  });

  it("says how far it has come where it takes longer, and the end when it comes", async () => {
    const asked = refresh();
    await vi.advanceTimersByTimeAsync(2_000);
    const first = await asked;
    expect(first).toMatchObject({ status: "ok", result: { outcome: null, version: null } });
    expect(answerText(first.answer)).toBe(
      "Renovando los datos…\nTMDB: 250 de 5.000 películas\n\n" +
        "Pregunta otra vez /refrescar para ver cómo va; /datos dirá qué cambió.",
    );
    const later = first.later?.();
    refresher.end({ ...report, outcome: "unchanged", version: null, films: null, difference: null });
    expect(await later).toMatchObject({
      command: "refrescar",
      status: "ok",
      result: { outcome: "unchanged", version: null },
      answer: { title: "No hay nada nuevo" },
    });
    // Waiting for the end begins no other run, even where it had come before somebody waited.
    expect(await first.later?.()).toMatchObject({ result: { outcome: "unchanged" } });
    expect(refresher.runs).toBe(1);
  });

  it("tells what kinds of things went wrong, each once, and no message of a source", async () => {
    const failure = { at: "2026-11-20T00:00:00Z", source: null, kind: "rejected", id: "3f2a91bc" } as const;
    const failures = ["It has 3 films in /srv", "It takes 9 MB"].map((en) => ({ ...failure, es: "…", en }));
    refresher.end({ ...report, outcome: "refused", failures });
    const { answer } = await refresh("en");
    expect(answer).toMatchObject({
      title: expect.stringMatching(/^The new version is no good/u),
      list: { lines: [{ head: "new version rejected (code 3f2a91bc)" }] },
    });
    expect(answerText(answer)).not.toContain("/srv");
  });

  it("is politely refused to everybody else, and begins nothing", async () => {
    for (const asker of [SOMEBODY, { id: "terminal", moderates: true }]) {
      const { error, answer } = await refresh("es", asker);
      expect(error).toEqual({ code: "not_allowed" });
      expect(answerText(answer)).toContain("quien lleva el bot");
    }
    expect((await ask(bot, "/refrescar", asking())).error).toEqual({ code: "not_allowed" });
    expect(refresher.runs).toBe(0);
  });

  it("is refused where one may only read", async () => {
    const { error } = await ask(bot, "/refrescar", asking("es", { asker: OPERATOR, effect: "read" }));
    expect(error).toEqual({ code: "read_only" });
    expect(refresher.runs).toBe(0);
  });

  it("is offered to nobody", async () => {
    expect(complete(bot, "/ref", SPANISH)).toEqual([]);
    const help = await ask(bot, "/ayuda", asking("es", { asker: OPERATOR }));
    expect(JSON.stringify(help.answer)).not.toContain("refrescar");
    expect(JSON.stringify((await ask(bot, "/refresca", asking())).answer)).not.toContain("/refrescar");
  });

  it("says so where nobody brings data up to date", async () => {
    bot = createBot({ program: { commands, operatorCommands } });
    const { error, answer } = await refresh();
    expect(error).toEqual({ code: "unavailable" });
    expect(answerText(answer)).toBe("Aquí no se renuevan los datos.");
  });
});
