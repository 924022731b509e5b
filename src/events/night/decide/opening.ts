/** A night begins: with rules that hold together. */
import type { Refusal } from "../command.js";
import { nightRules, type Showing } from "../events/rules.js";
import type { CommandOf, Verdict } from "./verdict.js";

const MINUTE = 60_000;

/** For how long a night takes votes, from when that is said. */
const SHORTEST = MINUTE;
const LONGEST = 30 * 24 * 60 * MINUTE;

export function open({ rules }: CommandOf<"open">, now: Date): Verdict {
  const read = nightRules.safeParse(rules);
  if (!read.success) return { code: "bad_rule", rule: String(read.error.issues[0]?.path[0] ?? "rules") };
  const { deadline, proposalsUntil, showing, carried } = read.data;
  if (proposalsUntil !== null) {
    const at = Date.parse(proposalsUntil);
    if (at <= now.getTime() || at >= Date.parse(deadline))
      return { code: "bad_rule", rule: "proposalsUntil" };
  }
  if (new Set(carried.map(({ film }) => film)).size < carried.length)
    return { code: "bad_rule", rule: "carried" };
  return (
    deadlineRefusal(deadline, now) ??
    (showing && showingRefusal(showing, deadline, now)) ?? { kind: "opened", rules: read.data }
  );
}

/** @param deadline an ISO instant; what is none is out of range */
export function deadlineRefusal(deadline: string, now: Date): Refusal | undefined {
  const [earliest, latest] = [now.getTime() + SHORTEST, now.getTime() + LONGEST];
  const at = Date.parse(deadline);
  if (at >= earliest && at <= latest) return undefined;
  return {
    code: "deadline_range",
    earliest: new Date(earliest).toISOString(),
    latest: new Date(latest).toISOString(),
  };
}

/** @param deadline null where voting is over */
export function showingRefusal(showing: Showing, deadline: string | null, now: Date): Refusal | undefined {
  const at = Date.parse(showing.instant);
  if (at <= now.getTime()) return { code: "showing_past" };
  if (deadline !== null && at < Date.parse(deadline)) return { code: "showing_before_deadline", deadline };
  return undefined;
}
