/**
 * The program killed with −9 while people vote, and started again: what was acknowledged counts once, and the night comes
 * out as one that nobody disturbed. NIGHT_KILLS=100 kills it as often.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { outcome } from "../../../src/events/night/outcome.js";
import { openNights } from "../../../src/nights/lists.js";
import { readNight } from "../../../src/nights/nights.js";
import { openStoreHere } from "../../../src/store/opening/here.js";
import {
  answerTo,
  group,
  messagesIn,
  now,
  Person,
  readable,
  startTelegram,
  TOKEN,
} from "../../../standins/telegram/index.js";
import { allRounds, nightBot } from "../../support/night-bot.js";
import { HOUR, lastingFile } from "../../support/nights.js";
import { MAIN, type RunningProgram, run } from "../../support/running-program.js";
import { starter } from "../../support/starter-index.js";
import { runTelegram } from "../../support/telegram-running.js";

const KILLS = Number(process.env.NIGHT_KILLS ?? 2);
const PEOPLE = 12;
/** How long a person waits for their press before they look whether it counted. */
const PATIENCE = 2_500;

it(
  `counts every acknowledged vote once, killed ${KILLS} times`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "claqueta-killed-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const telegram = await startTelegram();
    onTestFinished(() => telegram.close());
    const { standIn } = telegram;
    const env = {
      PATH: process.env.PATH,
      DATA_DIR: starter.root,
      STORE_DIR: join(folder, "store"),
      PORT: "0",
      LOCALE: "es",
      TELEGRAM_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: telegram.root,
    };
    const start = () =>
      run(process.execPath, [MAIN], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let program: RunningProgram = start();
    onTestFinished(() => void program.end("SIGKILL"));

    const place = group(standIn);
    const people = Array.from({ length: PEOPLE }, (_, at) => new Person(standIn, { name: `P${at}` }));
    const [leader] = people;
    if (!leader) throw new Error("nobody");
    await answerTo(standIn, leader.says("/noche abrir cierra=4h", place), 60_000);
    for (const film of ["Volver", "Toy Story"])
      await answerTo(standIn, leader.says(`/noche proponer ${film}`, place));
    const panel = await answerTo(standIn, leader.says("/noche", place));

    let voted = 0;
    let killing = true;
    const killer = (async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        // Each time after some more have voted, at an instant that nobody chose.
        const enough = Math.floor(((kill + 0.5) * PEOPLE) / KILLS);
        while (voted < enough) await pause(5);
        await pause(Math.random() * 60);
        await program.end("SIGKILL");
        program = start();
      }
      killing = false;
    })();
    for (const [at, person] of people.entries()) {
      const film = at % 3 === 0 ? /^Toy Story/u : /^Volver/u;
      for (;;) {
        if (await acknowledged(person.presses(now(standIn, panel), film))) break;
        // The button went on spinning: one looks before one presses again, until something is to be seen.
        let own: Awaited<ReturnType<Person["presses"]>> | undefined;
        while (own === undefined) own = await acknowledged(person.presses(now(standIn, panel), "Mi voto"));
        if (String(own.text ?? "").startsWith("Tu voto:")) break;
      }
      voted++;
    }
    await killer;
    expect(killing).toBe(false);
    await program.end("SIGKILL");

    const store = await openStoreHere({ folder: env.STORE_DIR });
    const [listed] = await openNights(store, `telegram:${place.chat.id}`);
    const kept = await readNight(store, listed?.id ?? "");
    await store.close();
    if (!kept) throw new Error("the night is gone");
    expect(kept.night.ballots.size).toBe(PEOPLE);
    const { tally } = outcome(kept.night);
    const votes = tally.method === "approval" ? tally.approvals.map((one) => one.votes) : [];
    expect(votes).toEqual([(PEOPLE * 2) / 3, PEOPLE / 3]);

    // What is due is done by whoever comes then, late and once.
    const night = await nightBot(lastingFile(env.STORE_DIR));
    const { surface } = await runTelegram(night.bot, { telegram });
    const runners = await Promise.all([1, 2, 3].map(() => night.runner(surface, () => 6 * HOUR)));
    await allRounds(runners);
    const results = messagesIn(standIn, place).filter((message) =>
      readable(message).includes("La votación terminó."),
    );
    expect(results).toHaveLength(1);
    expect(results[0] && readable(results[0])).toMatch(
      /Llego tarde: .*\n+La votación terminó\.\n+Ganó Volver/u,
    );
  },
  60_000 + KILLS * 20_000,
);

/** What a press is acknowledged with; undefined where the program died before. */
async function acknowledged<Answer>(press: Promise<Answer>): Promise<Answer | undefined> {
  press.catch(() => undefined);
  return Promise.race([press, pause(PATIENCE, undefined)]);
}
