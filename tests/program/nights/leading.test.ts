/** Who leads a night and hands it over, who came, what is proposed from one's watchlist, and what is usual in a place. */
import { describe, expect, it } from "vitest";
import { type Announcement, announcement } from "../../../commands/night/panel/announce.js";
import { plainText } from "../../../src/chat/answer/rich-text.js";
import { ask } from "../../../src/chat/ask.js";
import type { Asking, NamedPerson } from "../../../src/chat/asking.js";
import type { Bot } from "../../../src/chat/contract.js";
import { parseLocale } from "../../../src/chat/locale.js";
import { act } from "../../../src/chat/run.js";
import { openNights } from "../../../src/nights/lists.js";
import { handle, readNight } from "../../../src/nights/nights.js";
import type { Settings } from "../../../src/settings/declared.js";
import { answerText } from "../../support/answer-text.js";
import { type NightBot, nightBot } from "../../support/night-bot.js";
import { HOUR } from "../../support/nights.js";

const PLACE = { platform: "fake", server: "10", chat: "100" };
const named = (id: string, name: string): NamedPerson => ({ id: `fake:${id}`, name });
const [ANA, LEO, EVA] = [named("1", "Ana"), named("2", "Leo"), named("3", "Eva")] as const;

let pressed = 0;

function asker(bot: Bot, locale = "es") {
  return async (who: NamedPerson, line: string, more: Partial<Asking> = {}) => {
    const asking = { locale: parseLocale(locale), now: new Date(), place: PLACE, key: `key-${pressed++}` };
    const person = { asker: { id: who.id, moderates: false }, ...more };
    const outcome = await ask(bot, line, { ...asking, ...person });
    return { ...outcome, words: answerText(outcome.answer) };
  };
}

async function theNight({ store }: NightBot) {
  const [listed] = await openNights(store(), "fake:10");
  const kept = listed && (await readNight(store(), listed.id));
  if (!kept) throw new Error("no night is open");
  return kept;
}

function withSettings(bot: Bot, settings: Partial<Settings>): Bot {
  return { ...bot, program: { ...bot.program, settings: { ...bot.program.settings, ...settings } } };
}

describe("a night", () => {
  it("is handed over by whoever leads it, and by nobody else, to whom the platform names", async () => {
    const night = await nightBot();
    const asks = asker(night.bot);
    await asks(ANA, "/noche abrir titulo=Brujas cierra=2h");
    expect((await theNight(night)).night.rules.title).toBe("Brujas");
    expect((await asks(LEO, "/noche lleva @Leo", { people: [LEO] })).words).toContain("quien lleva la noche");
    expect((await asks(ANA, "/noche lleva fake:2")).words).toContain("Menciona a alguien");
    expect((await asks(ANA, "/noche lleva @Leo", { people: [LEO] })).words).toContain(
      "Leo lleva la noche desde ahora.",
    );
    expect((await theNight(night)).night.leader).toBe(LEO.id);
    const close = night.bot.program.actions.find(({ name }) => name === "nl");
    if (!close) throw new Error("nobody can lead");
    const { id } = await theNight(night);
    const by = (who: NamedPerson) =>
      act(
        night.bot,
        close,
        { n: id, d: "close" },
        {
          locale: parseLocale("es"),
          now: new Date(),
          place: PLACE,
          asker: { id: who.id, moderates: false },
        },
      );
    expect((await by(ANA)).status).toBe("error");
    expect((await by(LEO)).status).toBe("ok");
  });

  it("is shown to whoever types that they vote, and told where a film stands for its title", async () => {
    const night = await nightBot();
    const asks = asker(night.bot);
    expect((await asks(ANA, "/noche votar Volver")).words).toContain("Para abrir una");
    await asks(ANA, "/noche abrir titulo=Brujas cierra=2h");
    expect((await asks(ANA, "/noche votar")).words).toContain("Brujas");
    const { status, words } = await asks(ANA, "/noche votar Volver");
    expect(status).toBe("empty");
    expect(words).toContain("votar con sus botones");
    expect(words).not.toContain("Para abrir una");
    expect((await asker(night.bot, "en")(ANA, "/night vote")).words).toContain("Brujas");
  });

  it("is noted who came to by whoever led it, for others too", async () => {
    const night = await nightBot();
    const asks = asker(night.bot);
    await asks(ANA, "/noche abrir cierra=2h");
    await asks(ANA, "/noche proponer Volver");
    expect((await asks(ANA, "/noche vino @Leo", { people: [LEO] })).words).toContain("todavía no terminó");
    const { id, night: open } = await theNight(night);
    const [film] = open.proposals.keys();
    const does = async (name: string, state: Record<string, string | number>) => {
      const handler = night.bot.program.actions.find((one) => one.name === name);
      if (!handler) throw new Error(name);
      const asking = { locale: parseLocale("es"), now: new Date(), place: PLACE, key: `press-${pressed++}` };
      return act(
        night.bot,
        handler,
        { n: id, ...state },
        { ...asking, asker: { id: ANA.id, moderates: false } },
      );
    };
    await does("nv", { f: film ?? 0 });
    await does("nl", { d: "close" });
    expect((await asks(EVA, "/noche vino @Leo", { people: [LEO] })).words).toContain("quien lleva la noche");
    expect((await asks(ANA, "/noche vino @Leo @Eva", { people: [LEO, EVA] })).words).toContain(
      "Anotado: vinieron Leo y Eva.",
    );
    expect((await asks(ANA, "/noche vino @Eva falto=sí", { people: [EVA] })).words).toContain("no vino Eva");
    const kept = await readNight(night.store(), id);
    expect([...(kept?.night.attendance ?? [])]).toEqual([
      [LEO.id, true],
      [EVA.id, false],
    ]);
  });

  it("takes proposals from one's own watchlist, as far as they fit", async () => {
    const night = await nightBot();
    const asks = asker(night.bot);
    const asksInEnglish = asker(night.bot, "en");
    await asks(ANA, "/noche abrir cierra=2h duracion_max=130");
    expect((await asks(LEO, "/noche proponer")).words).toContain("No tienes pendientes");
    for (const film of ["Volver", "Titanic", "Toy Story"]) await asks(LEO, `/pendientes ${film}`);
    const own = await asks(LEO, "/noche proponer de mis pendientes");
    expect(own.answer.actions?.map(({ label, shared }) => [label, shared])).toEqual([
      ["Proponer Toy Story (1995)", "update"],
      ["Proponer Volver (2006)", "update"],
    ]);
    expect((await asksInEnglish(LEO, "/noche proponer my watchlist")).words).toContain(
      "Propose Volver (2006)",
    );
    expect((await asks(EVA, "/noche proponer")).words).not.toContain("Volver");
    const [first] = own.answer.actions ?? [];
    const propose = night.bot.program.actions.find(({ name }) => name === first?.action);
    if (!propose || !first) throw new Error("nothing to press");
    const asking = { locale: parseLocale("es"), now: new Date(), place: PLACE };
    const by = { ...asking, asker: { id: LEO.id, moderates: false } };
    const outcome = await act(night.bot, propose, first.state, by);
    expect(plainText(outcome.aside?.text ?? "")).toBe("Propuesta: Toy Story (1995).");
    expect((await asks(LEO, "/noche proponer")).words).not.toContain("Proponer Toy Story");
  });

  it.each([
    ["es", "Se vota hasta el lunes", "La noche es el lunes", "La película es el lunes"],
    ["en", "Votes are taken until Monday", "The night is on Monday", "The film is on Monday"],
  ])("tells its times in words of the reader's language (%s)", async (tag, vote, showing, notYet) => {
    const night = await nightBot();
    const asks = asker(night.bot, tag);
    const now = new Date(Date.UTC(2026, 10, 30, 8));
    const opened = await asks(ANA, "/noche abrir cierra=4h cuando=20:00 zona=UTC", { now });
    expect(opened.words).toContain(vote);
    const kept = await theNight(night);
    const told = (what: Announcement) => answerText(announcement(night.bot.edition, kept, { what, now }));
    expect(told({ kind: "vote", people: 3 })).toContain(vote);
    expect(told({ kind: "showing" })).toContain(showing);
    const late = announcement(night.bot.edition, kept, { what: { kind: "closed" }, missed: now, now });
    expect(answerText(late)).not.toContain("[object");
    await asks(ANA, "/noche proponer Volver", { now });
    const [film] = (await theNight(night)).night.proposals.keys();
    const lead = { now, actor: { person: ANA.id, moderates: false } };
    const ballot = { kind: "approval", films: [film ?? 0] } as const;
    await handle(night.store(), kept.id, { kind: "vote", ballot }, lead);
    await handle(night.store(), kept.id, { kind: "close" }, lead);
    expect((await asks(ANA, "/noche vino @Leo", { people: [LEO], now })).words).toContain(notYet);
  });

  it("begins with what is usual in its place, where nobody says otherwise", async () => {
    const night = await nightBot();
    const usual = withSettings(night.bot, {
      nightMethod: "score",
      nightTally: "hidden",
      nightVetoes: 2,
      nightQuorum: 3,
      nightMinutes: 180,
      nightRuntime: 100,
      nightPlatform: "netflix",
    });
    const asks = asker(usual);
    const before = Date.now();
    await asks(ANA, "/noche abrir Martes");
    const { rules } = (await theNight(night)).night;
    expect(rules).toMatchObject({
      title: "Martes",
      method: "score",
      tally: "hidden",
      vetoesEach: 2,
      quorum: 3,
      runtimeLimit: 100,
      platform: "Netflix",
    });
    expect(Date.parse(rules.deadline) - before).toBeGreaterThanOrEqual(3 * HOUR);
    expect(Date.parse(rules.deadline) - before).toBeLessThan(4 * HOUR);
    await asker(night.bot)(ANA, "/noche abrir Otra method=irv hidden=no vetos=0 quorum=0 until=5h");
    const other = (await openNights(night.store(), "fake:10")).find(({ title }) => title === "Otra");
    const kept = other && (await readNight(night.store(), other.id));
    expect(kept?.night.rules).toMatchObject({ method: "irv", tally: "open", vetoesEach: 0, quorum: 0 });
  });
});
