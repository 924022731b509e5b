/** What is to be done for a night and when, from its state alone: whoever lost count begins here again. */
import { winnerOf } from "./ended.js";
import type { Night } from "./state.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** So long before the film people are reminded of it. */
const SHOWING_REMINDERS = [DAY, 15 * MINUTE];
/** So long after it began everybody has seen it, and is asked whether they came; */
const ATTENDANCE = 3 * HOUR;
/** for so long. */
const ATTENDANCE_ASKED = DAY;
/** So long before the deadline, who did not vote is reminded of it, */
const VOTE_REMINDER = HOUR;
/** in a night that takes votes for so long. */
const LONG_NIGHT = 3 * HOUR;
/** From then on whoever does it says that it comes late. */
const LATE = MINUTE;

export type NightJobKind =
  | "night-lock"
  | "night-close"
  | "night-vote-reminder"
  | "night-showing-reminder"
  | "night-attendance";

export interface NightJob {
  readonly kind: NightJobKind;
  /**
   * The same for the same thing to do, and another one once that is moved: what was done under a key is done, and a key
   * that is no longer among a night's jobs is not to be done.
   */
  readonly key: string;
  readonly due: Date;
  /** From then on it is of no use any more; never where undefined. */
  readonly until?: Date;
  readonly status: "waiting" | "due" | "late" | "lapsed";
  /** Whom it is for, as of now; empty for all. */
  readonly people: readonly string[];
}

/** What a night still needs, soonest first. Whether it was done already the caller knows, by its key. */
export function dueJobs(id: string, night: Night, now: Date): readonly NightJob[] {
  const planned = night.ending === null ? [...ofVoting(night), ...ofShowing(night)] : ofShowing(night);
  return planned
    .map(({ kind, name, due, until, people }): NightJob => {
      const key = `${id}:${name}:${new Date(due).toISOString()}`;
      const status = statusAt(now.getTime(), due, until);
      const limit = until === undefined ? {} : { until: new Date(until) };
      return { kind, key, due: new Date(due), ...limit, status, people };
    })
    .sort((a, b) => a.due.getTime() - b.due.getTime());
}

interface Planned extends Pick<NightJob, "kind" | "people"> {
  readonly name: string;
  readonly due: number;
  readonly until?: number;
}

function statusAt(now: number, due: number, until = Number.POSITIVE_INFINITY): NightJob["status"] {
  if (now < due) return "waiting";
  if (now >= until) return "lapsed";
  return now < due + LATE ? "due" : "late";
}

function ofVoting(night: Night): Planned[] {
  const deadline = Date.parse(night.deadline);
  const planned: Planned[] = [{ kind: "night-close", name: "close", due: deadline, people: [] }];
  const { proposalsUntil } = night.rules;
  if (proposalsUntil !== null && !night.locked)
    planned.push({
      kind: "night-lock",
      name: "lock",
      due: Date.parse(proposalsUntil),
      until: deadline,
      people: [],
    });
  const late = [...takingPart(night)].filter((person) => !night.ballots.has(person));
  if (deadline - Date.parse(night.deadlineSetAt) >= LONG_NIGHT && late.length > 0)
    planned.push({
      kind: "night-vote-reminder",
      name: "vote",
      due: deadline - VOTE_REMINDER,
      until: deadline,
      people: late,
    });
  return planned;
}

/** Who leads, proposed something or means to come. */
function takingPart({ leader, proposals, answers }: Night): ReadonlySet<string> {
  const people = [leader, ...[...proposals.values()].map(({ by }) => by)].filter((person) => person !== null);
  for (const [person, answer] of answers) if (answer !== "no") people.push(person);
  return new Set(people.filter((person) => answers.get(person) !== "no"));
}

function ofShowing(night: Night): Planned[] {
  const { showing, showingSetAt, ending, answers } = night;
  // Where nothing won there is nothing to come to.
  if (showing === null || (ending !== null && winnerOf(night) === null)) return [];
  const at = Date.parse(showing.instant);
  const people = [...answers].flatMap(([person, answer]) => (answer === "no" ? [] : person));
  const over = at + ATTENDANCE;
  const attendance: Planned = {
    kind: "night-attendance",
    name: "attendance",
    due: over,
    until: over + ATTENDANCE_ASKED,
    people,
  };
  const reminders = SHOWING_REMINDERS.flatMap((before, index): Planned[] => {
    const due = at - before;
    // Whoever has just said when knows it.
    if (Date.parse(showingSetAt) >= due) return [];
    const next = SHOWING_REMINDERS[index + 1] ?? 0;
    const name = `showing-${before / MINUTE}`;
    return [{ kind: "night-showing-reminder", name, due, until: at - next, people }];
  });
  return ending !== null && Date.parse(showingSetAt) < over ? [...reminders, attendance] : reminders;
}
