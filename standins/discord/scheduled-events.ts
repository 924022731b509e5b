/** Calendars of servers, as far as a bot enters something into them. */
import type { Clock } from "./clock.js";
import { refused } from "./refused.js";
import { enforce } from "./rules/rule.js";
import { scheduledEventRules } from "./rules/scheduled-events.js";
import type { CalendarControl, Json } from "./types.js";

/** Events to come that a server may have. */
const MOST = 100;

export class ScheduledEvents implements CalendarControl {
  readonly #byGuild = new Map<string, Map<string, Json>>();
  readonly #forbidden = new Set<string>();
  readonly #clock: Clock;
  readonly #creator: string;

  constructor(clock: Clock, creator: string) {
    this.#clock = clock;
    this.#creator = creator;
  }

  of(guild: string): readonly Json[] {
    return [...(this.#byGuild.get(guild)?.values() ?? [])];
  }

  forbid(guild: string): void {
    this.#forbidden.add(guild);
  }

  delete(guild: string, id: string): void {
    this.#byGuild.get(guild)?.delete(id);
  }

  clear(): void {
    this.#byGuild.clear();
    this.#forbidden.clear();
  }

  /** Checks an event and gives what enters it; throws what Discord refuses. */
  prepare(guild: string, body: Json): () => Json {
    this.#check(guild);
    enforce(scheduledEventRules, { body, now: this.#clock.now() });
    if (this.of(guild).filter(({ status }) => status === 1).length >= MOST) throw refused.tooManyEvents();
    return () => {
      const id = this.#clock.id();
      const event = { id, guild_id: guild, creator_id: this.#creator, status: 1, ...EMPTY, ...body };
      this.#byGuild.set(guild, (this.#byGuild.get(guild) ?? new Map<string, Json>()).set(id, event));
      return event;
    };
  }

  /** The same for a change of one. */
  prepareEdit(guild: string, id: string, changes: Json): () => Json {
    this.#check(guild);
    const before = this.#byGuild.get(guild)?.get(id);
    if (!before) throw refused.unknownEvent();
    if (before.status === 3 || before.status === 4) throw refused.finishedEvent();
    const event = { ...before, ...changes };
    enforce(scheduledEventRules, { body: event, before, now: this.#clock.now() });
    return () => {
      this.#byGuild.get(guild)?.set(id, event);
      return event;
    };
  }

  #check(guild: string): void {
    if (this.#forbidden.has(guild)) throw refused.missingPermissions();
  }
}

const EMPTY = {
  description: null,
  channel_id: null,
  image: null,
  entity_id: null,
  recurrence_rule: null,
  guild_scheduled_event_exceptions: [],
};
