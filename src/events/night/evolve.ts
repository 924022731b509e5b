/** What an event makes of a night. Nothing is checked here: what happened, happened. */
import type { NightEvent } from "./events/schema.js";
import type { Night, Proposal } from "./state.js";

/** @param night undefined before it was opened. What happened already (its key says so) changes nothing */
export function evolve(night: Night | undefined, event: NightEvent): Night | undefined {
  if (night === undefined) return event.kind === "opened" ? opened(event) : undefined;
  if (night.keys.has(event.key)) return night;
  return { ...night, ...changed(night, event), keys: new Set(night.keys).add(event.key) };
}

/** A night from all its events, in order; or from where it stood before those. */
export function fold(events: Iterable<NightEvent>, from?: Night): Night | undefined {
  let night = from;
  for (const event of events) night = evolve(night, event);
  return night;
}

function opened({ rules, at, by, key }: Extract<NightEvent, { kind: "opened" }>): Night {
  const carried = rules.carried.map(
    ({ film, points }): Proposal => ({ film, by: null, at, points, withdrawn: false }),
  );
  return {
    rules,
    openedAt: at,
    leader: by,
    deadline: rules.deadline,
    deadlineSetAt: at,
    proposals: new Map(carried.map((proposal) => [proposal.film, proposal])),
    banned: new Set(),
    ballots: new Map(),
    vetoes: new Map(),
    locked: false,
    showing: rules.showing,
    showingSetAt: at,
    answers: new Map(),
    attendance: new Map(),
    ending: null,
    skipped: [],
    carriedOver: null,
    keys: new Set([key]),
  };
}

function changed(night: Night, event: NightEvent): Partial<Night> {
  const { at, by } = event;
  /** Whom it is about. */
  const person = event.about ?? by ?? "";
  switch (event.kind) {
    case "opened":
      return {};
    case "proposed": {
      const points = night.proposals.get(event.film)?.points ?? 0;
      const proposal = { film: event.film, by, at, points, withdrawn: false };
      return { proposals: new Map(night.proposals).set(event.film, proposal) };
    }
    case "withdrawn": {
      const proposal = night.proposals.get(event.film);
      if (proposal === undefined) return {};
      return { proposals: new Map(night.proposals).set(event.film, { ...proposal, withdrawn: true }) };
    }
    case "banned":
      return { banned: new Set(night.banned).add(event.film) };
    case "unbanned":
      return { banned: new Set([...night.banned].filter((film) => film !== event.film)) };
    case "voted":
      return { ballots: new Map(night.ballots).set(person, event.ballot) };
    case "retracted":
      return { ballots: without(night.ballots, person) };
    case "vetoed":
      return { vetoes: new Map(night.vetoes).set(person, [...vetoesOf(night, person), event.film]) };
    case "vetoLifted": {
      const left = vetoesOf(night, person).filter((film) => film !== event.film);
      return {
        vetoes: left.length === 0 ? without(night.vetoes, person) : new Map(night.vetoes).set(person, left),
      };
    }
    case "proposalsLocked":
      return { locked: true };
    case "deadlineMoved":
      return { deadline: event.deadline, deadlineSetAt: at };
    case "closed":
      return { ending: { kind: "closed", at, winner: event.winner, ranking: event.ranking } };
    case "reopened":
      return {
        ending: null,
        deadline: event.deadline,
        deadlineSetAt: at,
        // What cannot be shown does not run again, unless a moderator lets it.
        banned: new Set([...night.banned, ...night.skipped]),
        skipped: [],
      };
    case "cancelled":
      return { ending: { kind: "cancelled", at } };
    case "showingSet":
      return { showing: event.showing, showingSetAt: at };
    case "answered":
      return { answers: new Map(night.answers).set(person, event.answer) };
    case "attended":
      return { attendance: new Map(night.attendance).set(person, event.came) };
    case "skipped":
      return { skipped: [...night.skipped, event.film] };
    case "carriedOver":
      return { carriedOver: event.films };
    case "handedOver":
      return { leader: person };
    case "steppedDown":
      return { leader: null };
    case "left":
      return {
        ballots: without(night.ballots, person),
        vetoes: without(night.vetoes, person),
        answers: without(night.answers, person),
        ...(night.leader === person ? { leader: null } : {}),
      };
  }
}

function vetoesOf({ vetoes }: Night, person: string): readonly number[] {
  return vetoes.get(person) ?? [];
}

function without<Value>(map: ReadonlyMap<string, Value>, person: string): ReadonlyMap<string, Value> {
  const left = new Map(map);
  left.delete(person);
  return left;
}
