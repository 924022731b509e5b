/** Who asks on all surfaces for a whole day, and holds what comes against what has to come. */
import { Agent, get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { StandIn } from "../../../../standins/discord/index.js";
import { answerTo, Person, readable, type Telegram } from "../../../../standins/telegram/index.js";
import { WHY } from "../../../support/kept-proxy.js";
import { FEED_FILMS, filmAt } from "../../refresh/feed.js";
import type { Account, Pace } from "./account.js";

/** People write to the bot from a chat of their own; after so many questions somebody else does. */
const CHAT = 200;
const PATIENCE = 120_000;

/** Everything is asked with other words each time, so that little is answered from what is kept. */
function pathOf(at: number): string {
  const id = filmAt(at % FEED_FILMS.length).movie.id ?? "";
  const other = filmAt((at * 7) % FEED_FILMS.length).movie;
  const paths = [
    `/api/pelicula/tmdb:${id}?${"&".repeat(at % 500)}`,
    `/api/votos/${encodeURIComponent(other.title ?? "").replaceAll(".", "%2E")}?${"&".repeat(at % 300)}`,
    `/pelicula/${id}?${"&".repeat(at % 100)}`,
    `/api/recomendar/tmdb:${id}?${"&".repeat(at % 700)}`,
    `/api/ask?q=${encodeURIComponent(`peliculas como ${filmAt(at % 40).movie.title ?? ""}`)}`,
    "/",
    "/readyz",
  ];
  return paths[at % paths.length] ?? "/";
}

export async function askHttp(address: string, pace: Pace, account: Account): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  while (!pace.isDone) {
    const path = pathOf(await pace.next());
    const status = await statusOf(`${address}${path}`, agent);
    const isFine = status === 200 || (path === "/readyz" && status === 503);
    account.note("http", isFine ? undefined : `${path.replace(/&+/u, "&")}: ${status}`);
  }
  agent.destroy();
}

function statusOf(url: string, agent: Agent): Promise<number | string> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      const { statusCode = 0, headers } = response.resume();
      const why = headers[WHY];
      response.on("end", () => resolve(why === undefined ? statusCode : `${statusCode}, ${why}`));
      response.on("error", (error) => resolve(error.message));
    }).on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

/** It gave up waiting, or the answer came when it knew the interaction no longer. */
const LATE = /TimeoutError|Unknown interaction/u;

export interface DiscordAsking {
  readonly discord: StandIn;
  /** Whether it is asked at all: what Discord signed at another time than an instance's is refused by design. */
  readonly isOn: () => boolean;
}

export async function askDiscord(
  { discord, isOn }: DiscordAsking,
  pace: Pace,
  account: Account,
): Promise<void> {
  while (!pace.isDone) {
    const at = await pace.next();
    while (!isOn()) await pause(100);
    const titulo = `tmdb:${filmAt(at % FEED_FILMS.length).movie.id}`;
    const { status, refusals } = await discord.slash({
      command: "votos",
      options: { titulo },
      guild: "77",
    });
    const why = status === "answered" ? undefined : `${status} ${refusals[0]?.message ?? ""}`;
    // What Discord waits for no longer is late, as on a machine that is busy with other things; all else is lost.
    const isLate = why !== undefined && LATE.test(why);
    if (isLate) account.late += 1;
    account.note("discord", isLate ? undefined : why);
  }
}

/**
 * Of its questions one in ten is a score that is to be kept, each of another film.
 * @returns how many scores were acknowledged
 */
export async function askTelegram({ standIn }: Telegram, pace: Pace, account: Account): Promise<number> {
  let person = new Person(standIn);
  let said = 0;
  let kept = 0;
  while (!pace.isDone) {
    const at = await pace.next();
    if (said++ % CHAT === 0) person = new Person(standIn);
    const isScore = said % 10 === 0;
    const { id } = filmAt(isScore ? Math.floor(said / 10) % 20 : at % FEED_FILMS.length).movie;
    const asked = isScore ? `/valorar tmdb:${id} 8` : `/votos tmdb:${id}`;
    const answer = await answerTo(standIn, person.says(asked), PATIENCE).then(readable, String);
    const isKept = isScore && KEPT.test(answer);
    const isFine = isScore ? isKept || AWAY.test(answer) : VOTES.test(answer);
    account.note("telegram", isFine ? undefined : `${asked}: ${answer.slice(0, 200)}`);
    if (isKept) kept += 1;
  }
  return kept;
}

const VOTES = /Votos: \d/u;
/** What a score is acknowledged with. */
const KEPT = /^(?:.*\n)*Guardado: un 8/u;
/** What is said of it where the database is away: nobody is told that it was kept. */
const AWAY = /^Ahora no puedo guardar/u;

/** Asks each instance by itself which hour its data is of. */
export class Watch {
  readonly #ports: readonly number[];
  readonly #account: Account;
  /** Newest hour that each instance answered: what comes after must not be older. */
  readonly #newest = new Map<number, number>();

  constructor(ports: readonly number[], account: Account) {
    this.#ports = ports;
    this.#account = account;
  }

  /** The hour that all have come to. */
  get newest(): number {
    return Math.min(...this.#ports.map((port) => this.#newest.get(port) ?? 0));
  }

  async look(isOver: () => boolean): Promise<void> {
    const { id } = filmAt(1).movie;
    while (!isOver()) {
      for (const port of this.#ports) {
        try {
          const response = await fetch(`http://127.0.0.1:${port}/api/score?titulo=tmdb:${id}`);
          const { result } = (await response.json()) as { result: { popularity: number } };
          this.#note(port, result.popularity);
        } catch {
          // It is being restarted.
        }
      }
      await pause(200);
    }
  }

  #note(port: number, hour: number): void {
    const before = this.#newest.get(port) ?? 0;
    if (hour < before) this.#account.fault(`port ${port}: hour ${hour} after ${before}`);
    this.#newest.set(port, Math.max(before, hour));
  }
}
