/** `npm run bench -- TOPIC…`: runs benchmarks by name, one file a topic, and prints a table for each. */
import { benchBuild } from "./build.js";
import { benchCharts } from "./charts.js";
import { benchDiscord } from "./discord/discord.js";
import { benchDiscover } from "./discover.js";
import { benchFind } from "./find.js";
import { benchHttp } from "./http.js";
import { benchLoad } from "./load.js";
import { benchMillion } from "./million/million.js";
import { benchNeighbours } from "./neighbours.js";
import { benchPage } from "./page.js";
import { benchRefresh } from "./refreshing/refresh.js";
import { benchSwaps } from "./refreshing/swaps.js";
import { benchReplicas } from "./replicas.js";
import { benchStore } from "./store.js";
import { benchTelegram } from "./telegram.js";
import { benchWorst } from "./worst.js";

const TOPICS: Readonly<Record<string, () => Promise<void>>> = {
  build: benchBuild,
  charts: benchCharts,
  discord: benchDiscord,
  discover: benchDiscover,
  find: benchFind,
  http: benchHttp,
  load: benchLoad,
  million: benchMillion,
  neighbours: benchNeighbours,
  page: benchPage,
  refresh: benchRefresh,
  replicas: benchReplicas,
  store: benchStore,
  swaps: benchSwaps,
  telegram: benchTelegram,
  worst: benchWorst,
};

const [...asked] = process.argv
  .slice(2)
  .filter((word, at, all) => !word.startsWith("--") && !all[at - 1]?.startsWith("--"));
const unknown = asked.filter((topic) => !Object.hasOwn(TOPICS, topic));
if (asked.length === 0 || unknown.length > 0) {
  const said = unknown.length > 0 ? `No such topic: ${unknown.join(", ")}. ` : "";
  process.stderr.write(`${said}Usage: npm run bench -- TOPIC… (${Object.keys(TOPICS).join(", ")})\n`);
  process.exitCode = 2;
} else {
  for (const topic of asked) {
    process.stdout.write(`\n${topic}\n`);
    await TOPICS[topic]?.();
  }
}
