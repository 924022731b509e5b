/** The programs of a day: each with a disk, a clock and a data folder of its own, over one database and behind one proxy. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { PACKAGE_ROOT } from "../../../../src/package-root.js";
import { freePort } from "../../../support/free-port.js";
import { type KeptProxy, startKeptProxy } from "../../../support/kept-proxy.js";
import { MAIN, type RunningProgram, run } from "../../../support/running-program.js";
import { type SmallDisk, smallDisk } from "../../../support/small-disk.js";
import type { Account } from "./account.js";

const CLOCK = join(PACKAGE_ROOT, "tests/support/clock.mjs");
const REFRESH = join(PACKAGE_ROOT, "dist/src/cli/refresh.js");
/** Megabytes: several versions of the day's small index, its source, and what a build needs besides. */
const DISK = 48;
const PATIENCE = 120_000;

interface Place {
  readonly port: number;
  readonly folder: string;
  readonly clock: string;
  readonly disk: SmallDisk | undefined;
}

export class Instances {
  readonly proxy: KeptProxy;
  readonly #places: readonly Place[];
  readonly #programs: RunningProgram[] = [];
  readonly #account: Account;
  readonly #env: NodeJS.ProcessEnv = {};

  private constructor(places: readonly Place[], proxy: KeptProxy, account: Account) {
    this.#places = places;
    this.proxy = proxy;
    this.#account = account;
  }

  static async create(folder: string, count: number, account: Account): Promise<Instances> {
    const places: Place[] = [];
    for (let at = 0; at < count; at++) {
      const data = join(folder, `data-${at}`);
      const clock = join(folder, `clock-${at}`);
      writeFileSync(clock, "0");
      places.push({ port: await freePort(), folder: data, clock, disk: smallDisk(data, DISK) });
    }
    const proxy = await startKeptProxy(places.map(({ port }) => port));
    return new Instances(places, proxy, account);
  }

  /** Sets variables for whatever is started from now on. */
  configure(env: NodeJS.ProcessEnv): void {
    Object.assign(this.#env, env);
  }

  get ports(): readonly number[] {
    return this.#places.map(({ port }) => port);
  }

  get haveDisks(): boolean {
    return this.#places.every(({ disk }) => disk !== undefined);
  }

  /** The first version of each. */
  async prepare(): Promise<void> {
    for (const place of this.#places) {
      const refresh = run(process.execPath, [REFRESH], { env: this.#envOf(place), stdio: "ignore" });
      expect(await refresh.ended).toBe(0);
    }
  }

  async start(): Promise<void> {
    await Promise.all(this.#places.map((_, at) => this.#start(at)));
    await this.#areReady();
  }

  /** One after the other, once the proxy knows that all are there, as whoever updates them does. */
  async restartInTurn(): Promise<void> {
    for (const at of this.#places.keys()) {
      await this.#areReady();
      await pause(500);
      await this.#end(at);
      await this.#start(at);
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.#places.map((_, at) => this.#end(at)));
  }

  /** Sets the clock of each to so many milliseconds ahead. */
  setClocks(ahead: readonly number[]): void {
    for (const [at, { clock }] of this.#places.entries()) writeFileSync(clock, String(ahead[at] ?? 0));
  }

  fillDisks(): void {
    for (const { disk } of this.#places) disk?.fill();
  }

  freeDisks(): void {
    for (const { disk } of this.#places) disk?.free();
  }

  removeDisks(): void {
    for (const { disk } of this.#places) disk?.remove();
  }

  /** A figure of each. NaN where it tells none. */
  async metric(name: string): Promise<number[]> {
    return Promise.all(
      this.ports.map(async (port) => {
        const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
        const line = figures.split("\n").find((one) => one.startsWith(`${name} `));
        return Number(line?.split(" ")[1]);
      }),
    );
  }

  /** What they said went wrong. */
  get complaints(): string {
    return this.#programs.map(({ complaints }) => complaints).join("\n");
  }

  /** Waits until the proxy knows that all are there. */
  async #areReady(): Promise<void> {
    await expect.poll(() => this.proxy.ready.size, { timeout: PATIENCE }).toBe(this.#places.length);
  }

  async #start(at: number): Promise<void> {
    const place = this.#places[at];
    if (place === undefined) throw new RangeError(`there is no instance ${at}`);
    const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
    const program = run(process.execPath, [MAIN], { cwd: "/tmp", env: this.#envOf(place), stdio });
    await program.until(`:${place.port}`);
    this.#programs[at] = program;
  }

  async #end(at: number): Promise<void> {
    const code = await this.#programs[at]?.end("SIGTERM");
    if (code !== 0) this.#account.fault(`instance ${at} ended with ${code}`);
  }

  #envOf({ port, folder, clock }: Place): NodeJS.ProcessEnv {
    return {
      ...this.#env,
      PORT: String(port),
      DATA_DIR: folder,
      CLOCK_FILE: clock,
      NODE_OPTIONS: `--import ${CLOCK}`,
    };
  }
}
