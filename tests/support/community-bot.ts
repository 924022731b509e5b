/** A bot that keeps things: a store of its own in memory, the real settings, and a command that shows what holds. */
import { rmSync } from "node:fs";
import { z } from "zod";
import { language } from "../../commands/actions/language.js";
import { settingActions } from "../../commands/settings/actions.js";
import { ajustes } from "../../commands/settings/ajustes.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { openStoreHere } from "../../src/store/opening/here.js";
import type { Store } from "../../src/store/port.js";
import { MemoryQuestionLimits } from "../../src/surface/memory/question-limits.js";
import { StoredPlaceSettings } from "../../src/surface/stored/place-settings.js";
import { createBot, program, type TestBot } from "./fakes.js";
import { memoryFolder } from "./store/folder.js";

/** Says what holds where it is asked. */
const vale = defineCommand({
  names: { es: "vale", en: "holds" },
  summary: { es: "Lo que vale aquí", en: "What holds here" },
  options: z.strictObject({}),
  result: z.unknown(),
  positional: [],
  examples: ["vale"],
  run: ({ settings, locale }) => ({
    status: "ok",
    result: settings,
    answer: { kind: "figure", title: `${locale.language} ${settings.minimumVotes}` },
  }),
});

export interface CommunityBot {
  readonly bot: TestBot;
  readonly store: Store;
  /** Ends the store. */
  close(): Promise<void>;
}

export async function openCommunityBot(): Promise<CommunityBot> {
  const folder = memoryFolder();
  const store = await openStoreHere({ folder });
  const places = new StoredPlaceSettings(async () => store.settings, {
    operators: program.settings,
    patience: 10_000,
  });
  const bot = createBot({
    program: {
      commands: [...program.commands, vale, ajustes],
      actions: [...program.actions, language, ...settingActions],
    },
    ports: { store: async () => store, places, limits: new MemoryQuestionLimits() },
  });
  return {
    bot,
    store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
