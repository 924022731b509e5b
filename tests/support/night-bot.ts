/** A bot with all its commands on the starter catalogue, whose store is a file that can be closed and opened again. */
import { createProgram } from "../../src/app/bot/program.js";
import { nightJobs } from "../../src/app/jobs/nights.js";
import type { Bot } from "../../src/chat/contract.js";
import { Runner } from "../../src/schedule/runner.js";
import type { Store } from "../../src/store/port.js";
import type { Surface } from "../../src/surface/port.js";
import { memoryPorts } from "./fakes.js";
import { type LastingFile, lastingFile } from "./nights.js";
import { starter } from "./starter-index.js";

export interface NightBot {
  readonly bot: Bot;
  store(): Store;
  /** Closes the store, and opens it again as another process would. */
  restart(): Promise<void>;
  /** One of several processes, at a time that is so much later than now. */
  runner(surface: Surface, later: () => number): Promise<Runner>;
  readonly logged: readonly object[];
}

export async function nightBot(file: LastingFile = lastingFile()): Promise<NightBot> {
  let store = await file.open();
  const ports = memoryPorts();
  const bot: Bot = {
    edition: starter.edition,
    program: createProgram({ minimumVotes: 2000 }),
    ports: { ...ports, store: async () => store },
  };
  return {
    bot,
    logged: ports.logged,
    store: () => store,
    async restart() {
      await store.close();
      store = await file.open();
    },
    async runner(surface, later) {
      const own = await file.open();
      return new Runner({
        store: async () => own,
        handlers: nightJobs({
          bot: () => bot,
          deliver: (place, answer, locale, sending) => surface.deliver(place, answer, locale, sending),
          calendar: () => surface.calendar,
          redraw: (message, answer, locale) => surface.redraw(message, answer, locale),
        }),
        log: ports.log,
        now: () => new Date(Date.now() + later()),
      });
    },
  };
}

/** Does all that is due, by several at once. */
export async function allRounds(runners: readonly Runner[]): Promise<void> {
  for (;;) {
    const taken = await Promise.all(runners.map((runner) => runner.round()));
    if (taken.every((count) => count === 0)) return;
  }
}
