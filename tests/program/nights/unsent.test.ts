/** What a night cannot say where it is: nothing is lost or tried for ever, and who leads is told once what to do. */
import { afterEach, describe, expect, it } from "vitest";
import type { Message as DiscordMessage } from "../../../src/adapters/discord/protocol.js";
import { createProgram } from "../../../src/app/bot/program.js";
import { movedGroups, moveGroup } from "../../../src/app/store/moved-groups.js";
import { ask } from "../../../src/chat/ask.js";
import { openNights } from "../../../src/nights/lists.js";
import { handle, readNight } from "../../../src/nights/nights.js";
import { StoreUnavailable } from "../../../src/store/errors.js";
import { StoredPlaceSettings } from "../../../src/surface/stored/place-settings.js";
import type { Person as Member } from "../../../standins/discord/index.js";
import {
  answerTo,
  buttonsOf,
  group,
  messagesIn,
  migrate,
  now,
  Person,
  type Place,
  readable,
  until as telegramUntil,
} from "../../../standins/telegram/index.js";
import { shown } from "../../support/discord-payloads.js";
import { type Running, running } from "../../support/discord-running.js";
import { allRounds, type NightBot, nightBot } from "../../support/night-bot.js";
import { HOUR } from "../../support/nights.js";
import { runTelegram } from "../../support/telegram-running.js";

/** Closed by the clock, with a vote, four hours from now; everything that is due then is done. */
async function closedByClock(night: NightBot, community: string, surface: Parameters<NightBot["runner"]>[0]) {
  const [open] = await openNights(night.store(), community);
  if (!open) throw new Error("no night is open");
  const [film] = (await readNight(night.store(), open.id))?.night.proposals.keys() ?? [];
  await handle(
    night.store(),
    open.id,
    { kind: "vote", ballot: { kind: "approval", films: [film ?? 0] } },
    { now: new Date(), actor: { person: "fake:voter", moderates: false } },
  );
  let later = 5 * HOUR;
  const runner = await night.runner(surface, () => later);
  await allRounds([runner]);
  // What shows it is drawn anew a few seconds after.
  later += 10_000;
  await allRounds([runner]);
  return open.id;
}

const pendingOf = async (night: NightBot, id: string) =>
  (await night.store().jobs.pending({ night: id })).map(({ kind }) => kind);

describe("on Discord", () => {
  const [GUILD, CHANNEL, ELSEWHERE] = ["77", "7700", "7701"];
  const LEADER: Member = { id: "80351110224678001" };
  const MEMBER: Member = { id: "80351110224678002" };

  let run: Running;
  afterEach(() => run.stop());

  it.each([
    ["gone", "ya no se puede escribir"],
    ["forbidden", "no me dejaron escribir"],
    ["archived", "no me dejaron escribir"],
  ] as const)("a channel that is %s", async (why, words) => {
    const night = await nightBot();
    run = await running({ bot: night.bot });
    const says = async (command: string, user: Member, channel: string, options = {}) => {
      const result = await (
        await run.discord.slash({ command, options, user, guild: GUILD, channel })
      ).settled();
      return shown(result.message as unknown as DiscordMessage);
    };
    await says("noche abrir", LEADER, CHANNEL, { nombre: "Noche de brujas", cierra: "4h" });
    await says("noche proponer", LEADER, CHANNEL, { titulo: "Volver" });
    run.discord.channels.close(CHANNEL, why);
    const id = await closedByClock(night, `discord:${GUILD}`, run.surface);
    // Nothing is tried for ever, and the result is there wherever somebody asks.
    // What shows it in a thread is drawn anew a few times more: a message there would bring the thread back.
    const left = why === "archived" ? ["night-redraw"] : [];
    expect(await pendingOf(night, id)).toEqual(left);
    expect(run.discord.channels.sent(CHANNEL)).toEqual([]);
    const member = await says("noche ver", MEMBER, ELSEWHERE);
    expect(member).toContain("Ganó Volver");
    expect(member).not.toContain("⚠️");
    const leader = await says("noche ver", LEADER, ELSEWHERE);
    expect(leader).toContain("Ganó Volver");
    expect(leader).toContain(words);
    await expect.poll(() => says("noche ver", LEADER, ELSEWHERE)).not.toContain("⚠️");
  });

  it("goes on where somebody asked to see it last", async () => {
    const night = await nightBot();
    run = await running({ bot: night.bot });
    const slash = async (command: string, channel: string, options = {}) =>
      (await run.discord.slash({ command, options, user: LEADER, guild: GUILD, channel })).settled();
    await slash("noche abrir", CHANNEL, { nombre: "Noche de brujas", cierra: "4h" });
    await slash("noche proponer", CHANNEL, { titulo: "Volver" });
    await slash("noche ver", ELSEWHERE);
    const [open] = await openNights(night.store(), `discord:${GUILD}`);
    await expect.poll(async () => (await night.store().nights.posts(open?.id ?? "")).length).toBe(2);
    run.discord.channels.close(CHANNEL, "gone");
    await closedByClock(night, `discord:${GUILD}`, run.surface);
    const [posted, ...others] = run.discord.channels.sent(ELSEWHERE);
    expect(others).toEqual([]);
    expect(shown(posted as unknown as DiscordMessage)).toContain("Ganó Volver");
  });
});

describe("on Telegram", () => {
  async function started(kind: "group" | "supergroup" = "supergroup") {
    const night = await nightBot();
    const places = new StoredPlaceSettings(async () => night.store().settings, {
      operators: createProgram({ minimumVotes: 2000 }).settings,
      patience: 10_000,
    });
    let isAway = false;
    const opened = async () => {
      if (isAway) throw new StoreUnavailable("away");
      return night.store();
    };
    const { log } = night.bot.ports;
    const groupMoved = movedGroups({ opened, isInUse: () => true, places, log, now: () => new Date() });
    const bot = { ...night.bot, ports: { ...night.bot.ports, places, groupMoved } };
    const telegram = await runTelegram(bot);
    const { standIn } = telegram;
    const place = group(standIn, { type: kind, ...(kind === "supergroup" ? { is_forum: true } : {}) });
    const ana = new Person(standIn);
    standIn.world.find(place.chat.id)?.administrators.push(ana.user);
    const says = async (text: string, where: Place, who = ana) => {
      const answer = await answerTo(standIn, who.says(text, where));
      return readable(answer);
    };
    return {
      night,
      standIn,
      surface: telegram.surface,
      place,
      ana,
      says,
      away(value: boolean) {
        isAway = value;
      },
    };
  }

  const community = ({ chat }: Place) => `telegram:${chat.id}`;

  it.each([
    ["a topic that was deleted", { error_code: 400, description: "Bad Request: message thread not found" }],
    ["a topic that was closed", { error_code: 400, description: "Bad Request: TOPIC_CLOSED" }],
    [
      "no right to write",
      { error_code: 400, description: "Bad Request: not enough rights to send text messages to the chat" },
    ],
    ["a chat that is gone", { error_code: 400, description: "Bad Request: chat not found" }],
    [
      "a group that removed the bot",
      { error_code: 403, description: "Forbidden: bot was kicked from the supergroup chat" },
    ],
  ])("%s", async (_, refusal) => {
    const { night, standIn, surface, place, says } = await started();
    const topic = { ...place, topic: 7 };
    await says("/noche abrir Noche de brujas cierra=4h", topic);
    await says("/noche proponer Volver", topic);
    standIn.faults.add({ fault: { kind: "refuse", ...refusal }, chat: place.chat.id, times: 99 });
    const id = await closedByClock(night, community(place), surface);
    const calls = standIn.calls.all.length;
    expect(await pendingOf(night, id)).toEqual([]);
    const again = await night.runner(surface, () => 6 * HOUR);
    await allRounds([again]);
    expect(standIn.calls.all.length).toBe(calls);
    standIn.faults.clear();
    // Somebody of the group writes: we are in it again.
    const told = await says("/noche ver", place);
    expect(told).toContain("Ganó Volver");
    expect(told).toContain("⚠️");
    await expect.poll(() => says("/noche ver", place)).not.toContain("⚠️");
  });

  it("a group that becomes a supergroup keeps nights, settings, lists and tastes, and is shown the night anew", async () => {
    const { night, standIn, surface, place, ana, says } = await started("group");
    const ben = new Person(standIn);
    await says("/ajustes minimo 5", place);
    await says("/noche abrir Noche de brujas cierra=4h", place);
    await says("/noche proponer Volver", place);
    await says("/valorar Volver 9", place, ben);
    const supergroup = migrate(standIn, place);
    standIn.world.find(supergroup.chat.id)?.administrators.push(ana.user);
    const before = messagesIn(standIn, place).map(readable);
    ana.posts({ migrate_to_chat_id: supergroup.chat.id }, place);
    ana.posts({ migrate_from_chat_id: place.chat.id }, supergroup);
    await telegramUntil(
      () => night.logged.some((line) => JSON.stringify(line).includes("goes along")),
      "the group did not move",
    );
    const runner = await night.runner(surface, () => 0);
    await allRounds([runner]);
    const [panel, ...others] = messagesIn(standIn, supergroup).filter(({ from }) => from.is_bot);
    expect(others).toEqual([]);
    if (!panel) throw new Error("the night is not shown");
    expect(readable(panel)).toContain("la noche sigue aquí con todos sus votos");
    expect((await ben.presses(panel, /^Volver/u)).text).toContain("Tu voto: Volver");
    await telegramUntil(() => readable(now(standIn, panel)).includes("1 persona ha votado"), "no vote");
    expect(await says("/ajustes minimo", supergroup)).toContain("5");
    expect(await says("/ajustes historial", supergroup)).toContain("Votos mínimos: sin poner → 5");
    expect(await says("/noche proponer Toy Story", supergroup)).toContain("Toy Story");
    expect(await says("/servidor", supergroup)).toMatch(/Volver|1 /u);
    expect((await night.store().privacy.ofCommunity(community(place))).settings).toBeUndefined();
    // What was left behind is not touched, and no message of the new group is taken for one of it.
    expect(messagesIn(standIn, place).map(readable).slice(0, before.length)).toEqual(before);
    expect(buttonsOf(now(standIn, panel)).length).toBeGreaterThan(3);
  });

  it("hears of the move from a refusal, and waits for a store that is away", async () => {
    const { night, standIn, surface, place, says, away } = await started("group");
    await says("/ajustes minimo 5", place);
    await says("/noche abrir Noche de brujas cierra=4h", place);
    await says("/noche proponer Volver", place);
    const supergroup = migrate(standIn, place);
    away(true);
    const id = await closedByClock(night, community(place), surface);
    const texts = () => messagesIn(standIn, supergroup).map(readable);
    await telegramUntil(() => texts().some((text) => text.includes("Ganó Volver")), "no result");
    expect(await night.store().nights.get(id)).toMatchObject({ community: community(place) });
    away(false);
    await expect
      .poll(async () => (await night.store().nights.get(id))?.community, { timeout: 60_000 })
      .toBe(community(supergroup));
    expect((await night.store().settings.all(community(supergroup))).values).toHaveLength(1);
  });

  it("posts what was set for the group where it is now", async () => {
    const { night, place, says, standIn } = await started("group");
    await says("/ajustes pelicula del dia 20:00", place);
    const supergroup = migrate(standIn, place);
    const { store } = night;
    const jobs = async (of: Place) =>
      (await store().jobs.pending({ community: community(of) })).map(({ key }) => key);
    expect(await jobs(place)).toEqual([`${community(place)}//`]);
    await moveGroup(store(), community(place), community(supergroup), new Date());
    await moveGroup(store(), community(place), community(supergroup), new Date());
    expect(await jobs(supergroup)).toContain(`${community(supergroup)}//`);
    expect(await jobs(place)).toEqual([]);
    const asked = { platform: "telegram", chat: String(supergroup.chat.id) };
    const { answer } = await ask(night.bot, "/ajustes historial", {
      locale: { language: "es", tag: "es" },
      now: new Date(),
      asker: { id: "telegram:1", moderates: true },
      place: asked,
    });
    expect(JSON.stringify(answer)).toContain("Película del día");
  });
});
