/** What comes of a command: events, or a refusal. Nothing else decides what may happen to a night. */
import type { Context, Decision, NightCommand } from "../command.js";
import { type NightEvent, VERSION } from "../events/schema.js";
import type { Night } from "../state.js";
import { cancel, close, closeByClock, extend, lock, lockByClock, reopen } from "./course.js";
import { answer, attend, carryOver, setShowing, skip } from "./evening.js";
import { ban, propose, withdraw } from "./films.js";
import { handOver, leave, stepDown, takeLead } from "./leading.js";
import { open } from "./opening.js";
import type { Asking, Draft, Verdict } from "./verdict.js";
import { liftVeto, retract, veto, vote } from "./votes.js";

/**
 * @param night undefined where there is none yet
 * @returns at most one event: what was asked for before (`context.key`), or is so already, happens no second time
 */
export function decide(night: Night | undefined, command: NightCommand, context: Context): Decision {
  if (night?.keys.has(context.key)) return { ok: true, events: [] };
  const verdict = verdictOn(night, command, context);
  if (verdict === null) return { ok: true, events: [] };
  if ("code" in verdict) return { ok: false, refusal: verdict };
  return { ok: true, events: [happening(verdict, context)] };
}

function happening({ about = undefined, ...draft }: Draft, { key, now, actor }: Context): NightEvent {
  const by = actor === "clock" ? null : actor.person;
  return { ...draft, v: VERSION, key, at: now.toISOString(), by, about: about ?? null };
}

function verdictOn(night: Night | undefined, command: NightCommand, { now, actor }: Context): Verdict {
  if (command.kind === "open") {
    if (actor === "clock") return { code: "not_by_clock" };
    return night === undefined ? open(command, now) : { code: "night_exists" };
  }
  if (night === undefined) return { code: "no_night" };
  if (actor !== "clock") return asked(command, { night, now, actor });
  if (command.kind === "lock") return lockByClock(night, now);
  if (command.kind === "close") return closeByClock(night, now);
  return { code: "not_by_clock" };
}

function asked(command: Exclude<NightCommand, { kind: "open" }>, asking: Asking): Verdict {
  switch (command.kind) {
    case "propose":
      return propose(command, asking);
    case "withdraw":
      return withdraw(command, asking);
    case "ban":
    case "unban":
      return ban(command, asking);
    case "vote":
      return vote(command, asking);
    case "retract":
      return retract(asking);
    case "veto":
      return veto(command, asking);
    case "liftVeto":
      return liftVeto(command, asking);
    case "lock":
      return lock(asking);
    case "close":
      return close(asking);
    case "extend":
      return extend(command, asking);
    case "reopen":
      return reopen(command, asking);
    case "cancel":
      return cancel(asking);
    case "setShowing":
      return setShowing(command, asking);
    case "answer":
      return answer(command, asking);
    case "attend":
      return attend(command, asking);
    case "skip":
      return skip(asking);
    case "carryOver":
      return carryOver(command, asking);
    case "handOver":
      return handOver(command, asking);
    case "stepDown":
      return stepDown(asking);
    case "takeLead":
      return takeLead(asking);
    case "leave":
      return leave(asking);
  }
}
