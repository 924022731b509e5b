/** Our own server as a surface: the web chat, the API, and the addresses where platforms deliver to us. */
import type { Delivery, Surface, SurfaceFigures, SurfaceHealth, SurfaceOptions } from "../../surface/port.js";
import { OperatorError } from "../../words.js";
import { createApp, type HttpOptions } from "./app.js";
import { QuestionFigures } from "./operations/question-figures.js";
import { Listener } from "./server/listener.js";

export type HttpSurfaceOptions = SurfaceOptions & HttpOptions;

export class HttpSurface implements Surface {
  readonly name = "http";
  readonly #options: HttpSurfaceOptions;
  readonly #figures = new QuestionFigures();
  #state: SurfaceHealth["state"] = "starting";
  #listener: Listener | undefined;
  #address: string | undefined;

  constructor(options: HttpSurfaceOptions) {
    this.#options = options;
  }

  /** Where it listens: "http://127.0.0.1:3000"; undefined while it does not. */
  get address(): string | undefined {
    return this.#address;
  }

  /**
   * Resolves once requests are taken.
   * @throws OperatorError where the port is taken, or the address is none of this machine's
   */
  async start(): Promise<void> {
    const { host, port } = this.#options.settings;
    const ending = () => this.#state === "stopped";
    const app = await createApp(this.#options, { ending, figures: this.#figures });
    this.#listener = new Listener(app);
    try {
      this.#address = await this.#listener.listen(host, port);
      this.#state = "up";
    } catch (error) {
      await this.stop();
      throw notListening(error, host, port);
    }
  }

  async stop(): Promise<void> {
    this.#state = "stopped";
    await this.#listener?.close();
    this.#address = undefined;
  }

  get health(): SurfaceHealth {
    return { state: this.#state, connected: 0, connections: 0 };
  }

  get figures(): SurfaceFigures {
    return this.#figures.figures;
  }

  /** Nobody can be written to who does not ask. */
  async deliver(): Promise<Delivery> {
    return "unreachable";
  }

  async redraw(): Promise<Delivery> {
    return "unreachable";
  }
}

function notListening(cause: unknown, host: string, port: number): unknown {
  const { code, syscall } = cause as NodeJS.ErrnoException;
  // Neither listening nor looking the host's name up: a bug.
  if (code === undefined || syscall === undefined) return cause;
  const words = {
    es: `Sin HTTP: no se puede escuchar en ${host}, puerto ${port} (${code}); HOST y PORT eligen otro`,
    en: `No HTTP: cannot listen on ${host}, port ${port} (${code}); HOST and PORT choose another`,
  };
  return new OperatorError(words, { cause });
}
