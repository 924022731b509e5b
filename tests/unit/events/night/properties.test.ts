/** Nights in which thirty people do anything at any time: what holds all along. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NightCommand } from "../../../../src/events/night/command.js";
import { decide } from "../../../../src/events/night/decide/decide.js";
import { readStored, toStored } from "../../../../src/events/night/events/stored.js";
import { evolve, fold } from "../../../../src/events/night/evolve.js";
import { dueJobs } from "../../../../src/events/night/jobs.js";
import { outcome } from "../../../../src/events/night/outcome.js";
import { electionOf, running, vetoed } from "../../../../src/events/night/running.js";
import {
  BALLOT_OF,
  type Ballot,
  METHODS,
  type Method,
  namedBy,
} from "../../../../src/events/voting/ballot.js";
import { elect } from "../../../../src/events/voting/elect.js";
import { actor, HOUR, later, NOTHING_KNOWN, Played, RULES, START } from "./played.js";

/** NIGHTS=20000 plays as many; the seed makes every run play the same. */
const NIGHTS = Number(process.env.NIGHTS ?? 200);
const PATIENCE = Math.max(120_000, NIGHTS * 100);
/** Looking for the shortest night that goes wrong ends, too. */
const plugins = [fc.interruptAfterTimeLimit(PATIENCE, { failOnInterrupt: true })];

/** Two moderate, "p0" opens. */
const PEOPLE = ["mod1", "mod2", ...Array.from({ length: 28 }, (_, at) => `p${at}`)];

/** The first five are there from the beginning. */
const CARRIED = [1, 2, 3, 4, 5].map((film) => ({ film, points: film % 3 }));
const film = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.integer({ min: 6, max: 9 }) },
);
/** All of them, and some more often: so that somebody has something to take back. */
const person = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PEOPLE) },
  { weight: 2, arbitrary: fc.constantFrom("mod1", "p0", "p1", "p2") },
);
/** Off the mark now and then, beside what fits. */
const hours = fc.integer({ min: -2, max: 60 });

const ballots = (method: Method): fc.Arbitrary<Ballot> => {
  const films = fc.uniqueArray(film, { maxLength: 5 });
  switch (BALLOT_OF[method]) {
    case "approval":
      return films.map((films) => ({ kind: "approval", films }));
    case "ranked":
      return films.map((films) => ({ kind: "ranked", tiers: films.map((film) => [film]) }));
    case "score":
      return fc
        .uniqueArray(fc.record({ film, score: fc.nat(10) }), { maxLength: 5, selector: ({ film }) => film })
        .map((scores) => ({ kind: "score", scores }));
  }
};

const commands = (method: Method): fc.Arbitrary<NightCommand> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: film.map((film): NightCommand => ({ kind: "propose", film, facts: NOTHING_KNOWN })),
    },
    { weight: 14, arbitrary: ballots(method).map((ballot): NightCommand => ({ kind: "vote", ballot })) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constantFrom("withdraw", "veto", "ban", "unban", "liftVeto"), film }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom(
          ...(["retract", "retract", "retract", "lock", "close", "cancel", "skip", "leave"] as const),
          ...(["stepDown", "takeLead"] as const),
        ),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.oneof(
        fc.record({ kind: fc.constantFrom("extend", "reopen"), deadline: hours.map(later) }),
        fc.record({ kind: fc.constant("handOver"), to: person }),
        fc.record({ kind: fc.constant("liftVeto"), film, of: person }),
        fc.record({ kind: fc.constant("carryOver"), most: fc.integer({ min: 1, max: 5 }) }),
        fc.record({
          kind: fc.constant("setShowing"),
          showing: hours.map((at) => ({ instant: later(at), zone: "UTC" })),
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.oneof(
        fc.record({ kind: fc.constant("answer"), answer: fc.constantFrom("yes", "no", "maybe") }),
        fc.record({ kind: fc.constant("attend"), came: fc.boolean(), person }),
      ),
    },
  );

const nights = fc.constantFrom(...METHODS).chain((method) =>
  fc.record({
    rules: fc.record({
      method: fc.constant(method),
      phases: fc.constantFrom("together", "together", "apart"),
      votesEach: fc.constantFrom(null, 3),
      vetoesEach: fc.nat(2),
      quorum: fc.nat(4),
      proposalsUntil: fc.constantFrom(null, later(4)),
      proposedBy: fc.constantFrom("anyone", "anyone", "leader"),
    }),
    steps: fc.array(
      fc.record({
        who: fc.oneof(
          { weight: 9, arbitrary: person },
          { weight: 1, arbitrary: fc.constantFrom("clock", "p0") },
        ),
        command: commands(method),
        /** Minutes since the step before. */
        pause: fc.nat(25),
        /** Whether it is delivered twice. */
        again: fc.boolean(),
      }),
      { minLength: 60, maxLength: 120, size: "max" },
    ),
  }),
);

/** Who ever had more rights than others. */
const ledBy = ({ events }: Played) =>
  new Set([
    "mod1",
    "mod2",
    "p0",
    ...events.flatMap(({ kind, about, by }) => (kind === "handedOver" ? (about ?? by ?? []) : [])),
  ]);

function keepsTheRules(played: Played): void {
  const { night } = played;
  const led = ledBy(played);
  const { votesEach, vetoesEach, proposalsEach } = night.rules;
  for (const ballot of night.ballots.values()) {
    expect(namedBy(ballot).length).toBeLessThanOrEqual(votesEach ?? 99);
    expect(namedBy(ballot).every((film) => night.proposals.has(film))).toBe(true);
  }
  for (const [name, films] of night.vetoes)
    if (!name.startsWith("mod")) expect(films.length).toBeLessThanOrEqual(vetoesEach);
  const own = new Map<string, number>();
  for (const { by, withdrawn } of night.proposals.values())
    if (by !== null && !withdrawn) own.set(by, (own.get(by) ?? 0) + 1);
  for (const [name, count] of own) if (!led.has(name)) expect(count).toBeLessThanOrEqual(proposalsEach);
}

/** What an event may be, by the rules alone. */
function isAllowed(played: Played, deadlineBefore: string, leaderBefore: string | null): void {
  const event = played.events.at(-1);
  if (event === undefined) return;
  const { by, kind } = event;
  const mayLead = by === leaderBefore || (by?.startsWith("mod") ?? false);
  if (kind === "banned" || kind === "unbanned") expect(by).toMatch(/^mod/u);
  if (kind === "closed") expect(by === null ? event.at >= deadlineBefore : mayLead).toBe(true);
  const ofLeader = ["cancelled", "reopened", "deadlineMoved", "skipped", "carriedOver", "steppedDown"];
  if (ofLeader.includes(kind)) expect(mayLead).toBe(true);
  if (kind === "handedOver") expect(mayLead || leaderBefore === null).toBe(true);
  if (["voted", "retracted", "vetoed", "vetoLifted", "proposed", "withdrawn"].includes(kind)) {
    expect(event.at < deadlineBefore).toBe(true);
    expect(by).not.toBeNull();
  }
  if (kind !== "closed") return;
  const { winner, ranking } = event;
  expect(ranking).toEqual(elect(electionOf(played.night)).tally.ranking);
  const out = new Set([...played.night.banned, ...vetoed(played.night)]);
  expect(ranking.filter((film) => out.has(film) || played.night.proposals.get(film)?.withdrawn)).toEqual([]);
  if (winner !== null) expect(winner).toBe(ranking[0]);
  if (winner !== null) expect(played.night.ballots.size).toBeGreaterThanOrEqual(played.night.rules.quorum);
}

const opened = (rules: object): Played => {
  const played = new Played();
  played.does("p0", { kind: "open", rules: { ...RULES, carried: CARRIED, ...rules } });
  return played;
};

describe("whatever thirty people do", () => {
  it("nobody gets past the rules, nothing happens twice, and the events tell it all", {
    timeout: PATIENCE,
  }, () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(nights, ({ rules, steps }) => {
        const played = opened(rules);
        /** Kept beside it, by what was said yes to. */
        const votes = new Map<string, Ballot>();
        for (const [at, { who, command, pause, again }] of steps.entries()) {
          played.now = new Date(played.now.getTime() + pause * 60_000);
          const { deadline, leader } = played.night;
          const before = played.night;
          const decision = played.ask(who, command, `step ${at}`);
          const [event] = decision.ok ? decision.events : [];
          if (event === undefined) {
            expect(played.night).toBe(before);
            continue;
          }
          seen.set(event.kind, (seen.get(event.kind) ?? 0) + 1);
          if (event.kind === "voted") votes.set(who, event.ballot);
          if (event.kind === "retracted" || event.kind === "left") votes.delete(who);
          expect(played.night.ballots).toEqual(votes);
          keepsTheRules(played);
          isAllowed(played, deadline, leader);
          if (!again) continue;
          const after = played.night;
          expect(played.ask(who, command, `step ${at}`)).toEqual({ ok: true, events: [] });
          expect(evolve(after, event)).toBe(after);
        }
        const { events, night } = played;
        expect(fold(events)).toEqual(night);
        const middle = events.length >> 1;
        expect(fold(events.slice(middle), fold(events.slice(0, middle)))).toEqual(night);
        expect(fold(events.map((event) => readStored(toStored(event))))).toEqual(night);
        // Read twice, as after a crash between storing and remembering.
        expect(fold([...events, ...events])).toEqual(night);
        const { winner, second } = outcome(night);
        expect(winner === null || winner !== second).toBe(true);
        for (const { due, status } of dueJobs("n", night, played.now))
          expect(status === "waiting").toBe(played.now < due);
      }),
      { numRuns: NIGHTS, seed: 20, plugins },
    );
    // No promise is kept by nothing having happened.

    for (const kind of [
      "voted",
      "retracted",
      "proposed",
      "vetoed",
      "vetoLifted",
      "banned",
      "closed",
      "reopened",
      "skipped",
      "left",
      "carriedOver",
      "deadlineMoved",
      "proposalsLocked",
      "attended",
      "handedOver",
      "steppedDown",
    ])
      expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(0);
  });
});

describe("votes of two people", () => {
  it("come to the same, whoever is faster", { timeout: PATIENCE }, () => {
    const cases = fc.constantFrom(...METHODS).chain((method) => {
      const own = fc.oneof(
        { weight: 4, arbitrary: ballots(method).map((ballot): NightCommand => ({ kind: "vote", ballot })) },
        { weight: 1, arbitrary: fc.constant<NightCommand>({ kind: "retract" }) },
      );
      const all = fc.array(own, { minLength: 1, maxLength: 5 });
      return fc.record({
        method: fc.constant(method),
        rest: fc.array(ballots(method), { maxLength: 6 }),
        one: all,
        other: all,
        turns: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
      });
    });
    fc.assert(
      fc.property(cases, ({ method, rest, one, other, turns }) => {
        const start = opened({ method });
        for (let film = 6; film <= 9; film++)
          start.does("p0", { kind: "propose", film, facts: NOTHING_KNOWN });
        for (const [at, ballot] of rest.entries()) start.ask(`p${at + 3}`, { kind: "vote", ballot });
        const base = start.night;
        const play = (order: readonly boolean[]) => {
          const left = new Map([
            ["p1", [...one]],
            ["p2", [...other]],
          ]);
          let night = base;
          const ask = (who: string, at: number) => {
            const command = left.get(who)?.shift();
            if (command === undefined) return;
            const now = new Date(START.getTime() + HOUR + at);
            const decision = decide(night, command, { key: `${who} ${at}`, now, actor: actor(who) });
            for (const event of decision.ok ? decision.events : []) night = evolve(night, event) ?? night;
          };
          for (const [at, first] of order.entries()) ask(first ? "p1" : "p2", at);
          for (let at = 10; at < 20; at++) for (const who of ["p1", "p2"]) ask(who, at);
          return night;
        };
        const [mixed, after] = [play(turns), play(turns.map(() => true))];
        expect(outcome(mixed)).toEqual(outcome(after));
        expect(running(mixed)).toEqual(running(after));
      }),
      { numRuns: NIGHTS, seed: 21, plugins },
    );
  });
});
