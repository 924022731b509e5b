/** The bot on the starter catalogue with a real store, and the questions of known people in a group or alone. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll } from "vitest";
import { transfer } from "../../src/app/bot/transfer.js";
import type { OptionValues } from "../../src/chat/answer/schema.js";
import { ask } from "../../src/chat/ask.js";
import type { Asking, Place } from "../../src/chat/asking.js";
import type { Outcome } from "../../src/chat/outcome.js";
import { act } from "../../src/chat/run.js";
import { openStoreHere } from "../../src/store/opening/here.js";
import type { Store } from "../../src/store/port.js";
import { asking, memoryPorts, type TestBot } from "./fakes.js";
import { starter } from "./starter-index.js";
import { memoryFolder } from "./store/folder.js";

export const GROUP: Place = { platform: "fake", server: "10", chat: "100" };
export const COMMUNITY = "fake:10";

export interface KeptBot {
  readonly bot: TestBot;
  readonly store: Store;
  /** Somebody's question in the group; alone where they say so. */
  ask(person: string, line: string, more?: Partial<Asking>): Promise<Outcome>;
  press(person: string, action: string, state: OptionValues, more?: Partial<Asking>): Promise<Outcome>;
}

/** Opened before the tests of the file, and closed after them. */
export function keptBot(): KeptBot {
  let opened: Store | undefined;
  const folder = memoryFolder();
  const store = (): Store => {
    if (opened === undefined) throw new Error("not open yet");
    return opened;
  };
  beforeAll(async () => {
    opened = await openStoreHere({ folder });
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const surroundings = (person: string, more: Partial<Asking> = {}) =>
    asking("es", {
      now: new Date("2026-01-01"),
      asker: { id: person, moderates: false },
      place: GROUP,
      ...more,
    });
  let bot: TestBot | undefined;
  const made = (): TestBot => {
    bot ??= { ...starter.bot, ports: { ...memoryPorts(), transfer, store: async () => store() } };
    return bot;
  };
  return {
    get bot() {
      return made();
    },
    get store() {
      return store();
    },
    ask: (person, line, more) => ask(made(), line, surroundings(person, more)),
    press: (person, action, state, more) => {
      const handler = made().program.actions.find(({ name }) => name === action);
      if (handler === undefined) throw new Error(`no action ${action}`);
      return act(made(), handler, state, surroundings(person, more));
    },
  };
}
