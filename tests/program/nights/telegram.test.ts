/** Film nights in a Telegram group: the panel is everybody's, and what concerns one is told to them alone. */
import { describe, expect, it } from "vitest";
import { openNights } from "../../../src/nights/lists.js";
import { readNight } from "../../../src/nights/nights.js";
import type { Place, StandIn } from "../../../standins/telegram/index.js";
import {
  answerTo,
  buttonsOf,
  group,
  messagesIn,
  now,
  Person,
  readable,
  until,
} from "../../../standins/telegram/index.js";
import { allRounds, type NightBot, nightBot } from "../../support/night-bot.js";
import { HOUR } from "../../support/nights.js";
import { runTelegram } from "../../support/telegram-running.js";

type Message = Parameters<typeof readable>[0];

async function started() {
  const night = await nightBot();
  const telegram = await runTelegram(night.bot);
  const place = group(telegram.standIn);
  return { night, telegram, place, standIn: telegram.standIn };
}

const communityOf = ({ chat }: Place) => `telegram:${chat.id}`;

async function theNight({ store }: NightBot, place: Place) {
  const [listed] = await openNights(store(), communityOf(place));
  const kept = listed && (await readNight(store(), listed.id));
  if (!kept) throw new Error("no night is open");
  return kept;
}

async function asks(standIn: StandIn, person: Person, text: string, place: Place): Promise<Message> {
  return answerTo(standIn, person.says(text, place));
}

/** What comes below a night for whoever presses for more. */
async function menuOf(standIn: StandIn, person: Person, panel: Message, label = "Más…"): Promise<Message> {
  const place = { chat: panel.chat };
  const before = new Set(messagesIn(standIn, place).map((message) => message.message_id));
  await person.presses(now(standIn, panel), label);
  const fresh = () => messagesIn(standIn, place).find((message) => !before.has(message.message_id));
  await until(() => fresh() !== undefined, "a menu");
  return fresh() as Message;
}

describe("a night in a group", () => {
  it("of thirty people is voted on in ranks, and its result comes by itself once", async () => {
    const { night, telegram, place, standIn } = await started();
    const people = Array.from({ length: 30 }, (_, at) => new Person(standIn, { name: `P${at}` }));
    const [leader] = people;
    if (!leader) throw new Error("nobody");
    await asks(standIn, leader, "/noche abrir Noche de duelos cierra=4h metodo=schulze ocultos=sí", place);
    for (const [at, film] of ["El laberinto del fauno", "Volver", "Toy Story"].entries()) {
      const answer = await asks(standIn, people[at + 1] ?? leader, `/noche proponer ${film}`, place);
      expect(readable(answer)).toContain(film);
    }
    const panel = await asks(standIn, leader, "/noche", place);
    expect(readable(panel)).toContain("Noche de duelos");
    for (const { callback_data: data = "" } of buttonsOf(panel))
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    for (const [at, person] of people.entries()) {
      if (at === 15) await night.restart();
      const order = at < 12 ? [/^El laberinto/u, /^Toy/u] : [/^Volver/u, /^El laberinto/u];
      const told = [];
      for (const film of order) told.push(await person.presses(now(standIn, panel), film));
      expect(told[0]?.text).toMatch(/^Tu voto: 1\. \S/u);
      expect(told[1]?.text).toMatch(/^Tu voto: 1\. .*, 2\. /u);
    }
    await until(() => readable(now(standIn, panel)).includes("30 personas han votado"), "all have voted");
    expect(readable(now(standIn, panel))).not.toMatch(/vence a/u);
    expect((await theNight(night, place)).night.ballots.size).toBe(30);
    let later = 0;
    const runners = await Promise.all([1, 2, 3].map(() => night.runner(telegram.surface, () => later)));
    for (; later <= 6 * HOUR; later += HOUR / 2) await allRounds(runners);
    const closed = messagesIn(standIn, place).filter((message) =>
      readable(message).includes("La votación terminó."),
    );
    expect(closed).toHaveLength(1);
    const [result] = closed;
    expect(result && readable(result)).toMatch(/Ganó Volver \(2006\) al vencer a 2 de 2 una contra una/u);
    expect(readable(await asks(standIn, leader, "/noche historial", place))).toContain("Volver (2006)");
    expect(night.logged).toEqual([]);
  });

  it("is led by who opened it; what others may not do is told to them, and the panel stays", async () => {
    const { night, place, standIn } = await started();
    const [ana, leo] = [new Person(standIn), new Person(standIn, { name: "Leo" })];
    const panel = await asks(standIn, ana, "/noche abrir cierra=2h", place);
    const { id } = await theNight(night, place);
    const refused = await leo.sendsData(panel, `2u;0;nl;0;n=${id};d=close`);
    expect(refused).toMatchObject({ show_alert: true });
    expect(refused.text).toContain("quien lleva la noche");
    const elsewhere = group(standIn);
    const other = await asks(standIn, leo, "/noche abrir cierra=2h", elsewhere);
    const forged = `2u;0;nl;0;n=${(await theNight(night, elsewhere)).id};d=cancel`;
    expect((await leo.sendsData(panel, forged)).text).toContain("Esa noche no está aquí");
    expect(readable(other)).toContain("Se vota hasta");
    expect(await openNights(night.store(), communityOf(elsewhere))).toHaveLength(1);
    const menu = await menuOf(standIn, ana, panel);
    await ana.presses(menu, "Cerrar ya");
    await until(() => readable(now(standIn, menu)).includes("No ganó ninguna"), "the night is over");
    expect(buttonsOf(now(standIn, menu))).toEqual([]);
  });

  it.each([
    ["es", "Más…", "no hay nada más", "Cerrar ya", "Retirar mi voto"],
    ["en", "More…", "nothing more that you can do", "Close now", "Take my vote back"],
  ])(
    "shows everybody what they may do in a message of their own, and leaves all others theirs (%s)",
    async (language, more, nothing, close, retract) => {
      const { night, place, standIn } = await started();
      const [ana, leo] = ["Ana", "Leo"].map((name) => new Person(standIn, { name, language })) as [
        Person,
        Person,
      ];
      const panel = await asks(standIn, ana, "/noche abrir cierra=2h vetos=0", place);
      await asks(standIn, ana, "/noche proponer Volver", place);
      const voted = await asks(standIn, leo, "/noche", place);
      const labels = (message: Message) => buttonsOf(now(standIn, message)).map(({ text }) => text);
      const before = labels(panel);
      // Leo neither leads nor proposed or voted for anything: all that is left is the group's list.
      const his = await menuOf(standIn, leo, panel, more);
      expect(labels(his)).toHaveLength(1);
      await leo.presses(voted, /^Volver/u);
      const again = await menuOf(standIn, leo, panel, more);
      expect(labels(again)).toContain(retract);
      expect(labels(again)).not.toContain(close);
      // The one before is gone, the panel is as it was, and hers is nobody else's.
      await until(() => now(standIn, his).text === undefined, "the menu before is gone");
      expect(labels(panel)).toEqual(before);
      const hers = await menuOf(standIn, ana, panel, more);
      expect(labels(hers)).toContain(close);
      expect(await leo.presses(hers, close)).toMatchObject({ show_alert: true });
      expect((await theNight(night, place)).night.ending).toBeNull();
      await leo.presses(again, retract);
      await until(() => !labels(again).includes(retract), "the vote is taken back");
      expect((await theNight(night, place)).night.ballots.size).toBe(0);
      await asks(standIn, ana, "/noche abrir Otra cierra=2h vetos=0 solo_propongo=sí", place);
      const other = (await openNights(night.store(), communityOf(place))).find(
        ({ title }) => title === "Otra",
      );
      expect(other).toBeDefined();
      const alone = await leo.sendsData(panel, `2b;0;nw;0;n=${other?.id};v=veto`);
      expect(alone.show_alert).not.toBe(true);
      await until(
        () => messagesIn(standIn, place).some((message) => readable(message).includes(nothing)),
        "that there is nothing to do",
      );
    },
  );

  it("is drawn anew where it was opened, without a figure while votes are hidden", async () => {
    const { night, telegram, place, standIn } = await started();
    const people = Array.from({ length: 5 }, (_, at) => new Person(standIn, { name: `P${at}` }));
    const [ana] = people;
    if (!ana) throw new Error("nobody");
    const first = await asks(standIn, ana, "/noche abrir cierra=2h ocultos=sí", place);
    const newest = await asks(standIn, ana, "/noche proponer Volver", place);
    const { id } = await theNight(night, place);
    await expect.poll(() => night.store().nights.posts(id)).toHaveLength(2);
    let later = 0;
    const runner = await night.runner(telegram.surface, () => later);
    for (const person of people) {
      expect((await person.presses(now(standIn, newest), /^Volver/u)).text).toBe("Tu voto: Volver (2006).");
      expect((await person.presses(now(standIn, newest), "Voy")).text).toBe("Apuntado: vienes.");
    }
    later += 10_000;
    await allRounds([runner]);
    const drawn = readable(now(standIn, first));
    expect(drawn).toContain("5 personas han votado");
    expect(drawn).toContain("Vienen 5");
    expect(drawn).not.toMatch(/5 votos/u);
    await allRounds([runner]);
    expect(night.logged).toEqual([]);
  });

  it("is voted on with stars, and suggests films that fit it", async () => {
    const { night, place, standIn } = await started();
    const ana = new Person(standIn);
    await asks(standIn, ana, "/noche abrir cierra=2h metodo=estrellas duracion_max=120", place);
    const suggestions = await asks(standIn, ana, "/noche sugiere", place);
    const proposing = buttonsOf(suggestions).filter(({ text }) => text.startsWith("Proponer"));
    expect(proposing.length).toBeGreaterThan(0);
    await ana.presses(suggestions, proposing[0]?.text ?? "");
    await until(() => readable(now(standIn, suggestions)).includes("Se vota hasta"), "the panel");
    const panel = now(standIn, suggestions);
    const { night: before } = await theNight(night, place);
    const [film] = before.proposals.keys();
    const button = buttonsOf(panel).find(({ callback_data: data = "" }) => data.includes(";nv;"));
    for (const stars of ["★", "★★", "★★★"]) {
      expect((await ana.presses(now(standIn, panel), button?.text ?? "")).text).toMatch(
        new RegExp(` ${stars}\\.$`, "u"),
      );
    }
    expect((await theNight(night, place)).night.ballots.get(`telegram:${ana.user.id}`)).toEqual({
      kind: "score",
      scores: [{ film, score: 6 }],
    });
  });

  it("is told at most once what a process that died may have sent", async () => {
    const { telegram, place, standIn } = await started();
    const chat = { platform: "telegram", chat: String(place.chat.id) };
    const answer = { kind: "figure", text: "La votación terminó." } as const;
    const locale = { language: "es", tag: "es" } as const;
    const sent = () => messagesIn(standIn, place).length;
    expect(await telegram.surface.deliver(chat, answer, locale, { key: "a" })).toBe("sent");
    expect(await telegram.surface.deliver(chat, answer, locale, { key: "a", begun: new Date() })).toBe(
      "sent",
    );
    expect(sent()).toBe(1);
  });

  it("is nothing for a private chat", async () => {
    const { standIn } = await started();
    const ana = new Person(standIn);
    expect(readable(await answerTo(standIn, ana.says("/noche abrir cierra=2h")))).toContain(
      "Eso es para un servidor o un grupo",
    );
  });
});
