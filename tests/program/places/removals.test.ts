/** Servers of Discord that removed the bot: known from complete lists alone, purged after 30 days, kept if it is back. */
import { describe, expect, it, onTestFinished } from "vitest";
import { lookForServers } from "../../../src/app/jobs/servers.js";
import { DAILY, dailyJob, dailyWork } from "../../../src/schedule/daily.js";
import { Runner } from "../../../src/schedule/runner.js";
import type { Store } from "../../../src/store/port.js";
import { running } from "../../support/discord-running.js";
import { createBot } from "../../support/fakes.js";
import { Clock, HOUR, lastingFile } from "../../support/nights.js";

const DAY = 24 * HOUR;

async function servers(ids: readonly string[]) {
  const [file, clock] = [lastingFile(), new Clock()];
  const store = await file.open();
  const { discord, surface, stop } = await running({ bot: createBot({}), standIn: { guilds: ids } });
  onTestFinished(stop);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const look = (kept: Store, now: Date) => lookForServers([surface], kept, { now, log });
  const handlers = new Map([[DAILY, dailyWork(() => look(store, clock.now()))]]);
  const runner = new Runner({ store: async () => store, handlers, log, now: clock.now });
  for (const id of ids) {
    const community = `discord:${id}`;
    await store.people.tookPart({ person: "discord:7", community, server: true }, clock.now());
  }
  await store.jobs.schedule([dailyJob(clock.now())]);
  return {
    clock,
    store,
    discord,
    /** Every day until then is as the program spends it. */
    async pass(days: number) {
      for (let day = 0; day < days; day++) {
        clock.pass(DAY);
        await runner.round();
      }
    },
    known: () => store.communities.known(),
  };
}

describe("a server that removed the bot", () => {
  it("is purged 30 days after two lists lacked it, and none of the others is", async () => {
    const ids = Array.from({ length: 250 }, (_, at) => String(1_000 + at));
    const { discord, store, pass, known, clock } = await servers(ids);
    // A chat without a server is listed nowhere.
    await store.people.tookPart({ person: "discord:7", community: "discord:5", direct: true }, clock.now());
    await store.people.tookPart({ person: "discord:7", community: "discord:6" }, clock.now());
    await pass(2);
    discord.guilds.delete("1007");
    await pass(31);
    expect(await known()).toHaveLength(252);
    await pass(2);
    expect(await known()).toHaveLength(251);
    expect(await known()).not.toContain("discord:1007");
    expect(discord.log.list({ route: "/users/@me/guilds" }).every(({ status }) => status === 200)).toBe(true);
  });

  it("is kept where the bot comes back before that", async () => {
    const { discord, pass, known } = await servers(["1001", "1002"]);
    discord.guilds.delete("1001");
    await pass(30);
    discord.guilds.add("1001");
    await pass(40);
    expect(await known()).toEqual(["discord:1001", "discord:1002"]);
    discord.guilds.delete("1001");
    await pass(20);
    expect(await known()).toContain("discord:1001");
    await pass(13);
    expect(await known()).toEqual(["discord:1002"]);
  });

  it.each([
    ["a token that is refused", { kind: "error", status: 401 }],
    ["a proxy that lets nothing through", { kind: "html", status: 403 }],
  ] as const)("is not taken for gone by %s", async (_, fault) => {
    const { discord, store, pass, known, clock } = await servers(["1001", "1002"]);
    await pass(1);
    discord.guilds.delete("1001");
    await pass(3);
    expect(await store.communities.removedBefore(new Date("2100-01-01"))).toEqual(["discord:1001"]);
    discord.faults.add({ ...fault, route: "/users/@me/guilds", times: 100 });
    clock.pass(60 * DAY);
    await pass(1);
    // Whether it is still gone nobody knows: nothing is purged until that is certain.
    expect(await known()).toHaveLength(2);
    discord.faults.clear();
    await pass(1);
    expect(await known()).toEqual(["discord:1002"]);
  });

  it("is not taken for gone by an empty list, or a page that lacks a part", async () => {
    const { discord, store, pass, known } = await servers(["1001", "1002"]);
    await pass(1);
    discord.guilds.clear();
    await pass(70);
    expect(await known()).toHaveLength(2);
    expect(await store.communities.removedBefore(new Date("2100-01-01"))).toEqual([]);
  });
});
