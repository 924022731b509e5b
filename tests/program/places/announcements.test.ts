/** What is posted by itself: once a day and place though three look for it, late ones once, never the same film soon. */
import { describe, expect, it } from "vitest";
import { createProgram } from "../../../src/app/bot/program.js";
import { announcementJobs } from "../../../src/app/jobs/announcements.js";
import { idOf } from "../../../src/catalog/catalog.js";
import { filmRow } from "../../../src/catalog/rows.js";
import type { Answer } from "../../../src/chat/answer/schema.js";
import { ask } from "../../../src/chat/ask.js";
import type { Asking, Place } from "../../../src/chat/asking.js";
import type { Bot } from "../../../src/chat/contract.js";
import type { NewFilms } from "../../../src/chat/ports.js";
import { act } from "../../../src/chat/run.js";
import { filmOfTheDay } from "../../../src/queries/discover/film-of-the-day.js";
import { Runner } from "../../../src/schedule/runner.js";
import type { Delivery } from "../../../src/surface/port.js";
import { StoredPlaceSettings } from "../../../src/surface/stored/place-settings.js";
import { answerText } from "../../support/answer-text.js";
import { asking, memoryPorts } from "../../support/fakes.js";
import { Clock, HOUR, lastingFile, MINUTE } from "../../support/nights.js";
import { starter } from "../../support/starter-index.js";

const DAY = 24 * HOUR;
const CHANNEL: Place = { platform: "fake", server: "10", chat: "100" };
const TOPIC: Place = { platform: "fake", chat: "-7", topic: "3" };

interface Posted {
  readonly place: Place;
  readonly text: string;
  readonly at: Date;
}

async function announcing() {
  const [file, clock] = [lastingFile(), new Clock()];
  const stores = [await file.open(), await file.open(), await file.open()] as const;
  const [store] = stores;
  const program = createProgram({ minimumVotes: 2000 });
  const places = new StoredPlaceSettings(async () => store.settings, {
    operators: program.settings,
    patience: 10_000,
  });
  const news: NewFilms[] = [];
  const bot: Bot = {
    edition: starter.edition,
    program,
    ports: {
      ...memoryPorts(),
      store: async () => store,
      places,
      news: (since) => news.filter(({ at }) => at > since),
    },
  };
  const posted: Posted[] = [];
  let delivery: Delivery = "sent";
  const deliver = async (place: Place, answer: Answer) => {
    if (delivery === "sent") posted.push({ place, text: answerText(answer), at: clock.now() });
    return delivery;
  };
  const runners = stores.map(
    (own) =>
      new Runner({
        store: async () => own,
        handlers: announcementJobs({ bot: () => bot, deliver }),
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        now: clock.now,
      }),
  );
  const surroundings = (place: Place): Asking =>
    asking("es-ES", { now: clock.now(), asker: { id: "fake:1", moderates: true }, place });
  return {
    clock,
    store,
    posted,
    news,
    /** What becomes of all that is sent from now on. */
    become(next: Delivery) {
      delivery = next;
    },
    set: async (line: string, place = CHANNEL) =>
      answerText((await ask(bot, `/ajustes ${line}`, surroundings(place))).answer),
    async undo(change: number, place = CHANNEL) {
      const handler = program.actions.find(({ name }) => name === "setting-undo");
      if (handler) await act(bot, handler, { change }, surroundings(place));
    },
    /** Time goes on, and all three look for what is due. */
    async pass(milliseconds: number, step = 30 * MINUTE) {
      for (let gone = 0; gone < milliseconds; gone += step) {
        clock.pass(step);
        await Promise.all(runners.map((runner) => runner.round()));
      }
    },
    /** Time goes on, and nobody looks. */
    away: (milliseconds: number) => clock.pass(milliseconds),
    look: () => Promise.all(runners.map((runner) => runner.round())),
  };
}

describe("the film of the day", () => {
  it("is posted at the hour of the place, once a day though three look for it", async () => {
    const { clock, set, pass, posted, store } = await announcing();
    const panel = await set("pelicula del dia 20:00 aquí");
    expect(panel).toContain("En este canal\n20:00, hora de Madrid (este canal)");
    expect(await set("pelicula del dia 20:00 todo")).toContain(
      "Eso se pone en el canal o tema donde ha de publicarse, y vale solo ahí.",
    );
    // Whose hour is told by the reader's region: it is a change like others.
    expect(await set("historial")).toContain("Zona horaria: sin poner → Madrid");
    await pass(4 * DAY);
    expect(posted.map(({ at }) => at.toISOString().slice(5, 16))).toEqual(
      ["06-01", "06-02", "06-03", "06-04"].map((day) => `${day}T18:00`),
    );
    expect(new Set(posted.map(({ text }) => text)).size).toBe(4);
    expect(posted[0]?.place).toEqual(CHANNEL);
    expect(posted[0]?.text).toMatch(
      /^La película del día: .*\nSe estrenó tal día como hoy, hace \d+ años\./su,
    );
    // The clocks are put back: it stays at 20:00.
    clock.pass(150 * DAY);
    await pass(2 * DAY);
    expect(posted.at(-1)?.at.toISOString()).toContain("T19:00");
    expect(await store.jobs.pending({ community: "fake:10" })).toHaveLength(1);
  });

  it("comes once after a pause of all of them, and not for days that are over", async () => {
    const { set, away, look, pass, posted } = await announcing();
    await set("pelicula del dia 20:00");
    away(3 * DAY + 10 * HOUR);
    await look();
    await look();
    // Three evenings were missed; it is midnight in Madrid, and today's is still to come.
    expect(posted).toEqual([]);
    await pass(DAY);
    expect(posted).toHaveLength(1);
    // An hour late is still today.
    away(21 * HOUR);
    await look();
    await pass(HOUR);
    expect(posted).toHaveLength(2);
  });

  it("is not posted twice where whoever posted it died before it could say so, or the hour is moved", async () => {
    const { set, pass, posted, store, clock, away, look } = await announcing();
    await set("pelicula del dia 20:00");
    away(6 * HOUR);
    const [claimed] = await store.jobs.claim({
      owner: "killed",
      now: clock.now(),
      until: clock.in(MINUTE),
      most: 1,
      kinds: ["announce-film"],
    });
    expect(claimed).toBeDefined();
    const scope = { community: "fake:10", channel: "100" };
    await store.announcements.note(
      { scope, kind: "filmOfTheDay", day: "2026-06-01", film: 862 },
      clock.now(),
    );
    away(2 * MINUTE);
    await look();
    expect(posted).toEqual([]);
    await pass(DAY);
    expect(posted).toHaveLength(1);
    await set("pelicula del dia 23:00");
    await pass(5 * HOUR);
    expect(posted).toHaveLength(1);
    await pass(DAY);
    expect(posted).toHaveLength(2);
  });

  it("ends when it is switched off, and goes on when that is undone", async () => {
    const { set, undo, pass, posted } = await announcing();
    await set("pelicula del dia 21h", TOPIC);
    await pass(DAY);
    expect(posted.map(({ place }) => place)).toEqual([TOPIC]);
    expect(await set("pelicula del dia no", TOPIC)).toContain("no se publica");
    await pass(2 * DAY);
    expect(posted).toHaveLength(1);
    await undo(3, TOPIC);
    await pass(DAY);
    expect(posted).toHaveLength(2);
    expect(await set("pelicula del dia a las tantas", TOPIC)).toContain(
      "Puede ser una hora, como 21:30, o «no».",
    );
  });

  it("is tried again where it did not get through, and switched off where the channel is gone", async () => {
    const { set, become, pass, posted, undo } = await announcing();
    await set("pelicula del dia 20:00");
    become("failed");
    await pass(7 * HOUR);
    become("sent");
    await pass(HOUR);
    expect(posted).toHaveLength(1);
    become("unreachable");
    await pass(2 * DAY);
    become("sent");
    await pass(2 * DAY);
    expect(posted).toHaveLength(1);
    expect(await set("")).toMatch(/Película del día \(este canal\): dejé de publicarla .*«Deshacer 3»/);
    expect(await set("historial")).toMatch(
      /3 · Película del día: 20:00 → sin poner · este canal · por mí: ya no puedo escribir ahí/,
    );
    await undo(3);
    await pass(DAY);
    expect(posted).toHaveLength(2);
    expect(await set("")).not.toContain("dejé de publicarla");
    become("refused");
    await pass(DAY);
    expect(await set("")).toContain("«Deshacer 5»");
  });

  it("is of the date where there is one, a good one, and none comes again within a year", () => {
    const before = new Set<number>();
    let ofDate = 0;
    for (let day = 0; day < 366; day++) {
      const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      const found = filmOfTheDay(starter.catalog, { day: date, leftOut: before, seed: 1 });
      if (found === undefined) throw new Error(`none for ${date}`);
      const { film, releaseDate, voteAverage } = found.card;
      expect(before.has(film.id)).toBe(false);
      before.add(film.id);
      expect(voteAverage).toBeGreaterThanOrEqual(6.5);
      if (found.years === undefined) continue;
      ofDate++;
      expect(releaseDate?.slice(5)).toBe(date.slice(5));
    }
    expect(ofDate).toBeGreaterThan(330);
    const other = filmOfTheDay(starter.catalog, { day: "2026-02-29", leftOut: new Set(), seed: 1 });
    expect(other).toBeDefined();
  });
});

describe("what is new in the catalogue", () => {
  const added = (at: Date, rows: readonly number[], count = rows.length): NewFilms => ({
    at,
    added: count,
    films: rows.map((row) => idOf(starter.catalog.films, filmRow(row))),
  });

  it("is told once after it came, and on other days nothing is posted", async () => {
    const { clock, set, pass, news, posted } = await announcing();
    await set("novedades 9:00");
    await pass(2 * DAY);
    expect(posted).toEqual([]);
    news.push(added(clock.now(), [0, 1]));
    await pass(2 * DAY);
    expect(posted).toHaveLength(1);
    expect(posted[0]?.text).toMatch(
      /^Novedades del catálogo\n2 películas nuevas desde el 3 de junio de 2026\./u,
    );
    news.push(added(clock.now(), [2, 3, 4, 5, 6, 7, 8, 9, 10], 1200));
    await pass(DAY);
    expect(posted).toHaveLength(2);
    expect(posted[1]?.text).toContain(
      "1.200 películas nuevas desde el 5 de junio de 2026; las más conocidas:",
    );
  });

  it("tells nothing of what was new before it was switched on", async () => {
    const { clock, set, pass, news, posted } = await announcing();
    news.push(added(clock.now(), [0]));
    clock.pass(HOUR);
    await set("novedades 9:00");
    await pass(2 * DAY);
    expect(posted).toEqual([]);
  });
});
