/** What happens in a day, hour by hour, and what has to be so when the hour is over. */
import { setTimeout as pause } from "node:timers/promises";
import type { StandIn } from "../../../../standins/discord/index.js";
import type { Postgres } from "../../../../standins/postgres/index.js";
import type { Account } from "./account.js";
import type { Watch } from "./asking.js";
import type { Instances } from "./instances.js";
import type { Outage, Upstream } from "./upstream.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Milliseconds until a schedule that runs every few seconds has brought what is new, on a machine that is busy. */
const PATIENCE = 300_000;

export interface DayParts {
  readonly account: Account;
  readonly instances: Instances;
  readonly watch: Watch;
  readonly upstream: Upstream;
  readonly discord: StandIn;
  readonly postgres: Postgres;
  /** Milliseconds that an hour lasts at least. */
  readonly hourMs: number;
}

export class Day {
  readonly #parts: DayParts;
  /** Whether clocks are as far off as Discord's signatures may be old. */
  #isFarOff = false;

  constructor(parts: DayParts) {
    this.#parts = parts;
  }

  get isDiscordAsked(): boolean {
    return !this.#isFarOff;
  }

  /** What happens in each hour after the first. */
  get hours(): readonly ((hour: number) => Promise<void>)[] {
    return [
      (hour) => this.#refreshed(hour),
      (hour) => this.#half(hour),
      () => this.#restarted(),
      (hour) => this.#out(hour, "500"),
      (hour) => this.#clocks(hour, [4 * MINUTE, -4 * MINUTE]),
      (hour) => this.#clocks(hour, [0, 0]),
      (hour) => this.#withoutPostgres(hour),
      (hour) => this.#slowDiscord(hour),
      (hour) => this.#fullDisk(hour),
      (hour) => this.#out(hour, "404"),
      (hour) => this.#clocks(hour, [2 * HOUR, -3 * HOUR]),
      (hour) => this.#clocks(hour, [-HOUR, 2 * HOUR]),
      (hour) => this.#clocks(hour, [0, 0]),
      () => this.#restarted(),
      (hour) => this.#out(hour, "timeout"),
      (hour) => this.#restartedAhead(hour),
      (hour) => this.#clocks(hour, [0, 0]),
      (hour) => this.#withoutPostgres(hour),
      (hour) => this.#out(hour, "html"),
      (hour) => this.#half(hour),
      (hour) => this.#fullDisk(hour),
      (hour) => this.#slowDiscord(hour),
      (hour) => this.#refreshed(hour),
    ];
  }

  async #refreshed(hour: number): Promise<void> {
    this.#parts.upstream.offer(hour);
    await this.#adopted(hour);
  }

  /** Half of the films are gone: that is refused, and what there was stays. */
  async #half(hour: number): Promise<void> {
    const { upstream, watch, instances } = this.#parts;
    const before = watch.newest;
    const refused = 'claqueta_refresh_runs_total{outcome="refused"}';
    const counted = await instances.metric(refused);
    upstream.offer(hour, 0.5);
    await this.#come(async () => {
      const now = await instances.metric(refused);
      return now.every((count, at) => count > (counted[at] || 0));
    }, "half of a feed is refused");
    this.#isServed(before);
  }

  async #restarted(): Promise<void> {
    await this.#parts.instances.restartInTurn();
  }

  /** The source is down: what there was is served, that it fails is told, and it is asked again. */
  async #out(hour: number, kind: Outage): Promise<void> {
    const { upstream, watch, instances, hourMs } = this.#parts;
    const before = watch.newest;
    upstream.offer(hour);
    upstream.outage(kind);
    // A source that gives no answer is waited for longer than this hour lasts.
    if (kind === "timeout") await pause(hourMs);
    else {
      const isFailing = async () =>
        (await instances.metric("claqueta_refresh_failing")).every((is) => is === 1);
      await this.#come(isFailing, `an outage (${kind}) is told`);
    }
    this.#isServed(before);
    upstream.outage(undefined);
    await this.#adopted(hour);
  }

  async #clocks(hour: number, ahead: readonly number[]): Promise<void> {
    const { instances } = this.#parts;
    const isFar = ahead.some((by) => Math.abs(by) > 4 * MINUTE);
    // Whoever is asked by Discord still is when its clock jumps would have to refuse.
    this.#isFarOff ||= isFar;
    await pause(1_000);
    instances.setClocks(ahead);
    await pause(1_000);
    this.#isFarOff = isFar;
    await this.#refreshed(hour);
  }

  /** A clock that is a day ahead from the start, as after an empty battery; what it wrote down is of the future. */
  async #restartedAhead(hour: number): Promise<void> {
    const { instances } = this.#parts;
    this.#isFarOff = true;
    await pause(1_000);
    instances.setClocks([26 * HOUR, 0]);
    await instances.restartInTurn();
    await this.#refreshed(hour);
  }

  async #withoutPostgres(hour: number): Promise<void> {
    const { postgres, hourMs } = this.#parts;
    await postgres.kill();
    await pause(hourMs / 4);
    await this.#refreshed(hour);
    await postgres.start();
  }

  async #slowDiscord(hour: number): Promise<void> {
    this.#parts.discord.faults.add({ kind: "delay", ms: 300, times: 20, route: "callback" });
    await this.#refreshed(hour);
  }

  async #fullDisk(hour: number): Promise<void> {
    const { instances, upstream, watch } = this.#parts;
    const before = watch.newest;
    instances.fillDisks();
    const said = instances.complaints.length;
    upstream.offer(hour);
    if (instances.haveDisks) {
      await this.#come(async () => /ENOSPC|no space/iu.test(instances.complaints.slice(said)), "it is told");
      this.#isServed(before);
    }
    instances.freeDisks();
    await this.#adopted(hour);
  }

  #isServed(hour: number): void {
    const { account, watch } = this.#parts;
    if (watch.newest !== hour) account.fault(`hour ${watch.newest} is served, not ${hour}`);
  }

  #adopted(hour: number): Promise<void> {
    const { watch } = this.#parts;
    return this.#come(async () => watch.newest === hour, `hour ${hour} is served`);
  }

  async #come(isSo: () => Promise<boolean>, what: string): Promise<void> {
    const { account, watch } = this.#parts;
    const end = performance.now() + PATIENCE;
    while (!(await isSo())) {
      if (performance.now() > end) {
        const said = this.#parts.instances.complaints.slice(-3_000);
        // It is a fault like others, and the day goes on: one run tells all of them.
        account.fault(`${what}: not within ${PATIENCE} ms; newest is ${watch.newest}\n${said}`);
        return;
      }
      await pause(250);
    }
  }
}
