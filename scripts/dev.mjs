/**
 * `npm run dev`: compiles what changes in src, commands and index-build, and starts the bot anew. What does not compile
 * leaves the bot that runs as it is. The page (src/adapters/http/web) and `.env` start it anew too.
 */
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { COMPILER, CONFIG, forgetLostOutput, MAIN, missing, ROOT } from "./compile.mjs";

const END_WITH_PARENT = new URL("end-with-parent.mjs", import.meta.url).href;
/** How long a child may take to end before it is killed. */
const PATIENCE = 10_000;
/** An editor writes a file in several steps. */
const SETTLED = 100;
const OF_THE_PROGRAM = /^TSFILE: .*[\\/]dist[\\/](?:src|commands|index-build)[\\/].*\.js$/u;
const ROUND_OVER = /Found (\d+) errors?\. Watching for file changes/u;
/** What the compiler says between two rounds. */
const CHATTER = /^$|^TSFILE: |Starting (?:incremental )?compilation/u;

/** Both undefined until they are started. */
let compiler;
let bot;
/** Whether there is something that the running bot does not have yet. */
let isStale = true;
let isEnding = false;
/** One restart after the other. */
let restarting = Promise.resolve();

function launch(args, stdio) {
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, ...args], {
    cwd: ROOT,
    stdio: [...stdio, "ipc"],
  });
  child.isOver = new Promise((resolve) => child.once("exit", resolve));
  return child;
}

async function end(child) {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  await child.isOver;
  clearTimeout(late);
}

/** Ends the children, then this process. */
async function leave(code) {
  if (isEnding) return;
  isEnding = true;
  process.exitCode = code;
  await restarting;
  await Promise.all([end(compiler), end(bot)]);
  process.exit();
}

function restart() {
  restarting = restarting.then(async () => {
    if (isEnding || !isStale) return;
    isStale = false;
    const before = bot;
    bot = undefined;
    await end(before);
    if (!isEnding) startBot();
  });
}

function startBot() {
  const child = launch([MAIN], ["inherit", "inherit", "inherit"]);
  bot = child;
  child.once("exit", (code, signal) => {
    // One that was ended to make room for the next is no longer the bot.
    if (bot !== child || isEnding) return;
    // Who leaves the chat in the terminal wants to leave this too.
    if (code === 0) return void leave(0);
    say(`El bot terminó (${signal ?? code}): espero un cambio · the bot ended: waiting for a change`);
  });
}

function startCompiler() {
  forgetLostOutput();
  const options = ["--watch", "--preserveWatchOutput", "--noEmitOnError", "--listEmittedFiles"];
  const args = [COMPILER, "-p", CONFIG, ...options, "--locale", "en"];
  compiler = launch(args, ["ignore", "pipe", "inherit"]);
  createInterface({ input: compiler.stdout }).on("line", (line) => {
    if (OF_THE_PROGRAM.test(line)) isStale = true;
    const [, errors] = ROUND_OVER.exec(line) ?? [];
    if (errors === "0") restart();
    else if (errors !== undefined) say("No compila (arriba) · does not compile (above)");
    else if (!CHATTER.test(line)) process.stderr.write(`${line}\n`);
  });
  compiler.once("exit", () => void leave(1));
}

/** Starts the bot anew for what the compiler does not look at. */
function watchRest() {
  let settled;
  const changed = () => {
    clearTimeout(settled);
    settled = setTimeout(() => {
      // What has never compiled cannot be started either.
      if (bot === undefined) return;
      isStale = true;
      restart();
    }, SETTLED);
  };
  watch(join(ROOT, "src/adapters/http/web"), { recursive: true }, changed);
  watch(ROOT, (_, name) => {
    if (name === ".env") changed();
  });
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

const obstacle = missing();
if (obstacle !== undefined) {
  say(obstacle);
  process.exit(1);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    // Who asks twice does not want to wait.
    if (isEnding) for (const child of [compiler, bot]) child?.kill("SIGKILL");
    else void leave(0);
  });
}
say("Compilando… · compiling…");
startCompiler();
watchRest();
