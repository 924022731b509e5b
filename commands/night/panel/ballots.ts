/** What a pressed film makes of somebody's ballot, and how their ballot is told to them. */
import type { Action } from "../../../src/chat/answer/schema.js";
import { list } from "../../../src/chat/format.js";
import { say } from "../../../src/chat/locale.js";
import type { NightCommand } from "../../../src/events/night/command.js";
import { running } from "../../../src/events/night/running.js";
import type { Night } from "../../../src/events/night/state.js";
import { BALLOT_OF, type Ballot, namedBy } from "../../../src/events/voting/ballot.js";
import type { KeptNight } from "../../../src/nights/kept.js";
import { filmName, type Reading } from "../words/films.js";
import { ACTION, type Press } from "./buttons.js";

/** A star is two points of a score. */
const POINTS = 2;
const MOST_STARS = 5;

/** The ballot with the film pressed once more; no ballot where nothing of it is left in the running. */
export function pressed(night: Night, person: string, film: number, stars?: number): NightCommand {
  const ballot = changed(night, night.ballots.get(person), film, stars);
  const films = new Set(running(night).map((one) => one.film));
  // A film that is in no ballot any more is told to be out by the vote itself.
  const isLeft = namedBy(ballot).some((one) => films.has(one));
  return isLeft || !night.ballots.has(person) ? { kind: "vote", ballot } : { kind: "retract" };
}

function changed(night: Night, before: Ballot | undefined, film: number, stars: number | undefined): Ballot {
  switch (BALLOT_OF[night.rules.method]) {
    case "approval": {
      const films = before?.kind === "approval" ? before.films : [];
      return { kind: "approval", films: toggled(films, film) };
    }
    case "ranked": {
      const tiers = before?.kind === "ranked" ? before.tiers : [];
      const named = tiers.some((tier) => tier.includes(film));
      const left = tiers.map((tier) => tier.filter((one) => one !== film)).filter((tier) => tier.length > 0);
      return { kind: "ranked", tiers: named ? left : [...left, [film]] };
    }
    case "score": {
      const scores = before?.kind === "score" ? before.scores : [];
      const own = (scores.find((one) => one.film === film)?.score ?? 0) / POINTS;
      const next = stars ?? (own >= MOST_STARS ? 0 : Math.floor(own) + 1);
      const others = scores.filter((one) => one.film !== film);
      return { kind: "score", scores: next === 0 ? others : [...others, { film, score: next * POINTS }] };
    }
  }
}

function toggled(films: readonly number[], film: number): readonly number[] {
  return films.includes(film) ? films.filter((one) => one !== film) : [...films, film];
}

/** Whether who votes has to be told what their ballot says now: the panel does not show it. */
export function needsTelling({ rules }: Night): boolean {
  return rules.method !== "approval" || rules.tally === "hidden";
}

/** What somebody's own ballot says now, and what they vetoed. */
export function ballotWords(reading: Reading, { night }: KeptNight, person: string): string {
  const { locale } = reading;
  const ballot = night.ballots.get(person);
  const said = ballot === undefined ? "" : ballotText(reading, ballot);
  const vetoes = (night.vetoes.get(person) ?? []).map((one) => filmName(reading, one));
  const parts = [
    said === ""
      ? say(locale, { es: "No has votado.", en: "You have not voted." })
      : say(locale, { es: `Tu voto: ${said}.`, en: `Your vote: ${said}.` }),
    ...(vetoes.length > 0
      ? [say(locale, { es: `Vetaste ${list(locale, vetoes)}.`, en: `You vetoed ${list(locale, vetoes)}.` })]
      : []),
  ];
  return parts.join(" ");
}

/** Best first: "1. Alien (1979), 2. Volver (2006)". */
function ballotText(reading: Reading, ballot: Ballot): string {
  if (ballot.kind === "approval") return ballot.films.map((film) => filmName(reading, film)).join(", ");
  if (ballot.kind === "ranked")
    return ballot.tiers
      .map((tier, at) => `${at + 1}. ${tier.map((film) => filmName(reading, film)).join(" = ")}`)
      .join(", ");
  return ballot.scores
    .toSorted((a, b) => b.score - a.score)
    .map(({ film, score }) => `${filmName(reading, film)} ${"★".repeat(Math.round(score / POINTS))}`)
    .join(", ");
}

/** Stars to choose for a film. */
export function starButtons(press: Press, film: number): Action[] {
  return Array.from({ length: MOST_STARS }, (_, at) =>
    press(ACTION.vote, { f: film, s: at + 1 }, "★".repeat(at + 1)),
  );
}
