/**
 * The buttons below a night, which all see. Anybody may press them: who may do what is decided when they are pressed. What
 * one person does beside voting has a menu of its own (menu.ts).
 */
import type { Action } from "../../../src/chat/answer/schema.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import { losers, winnerOf } from "../../../src/events/night/ended.js";
import { isOpen, phaseOf } from "../../../src/events/night/phase.js";
import { running } from "../../../src/events/night/running.js";
import type { Night } from "../../../src/events/night/state.js";
import type { KeptNight } from "../../../src/nights/kept.js";
import type { Words } from "../../../src/words.js";
import { LABELS } from "../words/labels.js";

/** Names of the actions: short, because a button has room for 64 bytes. */
export const ACTION = {
  vote: "nv",
  mine: "nm",
  answer: "na",
  attend: "nt",
  view: "nw",
  veto: "nx",
  ban: "nb",
  withdraw: "nd",
  lead: "nl",
  propose: "np",
  wanted: "ni",
  when: "nh",
  allCame: "nc",
} as const;

/** What those who lead do with one press; who does not lead takes the lead with one. */
export const DEEDS = [
  "close",
  "lock",
  "hour",
  "day",
  "cancel",
  "skip",
  "reopen",
  "carry",
  "stepDown",
  "takeLead",
] as const;
export type Deed = (typeof DEEDS)[number];

/** Films whose buttons are shown at once: with the others they are as many as Discord shows as buttons. */
export const FILMS_AT_ONCE = 9;

/** With more of them there is no room beside them for another way to propose. */
const FILMS_BESIDE_WANTED = 8;

export interface Showing {
  readonly kept: KeptNight;
  readonly now: Date;
  readonly label: (film: number) => string;
  readonly locale: Locale;
}

export function buttons(showing: Showing): Action[] {
  const { kept, now, locale } = showing;
  const { night } = kept;
  const phase = phaseOf(night, now);
  const press = pressing(kept.id, locale);
  const leading = night.leader === null ? [press(ACTION.lead, { d: "takeLead" }, LABELS.takeLead)] : [];
  const more = alone(press(ACTION.view, { v: "more" }, LABELS.more));
  if (night.ending !== null) return [...ofEnded(showing), ...leading, more];
  // Until it is counted nobody can do anything but look again.
  if (!isOpen(phase)) return [press(ACTION.view, { v: "main" }, LABELS.refresh)];
  const votes = phase === "proposing" ? [] : ofFilms(showing);
  const mine = phase === "proposing" ? [] : [press(ACTION.mine, { d: "show" }, LABELS.mine)];
  const wanted =
    phase === "voting" || votes.length > FILMS_BESIDE_WANTED
      ? []
      : [alone(press(ACTION.wanted, {}, LABELS.wanted))];
  return [...votes, ...answers(press), ...mine, ...(leading.length > 0 ? leading : wanted), more];
}

export type Press = (
  action: string,
  state: Readonly<Record<string, string | number>>,
  label: Words | string,
) => Action;

/** Buttons for all who see them. */
export function pressing(night: string, locale: Locale): Press {
  return (action, state, label) => ({
    label: typeof label === "string" ? label : say(locale, label),
    action,
    state: { n: night, ...state },
    shared: "update",
  });
}

/** What it shows is for whoever pressed alone: others go on with theirs. */
function alone(button: Action): Action {
  return { ...button, shared: "reply" };
}

/** The first films; where there are more, each turns the pages of all of them for themselves. */
function ofFilms({ kept, label, locale }: Showing): Action[] {
  const press = pressing(kept.id, locale);
  const all = running(kept.night);
  const shown = all.slice(0, FILMS_AT_ONCE).map(({ film }) => press(ACTION.vote, { f: film }, label(film)));
  if (all.length <= FILMS_AT_ONCE) return shown;
  const others = `${say(locale, LABELS.others)} (${all.length - FILMS_AT_ONCE})`;
  return [...shown, alone(press(ACTION.view, { v: "vote", p: 1 }, others))];
}

function answers(press: Press): Action[] {
  return [
    press(ACTION.answer, { a: "yes" }, LABELS.yes),
    press(ACTION.answer, { a: "maybe" }, LABELS.maybe),
    press(ACTION.answer, { a: "no" }, LABELS.no),
  ];
}

/** Whether people can say that they came: of an evening without a time, from when it is known what is shown. */
export function isEveningPast(night: Night, now: Date): boolean {
  const { showing } = night;
  return winnerOf(night) !== null && (showing === null || Date.parse(showing.instant) <= now.getTime());
}

function ofEnded({ kept, now, locale }: Showing): Action[] {
  const { id, night } = kept;
  const press = pressing(id, locale);
  const reopen = press(ACTION.lead, { d: "reopen" }, LABELS.reopen);
  if (night.ending?.kind !== "closed") return [reopen];
  const { winner, ranking } = night.ending;
  const came = [
    press(ACTION.attend, { a: "yes" }, LABELS.came),
    press(ACTION.attend, { a: "no" }, LABELS.cameNot),
  ];
  const evening = winner === null ? [] : isEveningPast(night, now) ? came : answers(press);
  const skip = winner !== null && night.skipped.length < ranking.length;
  const carry = losers(night).length > 0 && night.carriedOver === null;
  return [
    ...evening,
    ...(skip ? [press(ACTION.lead, { d: "skip" }, LABELS.skip)] : []),
    ...(carry ? [press(ACTION.lead, { d: "carry" }, LABELS.carry)] : []),
    reopen,
  ];
}
