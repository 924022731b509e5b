/**
 * Draws charts off the event loop: one thread, begun when the first chart is wanted and ended when none was for a while.
 * What waits is bounded in number and time, the thread in memory, what is kept in bytes.
 */
import { homedir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PACKAGE_ROOT } from "../../package-root.js";
import { ChartsBusy } from "../busy.js";
import type { Drawing } from "../chart.js";
import type { ChartPort, Picture, PictureForm } from "../port.js";
import type { DrawTask } from "./draw.js";
import { KeptPictures } from "./kept.js";
import type { Asked, Told } from "./worker.js";

/** As it was compiled: a thread runs nothing else, wherever this file runs from. */
const PROGRAM = join(PACKAGE_ROOT, "dist/src/charts/render/worker.js");

export interface RendererLimits {
  /** Charts that may wait. */
  readonly waiting: number;
  /** Milliseconds that one may take, its wait included. */
  readonly patience: number;
  /** Milliseconds without a chart after which the thread ends. */
  readonly idle: number;
  /** Megabytes of the thread's heap. */
  readonly heap: number;
  /** Bytes of pictures kept. */
  readonly kept: number;
}

const LIMITS: RendererLimits = {
  waiting: 300,
  patience: 20_000,
  idle: 300_000,
  heap: 192,
  kept: 16_000_000,
};

interface Job {
  readonly id: number;
  readonly task: DrawTask;
  readonly timer: NodeJS.Timeout;
  resolve(bytes: Uint8Array<ArrayBuffer>): void;
  reject(error: Error): void;
}

export class Renderer implements ChartPort {
  readonly #limits: RendererLimits;
  readonly #kept: KeptPictures;
  /** Being drawn, under what they are kept by: who asks for the same waits for the same. */
  readonly #drawing = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #waiting: Job[] = [];
  #current: Job | undefined;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;
  #isDamaged = false;

  constructor(limits: Partial<RendererLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
    this.#kept = new KeptPictures(this.#limits.kept);
  }

  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  draw(picture: Picture, form: PictureForm): Promise<Uint8Array<ArrayBuffer>> {
    return this.#drawn({ kind: "picture", picture, form });
  }

  async plot(drawing: Drawing, label: string): Promise<string> {
    return new TextDecoder().decode(await this.#drawn({ kind: "plot", drawing, label }));
  }

  raster(svg: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.#drawn({ kind: "raster", svg });
  }

  /** Ends the thread; what waits is refused. */
  async close(): Promise<void> {
    for (const job of this.#waiting.splice(0)) this.#refuse(job, "closed");
    await this.#end();
  }

  async #drawn(task: DrawTask): Promise<Uint8Array<ArrayBuffer>> {
    const key = KeptPictures.key(task);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const begun = this.#drawing.get(key);
    if (begun !== undefined) return begun;
    const drawing = this.#queued(task);
    this.#drawing.set(key, drawing);
    try {
      const bytes = await drawing;
      this.#kept.set(key, bytes);
      return bytes;
    } finally {
      this.#drawing.delete(key);
    }
  }

  #queued(task: DrawTask): Promise<Uint8Array<ArrayBuffer>> {
    const { waiting, patience } = this.#limits;
    if (this.#waiting.length >= waiting) return Promise.reject(new ChartsBusy(`${waiting} wait`));
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#late(id), patience);
      this.#waiting.push({ id, task, timer, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const job = this.#waiting.shift();
    if (job === undefined) {
      this.#rest();
      return;
    }
    clearTimeout(this.#idle);
    this.#current = job;
    const worker = this.#worker ?? this.#start();
    // While somebody waits for it, it keeps the program alive; else it does not.
    worker.ref();
    const asked: Asked = { id: job.id, task: job.task };
    worker.postMessage(asked);
  }

  #start(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: this.#limits.heap };
    const worker = new Worker(PROGRAM, { resourceLimits, env: environment() });
    worker.on("message", (told: Told) => this.#told(told));
    worker.on("error", (error) => {
      this.#isDamaged = true;
      this.#lost(worker, error);
    });
    worker.on("exit", () => this.#lost(worker, new Error("the drawing thread ended")));
    this.#worker = worker;
    return worker;
  }

  #told(told: Told): void {
    const job = this.#current;
    if (job?.id !== told.id) return;
    this.#current = undefined;
    clearTimeout(job.timer);
    this.#isDamaged = !("bytes" in told);
    if ("bytes" in told) job.resolve(told.bytes);
    else job.reject(new Error(told.error));
    this.#next();
  }

  /** What took too long is refused; a thread that is at it is ended, and the next chart begins another. */
  #late(id: number): void {
    const at = this.#waiting.findIndex((job) => job.id === id);
    const [waiting] = at < 0 ? [] : this.#waiting.splice(at, 1);
    if (waiting !== undefined) this.#refuse(waiting, "waited too long");
    else if (this.#current?.id === id) void this.#end();
  }

  /** A thread that died: its chart is refused, the others go on with another thread. */
  #lost(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const job = this.#current;
    this.#current = undefined;
    if (job !== undefined) this.#refuse(job, error.message);
    this.#next();
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    this.#lost(worker, new Error("took too long"));
    await worker.terminate();
  }

  #refuse(job: Job, why: string): void {
    clearTimeout(job.timer);
    job.reject(new ChartsBusy(why));
  }

  #rest(): void {
    this.#worker?.unref();
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#end(), this.#limits.idle).unref();
  }
}

/** The library looks for fonts in the user's home too, and is not loaded where there is none: then it looks for none. */
function environment(): NodeJS.ProcessEnv {
  try {
    homedir();
    return process.env;
  } catch {
    return { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: "1" };
  }
}
