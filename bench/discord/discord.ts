/**
 * How soon Discord has a first response: at 500 interactions a second for a minute, and when 5,000 come at once; half of
 * them commands, half completions. The program runs as people run it, in a process of its own, beside a stand-in
 * Discord; the peer is a bot on discord.js alone that answers everything with the same word.
 *
 * `DISCORD_BENCH_SECONDS` shortens the minute. `BENCH_STORE=both` compares with and without a store instead (stores.ts). `DISCORD_BENCH_REFRESH=1` measures something else: `refresh.ts`.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isMain } from "../../src/cli/is-main.js";
import type { StandIn } from "../../standins/discord/index.js";
import { withIndex } from "../tools/data/with-index.js";
import { comparesStores, withStores } from "../tools/programs/stores.js";
import { printTable } from "../tools/table.js";
import {
  type BotOptions,
  BURST,
  burst,
  environment,
  type Question,
  questionsOf,
  RATE,
  rowOf,
  startProgram,
  steadily,
  withBot,
} from "./load.js";
import { benchDiscordRefresh } from "./refresh.js";

const SECONDS = Number(process.env.DISCORD_BENCH_SECONDS ?? 60);
/** Milliseconds in which it asks itself what others will, before anybody does. */
const SETTLING = 10_000;
const PEER = "peer";

export async function benchDiscord(): Promise<void> {
  if (process.env.DISCORD_BENCH_REFRESH === "1") return benchDiscordRefresh();
  await withIndex(async (out, name) => {
    const questions = questionsOf(out);
    if (comparesStores()) return compareStores(out, name, questions);
    const program = (discord: StandIn) => startProgram(discord, out);
    printTable([
      ...(await measure(`Claqueta, ${name} data`, program, {
        questions,
        registers: true,
        settling: SETTLING,
      })),
      ...(await measure(`just started: Claqueta, ${name} data`, program, { questions, registers: true })),
      ...(await measure("peer: discord.js alone, one word", startPeer, { questions, registers: false })),
    ]);
  });
}

/** Once it has settled: what the store costs is not what a start costs. */
async function compareStores(out: string, name: string, questions: readonly Question[]): Promise<void> {
  const rows: Record<string, string>[] = [];
  await withStores(async (stores) => {
    for (const { label, env } of stores) {
      const program = (discord: StandIn) => startProgram(discord, out, undefined, env);
      const options = { questions, registers: true, settling: SETTLING };
      rows.push(...(await measure(`Claqueta, ${name} data${label}`, program, options)));
    }
  });
  printTable(rows);
}

function measure(
  what: string,
  start: (discord: StandIn) => ChildProcess,
  options: BotOptions,
): Promise<Record<string, string>[]> {
  return withBot(start, options, async (discord) => {
    const { questions } = options;
    const steady = await steadily(discord, questions, 0, (seconds) => seconds >= SECONDS);
    const sudden = await burst(discord, questions, BURST);
    return [
      rowOf(`${what}: ${RATE}/s for ${SECONDS} s`, steady, "p99 ≤ 50 ms, none over 3 s"),
      rowOf(`${what}: ${BURST} at once`, sudden, "p99 ≤ 1.5 s, none over 3 s"),
    ];
  });
}

function startPeer(discord: StandIn): ChildProcess {
  return spawn(process.execPath, [fileURLToPath(import.meta.url), PEER], {
    env: environment(discord),
    stdio: ["ignore", "ignore", "inherit"],
  });
}

if (isMain(import.meta.url) && process.argv[2] === PEER) await servePeer();

/** The least that a bot on the library does. */
async function servePeer(): Promise<void> {
  const { Client, Events } = await import("discord.js");
  const client = new Client({ intents: 0, rest: { api: process.env.DISCORD_API_URL } });
  client.on(Events.Error, () => undefined);
  client.on(Events.InteractionCreate, (interaction) => {
    const sent = interaction.isAutocomplete()
      ? interaction.respond([])
      : interaction.isChatInputCommand()
        ? interaction.reply("hola")
        : undefined;
    sent?.catch(() => undefined);
  });
  await client.login(process.env.DISCORD_TOKEN);
}
