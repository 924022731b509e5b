/** What somebody makes up and sends in the place of a button: every action refuses it kindly, and nothing of others changes. */
import { expect, it } from "vitest";
import { ask } from "../../../src/chat/ask.js";
import type { Place } from "../../../src/chat/asking.js";
import { act } from "../../../src/chat/run.js";
import { readNight } from "../../../src/nights/nights.js";
import { asking } from "../../support/fakes.js";
import { nightBot } from "../../support/night-bot.js";

const HERE: Place = { platform: "fake", server: "10", chat: "100" };
const ELSEWHERE: Place = { platform: "fake", server: "20", chat: "200" };
const at = (place: Place, id: string, moderates = false, key?: string) =>
  asking("es", { place, asker: { id, moderates }, now: new Date(), ...(key === undefined ? {} : { key }) });

const ODD = [
  "",
  " ",
  "x".repeat(5_000),
  "-1",
  "0",
  "1.5",
  "1e9",
  "99999999999999999999",
  "NaN",
  "null",
  "\u0000",
  "__proto__",
];

it("is refused kindly whatever it says, by every action there is", async () => {
  const { bot, store, logged } = await nightBot();
  const opened = async (place: Place, line: string) =>
    (await ask(bot, line, at(place, "fake:1"))).result as { id: string };
  const other = await opened(ELSEWHERE, "/noche abrir Ajena cierra=2h");
  await ask(bot, "/noche proponer Volver", at(ELSEWHERE, "fake:1"));
  const before = await store().privacy.ofCommunity("fake:20");
  const ids = [other.id, "a".repeat(20), "../../x", ...ODD];
  for (const action of bot.program.actions) {
    const names = [
      "n",
      "f",
      "film",
      "d",
      "a",
      "v",
      "p",
      "s",
      "m",
      "t",
      "g",
      "w",
      "nota",
      "of",
      "at",
      "to",
      "change",
      "page",
      "leave",
      "language",
    ];
    const states: Record<string, string>[] = [
      {},
      { si: "2" },
      ...ids.map((n) => ({ n, f: "862", d: "close", a: "yes", v: "more", t: "1" })),
      ...names.flatMap((name) => ODD.map((value) => ({ n: other.id, f: "862", [name]: value }))),
    ];
    for (const state of states) {
      const { error, answer } = await act(bot, action, state, at(HERE, "fake:66"));
      expect(error?.code, `${action.name} ${JSON.stringify(state).slice(0, 80)}`).not.toBe("internal");
      expect(JSON.stringify(answer)).not.toContain("Ajena");
    }
  }
  expect(await store().privacy.ofCommunity("fake:20")).toEqual(before);
  expect(logged).toEqual([]);
});

it("does nothing twice, nothing in a night that is over, and proposes no film that there is not", async () => {
  const { bot, store, logged } = await nightBot();
  const { id } = (await ask(bot, "/noche abrir Mía cierra=2h", at(HERE, "fake:1"))).result as { id: string };
  await ask(bot, "/noche proponer Volver", at(HERE, "fake:1"));
  const night = async () => (await readNight(store(), id))?.night;
  const [film = 0] = (await night())?.proposals.keys() ?? [];
  const does = async (name: string, state: Record<string, string | number>, key?: string, who = "fake:2") => {
    const action = bot.program.actions.find((one) => one.name === name);
    if (!action) throw new Error(`no ${name}`);
    return act(bot, action, { n: id, ...state }, at(HERE, who, false, key));
  };
  // A press that is delivered three times is one.
  for (let times = 0; times < 3; times++) await does("nv", { f: film }, "press/1");
  expect((await night())?.ballots.size).toBe(1);
  const made = await does("np", { f: 987_654_321 });
  expect(JSON.stringify(made.answer)).toContain("Esa película no está en el catálogo");
  expect((await does("nv", { f: 987_654_321 })).status).toBe("error");
  expect((await night())?.proposals.size).toBe(1);
  await does("nl", { d: "close" }, "close/1", "fake:1");
  // Named, it is there to be seen beside those that are open.
  await ask(bot, "/noche abrir Otra cierra=2h", at(HERE, "fake:3"));
  const named = await ask(bot, "/noche ver Mía", at(HERE, "fake:3"));
  expect(JSON.stringify(named.answer)).toMatch(/Ganó Volver/u);
  const closed = (await store().nights.events(id, 0)).length;
  for (const [name, state] of [
    ["nv", { f: film }],
    ["nm", { d: "retract" }],
    ["nx", { f: film }],
    ["nd", { f: film }],
    ["nb", { f: film }],
    ["np", { f: 862 }],
    ["nl", { d: "day" }],
    ["nl", { d: "close" }],
    ["nl", { d: "skip" }],
    ["nh", { t: 99_999_999 }],
    ["nc", {}],
  ] as const) {
    const { status, error } = await does(name, state);
    expect([name, status, error?.code ?? ""]).not.toContain("internal");
  }
  expect((await store().nights.events(id, 0)).length).toBe(closed);
  expect(logged).toEqual([]);
});

it("opens no more nights in a place than anybody could wish for", async () => {
  const { bot } = await nightBot();
  const opens = (at_: number) => ask(bot, `/noche abrir Noche ${at_} cierra=2h`, at(HERE, `fake:${at_}`));
  for (let count = 1; count <= 20; count++) expect((await opens(count)).status).toBe("ok");
  const { status, answer } = await opens(21);
  expect(status).toBe("error");
  expect(JSON.stringify(answer)).toContain("hay ya 20 noches abiertas");
});
