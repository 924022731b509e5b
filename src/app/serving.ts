/** The surfaces from their start to their end: what keeps one of them down is told, and it is tried again. */
import { setTimeout as pause } from "node:timers/promises";
import type { HttpSurface } from "../adapters/http/surface.js";
import type { Surface, SurfaceOptions } from "../surface/port.js";
import { OperatorError, type Words } from "../words.js";
import type { Surfaces } from "./surfaces.js";

/** Milliseconds between two attempts to listen. */
const RETRY = 15_000;
/** Milliseconds between two looks at whether anything is served. */
const LOOK = 1_000;

/** How long it is waited between attempts, for tests. */
export interface Pace {
  readonly retry?: number;
  readonly look?: number;
}

export interface Serving {
  readonly surfaces: readonly Surface[];
  /** Rejects with an OperatorError once nothing is served any more and nothing will be: that is no success. */
  readonly deserted: Promise<never>;
  /** Answers what is in flight, and ends. @param isAwaited whether proxies are to learn of it first */
  stop(isAwaited: boolean): Promise<void>;
}

/**
 * Starts all surfaces. A platform is not waited for: it goes on trying by itself. What keeps our own server from listening
 * is told and tried again, and is no reason for the others to stay down.
 * @throws OperatorError where there are no others: to stay up and serve nothing would look like success
 */
export async function startServing(
  { platforms, http, terminal }: Surfaces,
  options: Pick<SurfaceOptions, "tell" | "log">,
  { retry = RETRY, look = LOOK }: Pace = {},
): Promise<Serving> {
  const ending = new AbortController();
  for (const platform of platforms) platform.start().catch((error: unknown) => told(error, options));
  const first = await listened(http, options).catch((error: unknown) => {
    if (platforms.length === 0 && terminal === undefined) throw error;
    told(error, options);
    return false;
  });
  const trying = first ? Promise.resolve() : keepTrying(http, options, { retry, signal: ending.signal });
  await terminal?.start();
  return {
    surfaces: [...platforms, http, ...(terminal ? [terminal] : [])],
    deserted: terminal ? new Promise<never>(() => undefined) : deserted(platforms, http, look, ending.signal),
    async stop(isAwaited) {
      ending.abort();
      await trying;
      // What is delivered to our server is answered until it ends.
      const connected = platforms.filter(({ webhook }) => webhook === undefined);
      const delivered = platforms.filter(({ webhook }) => webhook !== undefined);
      const ended = connected.map((surface) => surface.stop());
      if (isAwaited) await http.drain();
      await Promise.all([...ended, ...delivered.map((one) => one.stop()), http.stop(), terminal?.stop()]);
    },
  };
}

async function listened(http: HttpSurface, { log }: Pick<SurfaceOptions, "log">): Promise<true> {
  await http.start();
  process.stdout.write(`${http.address}\n`);
  log.info({ address: http.address }, "listening");
  return true;
}

/** Tries to listen until it works or `signal` aborts. */
async function keepTrying(
  http: HttpSurface,
  options: Pick<SurfaceOptions, "tell" | "log">,
  { retry, signal }: { readonly retry: number; readonly signal: AbortSignal },
): Promise<void> {
  for (;;) {
    await pause(retry, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      await listened(http, options);
      options.tell(BACK);
      return;
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
    }
  }
}

/** Rejects once every platform ended for good while our server does not listen. */
async function deserted(
  platforms: readonly Surface[],
  http: HttpSurface,
  look: number,
  signal: AbortSignal,
): Promise<never> {
  const isLeft = () =>
    http.address !== undefined || platforms.some(({ health }) => health.state !== "stopped");
  while (isLeft() && !signal.aborted) {
    await pause(look, undefined, { signal, ref: false }).catch(() => undefined);
  }
  if (signal.aborted) return new Promise<never>(() => undefined);
  throw new OperatorError(NOTHING_SERVED);
}

function told(error: unknown, { tell }: Pick<SurfaceOptions, "tell">): void {
  if (!(error instanceof OperatorError)) throw error;
  tell(error.words);
}

const BACK: Words = {
  es: "HTTP ya escucha: se pudo al volver a intentarlo",
  en: "HTTP listens now: trying again worked",
};

const NOTHING_SERVED: Words = {
  es: "Nada atiende ya: las plataformas se pararon para siempre y HTTP no escucha; lo dicho arriba dice qué cambiar",
  en: "Nothing is served any more: the platforms stopped for good and HTTP does not listen; what was said above tells what to change",
};
