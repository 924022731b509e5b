/** The queue of ordered faults. */
import type { FaultRule, RestFaults } from "./faults-types.js";

interface Pending {
  readonly rule: FaultRule;
  left: number;
  readonly until: number;
}

export class FaultQueue implements RestFaults {
  #pending: Pending[] = [];

  add(rule: FaultRule): void {
    const until = rule.forMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + rule.forMs;
    const times = rule.times ?? (rule.forMs === undefined ? 1 : Number.POSITIVE_INFINITY);
    this.#pending.push({ rule, left: times, until });
  }

  clear(): void {
    this.#pending = [];
  }

  get pending(): number {
    this.#drop();
    return this.#pending.length;
  }

  /** The fault to play on this request, if any; it is used up by one. */
  take(method: string, route: string, path: string): FaultRule | undefined {
    if (this.#pending.length === 0) return undefined;
    this.#drop();
    const found = this.#pending.find(({ rule }) => matches(rule, method, route, path));
    if (found) found.left -= 1;
    return found?.rule;
  }

  #drop(): void {
    const now = performance.now();
    this.#pending = this.#pending.filter(({ left, until }) => left > 0 && now < until);
  }
}

function matches(rule: FaultRule, method: string, route: string, path: string): boolean {
  if (rule.method !== undefined && rule.method !== method) return false;
  if (rule.route === undefined) return true;
  if (typeof rule.route === "string") return route.includes(rule.route) || path.includes(rule.route);
  return rule.route.test(path);
}
