/** Film nights on Discord, from the first proposal to the history, as people press and the platform delivers. */
import { afterEach, describe, expect, it } from "vitest";
import { Responder } from "../../../src/adapters/discord/interaction/responder.js";
import type { Message } from "../../../src/adapters/discord/protocol.js";
import { parseLocale } from "../../../src/chat/locale.js";
import { openNights } from "../../../src/nights/lists.js";
import { handle, readNight } from "../../../src/nights/nights.js";
import type {
  InteractionResult,
  MessageState,
  OptionValue,
  Person,
} from "../../../standins/discord/index.js";
import { pressedIn, press as pressPayload, shown } from "../../support/discord-payloads.js";
import { type Running, running, until } from "../../support/discord-running.js";
import { allRounds, type NightBot, nightBot } from "../../support/night-bot.js";
import { HOUR } from "../../support/nights.js";

const GUILD = "77";
const CHANNEL = "7700";
const person = (at: number): Person => ({ id: String(80_351_110_224_678_000n + BigInt(at)) });
const LEADER = person(1);
const MODERATOR = { ...person(999), permissions: "8" };
const FILMS = ["El laberinto del fauno", "Volver", "Toy Story"];

let run: Running;
afterEach(() => run.stop());

async function started(): Promise<NightBot> {
  const night = await nightBot();
  run = await running({ bot: night.bot });
  return night;
}

const textOf = (message: MessageState | undefined) => shown(message as unknown as Message);

async function slash(command: string, options: Record<string, OptionValue>, user: Person, guild = GUILD) {
  const asked = { command, options, user, guild, channel: `${guild}00` };
  return (await run.discord.slash(asked)).settled();
}

function panelOf(result: InteractionResult): MessageState {
  expect(result.status).toBe("answered");
  expect(result.refusals).toEqual([]);
  if (!result.message) throw new Error("no message");
  return result.message;
}

async function open(options: Record<string, OptionValue> = {}, guild = GUILD): Promise<MessageState> {
  return panelOf(
    await slash("noche abrir", { nombre: "Noche de brujas", cierra: "4h", ...options }, LEADER, guild),
  );
}

/** What does something and is called so; what opens a film's card is called the same. */
function buttonOf(message: MessageState, label: string): string {
  const found = pressedIn(message as unknown as Message).find(
    ({ id, label: own }) => /^2[ubak]/u.test(id) && own.startsWith(label),
  );
  if (!found)
    throw new Error(`no ${label} among ${pressedIn(message as unknown as Message).map((one) => one.label)}`);
  return found.id;
}

async function presses(message: MessageState, label: string, user: Person): Promise<InteractionResult> {
  return run.discord.component(message.id, buttonOf(message, label), [], user);
}

async function openId({ store }: NightBot): Promise<string> {
  const [night] = await openNights(store(), `discord:${GUILD}`);
  if (!night) throw new Error("no night is open");
  return night.id;
}

describe("a night", () => {
  it("of thirty people goes from proposals to the history, with the store closed in between", async () => {
    const night = await started();
    await open({ ocultos: true, cuando: "mañana a las 23:30" });
    for (const [at, titulo] of FILMS.entries()) {
      const proposed = panelOf(await slash("noche proponer", { titulo }, person(10 + at)));
      expect(textOf(proposed)).toContain(titulo);
    }
    const panel = panelOf(await slash("noche ver", {}, person(5)));
    const id = await openId(night);
    for (let at = 0; at < 30; at++) {
      if (at === 15) await night.restart();
      // Eleven for the first, nineteen for the second, six of them for both.
      const wants = at < 11 ? [FILMS[0]] : [FILMS[1]];
      if (at >= 24) wants.push(FILMS[0]);
      for (const film of wants) {
        const pressed = await presses(panel, film ?? "", person(100 + at));
        expect(pressed.refusals).toEqual([]);
        await pressed.until(({ followUps }) => followUps.length > 0);
        const [told] = pressed.followUps;
        expect(told?.ephemeral).toBe(true);
        expect(textOf(told)).toContain(`Tu voto: ${wants.length > 1 && film === FILMS[0] ? "Volver" : film}`);
      }
      await presses(panel, at % 2 === 0 ? "Voy" : "No puedo", person(100 + at));
    }
    expect(textOf(panel)).toContain("30 personas han votado");
    expect(textOf(panel)).toContain("Vienen 15");
    // Hidden while votes are taken: no figure stands beside a film.
    expect(textOf(panel)).not.toMatch(/\d+ votos?\b/u);
    expect((await readNight(night.store(), id))?.night.ballots.size).toBe(30);

    let later = 0;
    const runners = await Promise.all([1, 2, 3].map(() => night.runner(run.surface, () => later)));
    const sent = () => run.discord.channels.sent(CHANNEL);
    const closed = () => sent().filter((message) => textOf(message).includes("La votación terminó."));
    for (; later <= 48 * HOUR; later += HOUR / 4) await allRounds(runners);
    expect(closed()).toHaveLength(1);
    const told = textOf(closed()[0]);
    expect(told).toMatch(/Ganó Volver \(2006\) con 19 votos de 30 personas, 2 más que/u);
    const about = (words: RegExp) => sent().filter((message) => words.test(textOf(message))).length;
    expect(about(/Se vota hasta el .*: falta el voto de \d+/u)).toBe(1);
    // A quarter of an hour before; a day before was less than a day away when the night was opened.
    expect(about(/^Se ve Volver|\nSe ve Volver/u)).toBeGreaterThanOrEqual(1);
    expect(about(/^Se ve Volver|\nSe ve Volver/u)).toBeLessThanOrEqual(2);

    const history = textOf(panelOf(await slash("noche historial", {}, person(5))));
    expect(history).toContain("Volver (2006) — Noche de brujas");
    expect(history).toContain("votaron 30");
    expect(run.discord.counters.pinged).toBe(0);
    expect(run.discord.counters.refused).toEqual({});
    expect(night.logged).toEqual([]);
  });

  it("is one of two at once: what is pressed is that night's, and which is asked where it is not said", async () => {
    const night = await started();
    const first = await open({ nombre: "Terror" });
    const second = await open({ nombre: "Comedia" });
    const both = await openNights(night.store(), `discord:${GUILD}`);
    expect(both.map(({ title }) => title)).toEqual(["Terror", "Comedia"]);
    const asked = panelOf(await slash("noche proponer", { titulo: "Volver" }, person(3)));
    expect(textOf(asked)).toContain("¿Qué noche?");
    await slash("noche proponer", { titulo: "Volver", noche: "comedia" }, person(3));
    await slash("noche proponer", { titulo: "Toy Story", noche: "terror" }, person(3));
    // Who leads sees what they may do; all others go on voting.
    const more = panelOf(await presses(first, "Más", LEADER));
    expect(more.ephemeral).toBe(true);
    expect(textOf(first)).not.toContain("Cerrar ya");
    await presses(more, "Cerrar ya", LEADER);
    await until(() => textOf(more).includes("No ganó ninguna"));
    expect((await openNights(night.store(), `discord:${GUILD}`)).map(({ title }) => title)).toEqual([
      "Comedia",
    ]);
    expect(textOf(second)).not.toContain("No ganó");
  });

  it("is drawn anew where it stands as people vote, and a message that is gone is forgotten", async () => {
    const night = await started();
    const first = await open();
    await slash("noche proponer", { titulo: "Volver" }, person(2));
    const newest = panelOf(await slash("noche ver", {}, person(3)));
    const id = await openId(night);
    const panels = async () => (await night.store().nights.posts(id)).map((post) => post.id);
    await expect.poll(panels).toEqual([first.id, newest.id]);
    let later = 0;
    const runners = await Promise.all([1, 2].map(() => night.runner(run.surface, () => later)));
    await allRounds(runners);
    const drawn = () => first.edits;
    const before = drawn();
    for (let at = 0; at < 12; at++) {
      const pressed = await presses(newest, "Volver", person(20 + at));
      await pressed.until(({ followUps }) => followUps.length > 0);
      expect(textOf(pressed.followUps[0])).toContain("Tu voto: Volver (2006).");
    }
    later += 10_000;
    await allRounds(runners);
    expect(textOf(first)).toContain("12 personas han votado");
    expect(drawn()).toBe(before + 1);
    run.discord.deletes(newest.id);
    await presses(first, "Voy", person(4));
    later += 10_000;
    await allRounds(runners);
    expect(await panels()).toEqual([first.id]);
    expect(textOf(first)).toContain("Viene 1.");
    await slash("noche proponer", { titulo: "Toy Story" }, person(2));
    later += 10_000;
    await allRounds(runners);
    expect(textOf(first)).toContain("Toy Story");
  });

  it("stands in the server's calendar once: changed with it, called off with it, never where bots may not", async () => {
    const night = await started();
    const runners = await Promise.all([1, 2].map(() => night.runner(run.surface, () => 0)));
    await open({ cuando: "mañana a las 23:30" });
    await open({ nombre: "Sin hora" });
    await allRounds(runners);
    const entries = () => run.discord.events.of(GUILD);
    expect(entries()).toMatchObject([
      { name: "Noche de brujas", entity_metadata: { location: "En este servidor" }, status: 1 },
    ]);
    const panel = panelOf(await slash("noche ver", { noche: "brujas" }, person(3)));
    expect(JSON.stringify(panel.components)).toMatch(/Se ve el <t:\d+:F> \(<t:\d+:R>\)\./u);
    await slash("noche proponer", { titulo: "Volver", noche: "brujas" }, person(2));
    const [listed] = (await openNights(night.store(), `discord:${GUILD}`)).filter(
      ({ title }) => title === "Noche de brujas",
    );
    const id = listed?.id ?? "";
    const lead = { now: new Date(), actor: { person: `discord:${LEADER.id}`, moderates: false } };
    const volver = [...((await readNight(night.store(), id))?.night.proposals.keys() ?? [])];
    await handle(night.store(), id, { kind: "vote", ballot: { kind: "approval", films: volver } }, lead);
    await handle(night.store(), id, { kind: "close" }, lead);
    await allRounds(runners);
    expect(entries()).toMatchObject([{ name: "Volver (2006) — Noche de brujas", status: 1 }]);
    await handle(night.store(), id, { kind: "cancel" }, lead);
    await allRounds(runners);
    expect(entries()).toMatchObject([{ status: 4 }]);
    run.discord.events.forbid("88");
    await open({ cuando: "mañana a las 23:30" }, "88");
    await allRounds(runners);
    expect(run.discord.events.of("88")).toEqual([]);
    expect(run.discord.channels.sent("8800")).toEqual([]);
    expect(night.logged).toEqual([]);
  });

  it("is not another server's, nor led by who does not lead, whatever the button says", async () => {
    const night = await started();
    await open();
    const elsewhere = await open({ nombre: "Ajena" }, "88");
    await slash("noche proponer", { titulo: "Volver" }, LEADER);
    const id = await openId(night);
    // Discord itself lets nobody press what is not there; whoever makes up what arrives asks nobody.
    const responder = new Responder({
      bot: () => night.bot,
      locale: parseLocale("es"),
      now: () => new Date(),
    });
    const forged = async (data: string, { id: user = "", permissions }: Person) => {
      const payload = { ...pressPayload(data, { user, permissions }), guild_id: GUILD };
      const first = (await responder.respond(payload))?.first;
      if (!first || !("data" in first) || !("components" in first.data)) throw new Error("nothing was said");
      return { text: shown(first.data as Message), isPrivate: ((first.data.flags ?? 0) & 64) !== 0 };
    };
    const [other] = await openNights(night.store(), "discord:88");
    const before = await night.store().nights.events(other?.id ?? "", 0);
    for (const data of [`2u;0;nl;0;n=${other?.id};d=close`, `2u;0;nv;0;n=${other?.id};f=862`]) {
      const told = await forged(data, MODERATOR);
      expect(told.text).toContain("Esa noche no está aquí");
      expect(told.isPrivate).toBe(true);
    }
    expect(await night.store().nights.events(other?.id ?? "", 0)).toEqual(before);
    expect(textOf(elsewhere)).toContain("Ajena");
    const close = `2u;0;nl;0;n=${id};d=close`;
    const refused = await forged(close, person(66));
    expect(refused.text).toContain("Eso lo decide quien lleva la noche");
    const ban = await forged(`2u;0;nb;0;n=${id};f=219`, LEADER);
    expect(ban.text).toContain("quienes moderan aquí");
    for (const made of [`2u;0;nl;0;n=${id};d=explode`, "2u;0;nv;0;n=../../x;f=1", `2u;0;nv;0;n=${id};f=-1`]) {
      expect((await forged(made, MODERATOR)).isPrivate).toBe(true);
    }
    expect(await openNights(night.store(), `discord:${GUILD}`)).toHaveLength(1);
    await forged(close, MODERATOR);
    expect(await openNights(night.store(), `discord:${GUILD}`)).toHaveLength(0);
    expect(night.logged).toEqual([]);
  });

  it("has room for as many films as may be proposed, a page of them at a time", async () => {
    const night = await started();
    await open();
    const id = await openId(night);
    const { films } = night.bot.edition.catalog;
    const actor = { person: `discord:${MODERATOR.id}`, moderates: false };
    for (let at = 0; at < 50; at++) {
      const facts = { runtime: null, offered: null, seenAt: null };
      const proposer = { ...actor, person: `discord:${at % 20}` };
      const command = { kind: "propose", film: films.id[at] ?? 0, facts } as const;
      const handled = await handle(night.store(), id, command, { now: new Date(), actor: proposer });
      expect(handled.ok).toBe(true);
    }
    const panel = panelOf(await slash("noche ver", {}, person(5)));
    // Each turns pages of their own: what all see stays as it is.
    const own = panelOf(await presses(panel, "Otras películas (41)", person(5)));
    expect(own.ephemeral).toBe(true);
    for (let turned = 1; turned <= 6; turned++) {
      const page = turned % 6;
      const next = `Otras películas (${page + 1}/6)`;
      await until(() => textOf(own).includes(next));
      const [film] = pressedIn(own as unknown as Message).filter(({ id: data }) => data.includes(";nv;"));
      expect((await presses(own, film?.label ?? "", person(5))).refusals).toEqual([]);
      await until(() => textOf(own).includes(film?.label ?? ""));
      await presses(own, next, person(5));
    }
    expect(textOf(panel)).toContain("Otras películas (41)");
    const [ballot] = (await readNight(night.store(), id))?.night.ballots.values() ?? [];
    expect(ballot?.kind === "approval" ? ballot.films : []).toHaveLength(6);
    expect(run.discord.counters.refused).toEqual({});
  });

  it("counts what Discord delivers twice once", async () => {
    const night = await started();
    const panel = await open();
    await slash("noche proponer", { titulo: "Volver" }, LEADER);
    const shownNow = panelOf(await slash("noche ver", {}, person(5)));
    const options = { bot: () => night.bot, locale: parseLocale("es"), now: () => new Date() };
    const film = buttonOf(shownNow, "Volver");
    const from = { user: person(7).id ?? "" };
    const delivered = { ...pressPayload(film, from), guild_id: GUILD };
    // Two processes, neither of which knows of the other's delivery.
    await new Responder(options).respond(delivered);
    await new Responder(options).respond(delivered);
    const kept = await readNight(night.store(), await openId(night));
    expect(kept?.night.ballots.size).toBe(1);
    await new Responder(options).respond({ ...pressPayload(film, from), guild_id: GUILD });
    expect((await readNight(night.store(), kept?.id ?? ""))?.night.ballots.size).toBe(0);
    expect(textOf(panel)).toContain("Noche de brujas");
  });
});
