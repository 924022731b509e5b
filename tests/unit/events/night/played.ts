/** A night that is played by hand: who does what, and what they are told. */
import { expect } from "vitest";
import type { Actor, Decision, FilmFacts, NightCommand } from "../../../../src/events/night/command.js";
import { decide } from "../../../../src/events/night/decide/decide.js";
import type { NightRules } from "../../../../src/events/night/events/rules.js";
import type { NightEvent } from "../../../../src/events/night/events/schema.js";
import { evolve } from "../../../../src/events/night/evolve.js";
import type { Night } from "../../../../src/events/night/state.js";

/** 20:00 in Madrid. */
export const START = new Date("2026-12-01T19:00:00.000Z");
export const HOUR = 3_600_000;
const MINUTE = 60_000;

export const later = (hours: number): string => new Date(START.getTime() + hours * HOUR).toISOString();

export const RULES: NightRules = {
  title: "Cine del jueves",
  method: "approval",
  deadline: later(24),
  phases: "together",
  proposalsUntil: null,
  tally: "open",
  votesEach: null,
  vetoesEach: 1,
  quorum: 1,
  tieBreak: { rules: ["firstPlaces", "earlier"], seed: "seed" },
  runtimeLimit: null,
  platform: null,
  showing: null,
  proposalsEach: 2,
  proposedBy: "anyone",
  carried: [],
};

export const NOTHING_KNOWN: FilmFacts = { runtime: null, offered: null, seenAt: null };

/** "mod" and whoever's name begins so moderates. */
export const actor = (name: string): Actor =>
  name === "clock" ? "clock" : { person: name, moderates: name.startsWith("mod") };

export const propose = (film: number, facts: Partial<FilmFacts> = {}): NightCommand => ({
  kind: "propose",
  film,
  facts: { ...NOTHING_KNOWN, ...facts },
});

export const approve = (...films: readonly number[]): NightCommand => ({
  kind: "vote",
  ballot: { kind: "approval", films },
});

export class Played {
  state: Night | undefined;
  readonly events: NightEvent[] = [];
  now = START;

  /** Opened by "ana". */
  static with(rules: Partial<NightRules> = {}): Played {
    const played = new Played();
    played.does("ana", { kind: "open", rules: { ...RULES, ...rules } });
    return played;
  }

  get night(): Night {
    if (this.state === undefined) throw new Error("there is no night");
    return this.state;
  }

  /** @param hours since the night began */
  at(hours: number): this {
    this.now = new Date(START.getTime() + hours * HOUR);
    return this;
  }

  ask(name: string, command: NightCommand, key = `key ${this.events.length} ${name}`): Decision {
    const decision = decide(this.state, command, { key, now: this.now, actor: actor(name) });
    if (!decision.ok) return decision;
    for (const event of decision.events) {
      this.events.push(event);
      this.state = evolve(this.state, event);
    }
    return decision;
  }

  /** Something happens. */
  does(name: string, ...commands: readonly NightCommand[]): this {
    for (const command of commands) {
      const decision = this.ask(name, command);
      expect(decision.ok ? decision.events.length : decision.refusal).toBe(1);
      this.now = new Date(this.now.getTime() + MINUTE / 60);
    }
    return this;
  }

  /** Nothing happens, because it is so already. */
  changesNothing(name: string, command: NightCommand, key?: string): this {
    expect(this.ask(name, command, key)).toEqual({ ok: true, events: [] });
    return this;
  }

  refuses(name: string, command: NightCommand, refusal: object): this {
    expect(this.ask(name, command)).toEqual({ ok: false, refusal });
    return this;
  }
}
