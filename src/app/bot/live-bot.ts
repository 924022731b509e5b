/** A bot that goes on with the index, for the running program. */
import type { Bot, Edition, Program } from "../../chat/contract.js";
import type { NewFilms, Ports } from "../../chat/ports.js";
import { readNews } from "../../refresh/news.js";
import type { Words } from "../../words.js";
import type { Config } from "../config/config.js";
import type { Logger } from "../log.js";
import type { LastingStore } from "../store/lasting-store.js";
import type { Opening } from "./edition.js";
import { openLiveEdition } from "./live-edition.js";
import { createLastingPorts } from "./ports.js";
import { createProgram } from "./program.js";
import { createRefreshing } from "./refreshing.js";
import { starterBuild } from "./starter.js";

/** The bot at any moment: the same object for as long as the edition lasts, so that much can be kept for as long. */
export function botOf(edition: () => Edition, program: Program, ports: Ports): () => Bot {
  // Weak: where nobody asks for a while, nothing may hold on to an edition that is in use no more.
  const bots = new WeakMap<Edition, Bot>();
  return () => {
    const current = edition();
    const known = bots.get(current);
    if (known) return known;
    const bot = { edition: current, program, ports };
    bots.set(current, bot);
    return bot;
  };
}

function newsSince(root: string, since: Date): readonly NewFilms[] {
  return readNews(root)
    .map(({ at, added, films }) => ({ at: new Date(at), added, films }))
    .filter(({ at }) => at > since);
}

export interface LiveBot {
  readonly current: () => Bot;
  /** Begins to bring the data up to date when it is time. */
  start(): void;
  /** Never rejects. */
  stop(): Promise<void>;
}

export interface LiveBotOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly store: LastingStore;
  /** Says one line to the operator. */
  readonly tell: (words: Words) => void;
  /** Whether this process refreshes when it is time; others only take over what comes of it. */
  readonly scheduled: boolean;
  /** What was begun to be opened of the index. */
  readonly ahead?: Opening["ahead"];
  /** Ends a build that is under way. */
  readonly signal?: AbortSignal;
}

/**
 * A bot that follows the index. Where there is none, or none that loads, the process that refreshes serves the starter's
 * first, and brings the data up to date from its sources.
 * @throws OperatorError where no version loads, or a setting names no command
 */
export async function openLiveBot({
  config,
  log,
  store,
  tell,
  scheduled,
  ahead,
  signal,
}: LiveBotOptions): Promise<LiveBot> {
  // What is wrong with a setting is told before anything takes long.
  const program = createProgram(config);
  let look = () => {};
  const refreshing = createRefreshing(config, log, scheduled, () => look());
  const build = scheduled ? starterBuild(config, { tell, signal }) : undefined;
  let isStopgap = false;
  const rebuild =
    build &&
    (() => {
      isStopgap = true;
      return build();
    });
  const edition = await openLiveEdition({ dataDir: config.dataDir, log, tell, ahead, build, rebuild });
  look = () => void edition.look();
  const lasting = createLastingPorts({
    log,
    store,
    settings: program.settings,
    refresh: refreshing.port,
    publicUrl: config.http.publicUrl,
    news: (since) => newsSince(config.dataDir, since),
  });
  return {
    current: botOf(edition.current, program, lasting.ports),
    start() {
      refreshing.start();
      // What was there before was of other sources: they are asked again, or what they gave is read again.
      const { sources } = config.refresh;
      if (isStopgap && sources.some(({ kind }) => kind !== "starter")) void refreshing.port.refresher.run();
      lasting.start();
    },
    async stop() {
      refreshing.stop();
      edition.stop();
      await lasting.stop();
    },
  };
}
