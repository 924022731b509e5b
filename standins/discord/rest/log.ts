/** The last requests, and counters. */

import { Ring } from "../../ring.js";
import type { Counters, LoggedRequest, RequestLog } from "./log-types.js";

export class Log implements RequestLog {
  #ring: Ring<LoggedRequest>;

  constructor(keep: number) {
    this.#ring = new Ring(keep);
  }

  add(request: LoggedRequest): void {
    this.#ring.push(request);
  }

  list(filter: { method?: string; route?: string } = {}): readonly LoggedRequest[] {
    const { method, route } = filter;
    return this.#ring.all
      .filter((one) => method === undefined || one.method === method)
      .filter((one) => route === undefined || one.route.includes(route) || one.path.includes(route));
  }

  clear(): void {
    this.#ring.clear();
  }
}

export function newCounters(): Counters {
  return {
    requests: 0,
    refused: {},
    invalid: 0,
    rateLimited: 0,
    faults: 0,
    interactions: 0,
    answered: 0,
    undelivered: 0,
    pinged: 0,
    connections: 0,
    identifies: 0,
    resumes: 0,
    heartbeats: 0,
    dispatched: 0,
  };
}
