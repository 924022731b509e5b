/**
 * Two nights of thirty people each at once, in a process that dies at any instant, before or after what it does is stored
 * or sent, and begins again: the same result as undisturbed, and all that is posted, once. NIGHT_CRASHES=200 plays as many.
 */
import { expect, it } from "vitest";
import { nightJobs } from "../../../src/app/jobs/nights.js";
import type { NightCommand } from "../../../src/events/night/command.js";
import { outcome } from "../../../src/events/night/outcome.js";
import { handle, openNight, readNight } from "../../../src/nights/nights.js";
import { Runner } from "../../../src/schedule/runner.js";
import type { Repositories } from "../../../src/store/port.js";
import { nightBot } from "../../support/night-bot.js";
import { Clock, HOUR, MINUTE, rulesOf } from "../../support/nights.js";

const RUNS = Number(process.env.NIGHT_CRASHES ?? 2);
const PEOPLE = 30;
const FILMS = [862, 597, 680, 155];
const CHANCE = 0.02;

class Died extends Error {}

/** Random numbers that are the same for the same seed. */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A process over a store, of which each step may be the last; once it died it does nothing more. */
class Process {
  readonly store: Repositories;
  readonly #dies: () => boolean;
  #isDead = false;

  constructor(store: Repositories, dies: () => boolean) {
    this.#dies = dies;
    this.store = { ...store, nights: this.#dying(store.nights), jobs: this.#dying(store.jobs) };
  }

  async step<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#maybe();
    const result = await work();
    this.#maybe();
    return result;
  }

  #maybe(): void {
    this.#isDead ||= this.#dies();
    if (this.#isDead) throw new Died();
  }

  #dying<Repository extends object>(repository: Repository): Repository {
    return new Proxy(repository, {
      get: (target, name, receiver) => {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== "function") return method;
        return (...args: unknown[]) => this.step(async () => Reflect.apply(method, target, args) as unknown);
      },
    });
  }
}

/** What everybody does, in an order that the seed gives. */
function playOf(random: () => number) {
  const steps = [0, 1].flatMap((night) =>
    Array.from({ length: PEOPLE }, (_, person) => ({ night, person, film: Math.floor(random() * 4) })),
  );
  return steps
    .map((step) => ({ step, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ step }) => step);
}

async function played(seed: number, chance: number) {
  const { bot, store } = await nightBot();
  const clock = new Clock();
  const fate = randomBy(seed + 1);
  const dies = () => fate() < chance;
  let crashes = 0;
  let process = new Process(store(), dies);
  /** What was posted, by what it is. */
  const posted = new Map<string, number>();
  const again = () => {
    crashes++;
    process = new Process(store(), dies);
  };
  /** Whoever presses is told whether it counted: where the process died the platform delivers it again. */
  async function delivered<Result>(work: (store: Repositories) => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await work(process.store);
      } catch (error) {
        if (!(error instanceof Died)) throw error;
        again();
      }
    }
  }
  const does = (id: string, command: NightCommand, key: string, person: string) =>
    delivered(async (kept) => {
      const actor = { person, moderates: false };
      const handled = await handle(kept, id, command, { key, now: clock.now(), actor });
      expect(handled.ok).toBe(true);
    });
  const rounds = async () => {
    const { store: kept, step } = { store: process.store, step: process.step.bind(process) };
    const runner = new Runner({
      store: async () => kept,
      handlers: nightJobs({
        bot: () => bot,
        deliver: (_place, _answer, _locale, { key, begun }) =>
          step(async () => {
            // As on Discord: what may stand there is looked for.
            if (!begun || !posted.has(key)) posted.set(key, (posted.get(key) ?? 0) + 1);
            return "sent" as const;
          }),
        redraw: async () => "sent",
        calendar: () => undefined,
      }),
      log: bot.ports.log,
      now: clock.now,
    });
    for (;;) {
      try {
        if ((await runner.round()) === 0) return;
      } catch (error) {
        if (!(error instanceof Died)) throw error;
        return again();
      }
    }
  };

  const rules = rulesOf(clock, {
    deadline: clock.in(6 * HOUR).toISOString(),
    showing: { instant: clock.in(32 * HOUR).toISOString(), zone: "Europe/Madrid" },
    tally: "hidden",
  });
  const ids: string[] = [];
  for (const night of [0, 1]) {
    const place = { platform: "fake", server: "10", chat: "100" };
    const opening = { community: "fake:10", place, tag: "es", zone: "Europe/Madrid", from: [] };
    const asked = { key: `open-${night}`, now: clock.now(), actor: { person: "fake:0", moderates: false } };
    const handled = await delivered((kept) =>
      openNight(kept, { ...opening, command: { kind: "open", rules } }, asked),
    );
    if (!handled.ok) throw new Error(handled.refusal.code);
    ids.push(handled.kept.id);
    const facts = { runtime: null, offered: null, seenAt: null };
    // Who proposes does not vote: there is somebody to be reminded.
    for (const [at, film] of FILMS.entries())
      await does(handled.kept.id, { kind: "propose", film, facts }, `propose-${at}`, `fake:proposer-${at}`);
  }
  for (const { night, person, film } of playOf(randomBy(seed))) {
    const films = [FILMS[film] ?? 0];
    const who = `fake:${night}-${person}`;
    await does(ids[night] ?? "", { kind: "vote", ballot: { kind: "approval", films } }, `vote-${who}`, who);
    await does(ids[night] ?? "", { kind: "answer", answer: "yes" }, `answer-${who}`, who);
    clock.pass(MINUTE);
    await rounds();
  }
  for (let passed = 0; passed < 36 * HOUR; passed += 5 * MINUTE) {
    clock.pass(5 * MINUTE);
    await rounds();
  }
  const nights = await Promise.all(ids.map((id) => readNight(store(), id)));
  return {
    crashes,
    posted,
    nights: nights.map((kept) => {
      if (!kept) throw new Error("a night is gone");
      const { ballots, answers, ending } = kept.night;
      const { winner, tally } = outcome(kept.night);
      return {
        id: kept.id,
        ballots: [...ballots].sort(),
        answers: [...answers].sort(),
        ended: ending?.kind,
        winner,
        ranking: tally.ranking,
      };
    }),
  };
}

for (let run = 0; run < RUNS; run++) {
  const seed = 20_261_129 + run;
  it(`comes out as undisturbed, all posts once (seed ${seed})`, async () => {
    const calm = await played(seed, 0);
    const rough = await played(seed, CHANCE);
    expect(calm.crashes).toBe(0);
    expect(rough.crashes).toBeGreaterThan(20);
    expect(rough.nights).toEqual(calm.nights);
    for (const { ballots } of rough.nights) expect(ballots).toHaveLength(PEOPLE);
    // An hour before the deadline, the result, a day and a quarter of an hour before the film, who came; of both.
    expect(calm.posted.size).toBe(10);
    expect([...rough.posted.keys()].sort()).toEqual([...calm.posted.keys()].sort());
    expect(new Set(rough.posted.values())).toEqual(new Set([1]));
  }, 120_000);
}
