/** The Telegram surface as a whole: it starts, it answers, and it ends with everything answered. */
import { setMaxListeners } from "node:events";
import { Bot } from "grammy";
import type { Update } from "grammy/types";
import type { Services } from "../../chat/context.js";
import type { Log } from "../../chat/errors.js";
import { type Locale, say } from "../../chat/locale.js";
import { OperatorError, type Words } from "../../words.js";
import { Chats } from "./transport/chats.js";
import { deliver } from "./transport/deliver.js";
import { Desk } from "./updates/responder.js";
import { loggable } from "./transport/failures.js";
import { Lanes } from "./updates/lanes.js";
import { Languages } from "./updates/languages.js";
import { LastAnswers } from "./updates/last-answers.js";
import { Listener } from "./updates/listener.js";
import { pause } from "./transport/pause.js";
import { type Polling, poll } from "./updates/polling.js";
import { register } from "./registration.js";
import { type TelegramSettings, TIMING, type Timing } from "./settings.js";
import { createTransport } from "./transport/transport.js";
import { type Trouble, troubleOf, wordsOf } from "./transport/trouble.js";
import { watchWebhook } from "./updates/webhook-watch.js";
import { createEndpoint, pointHere, type WebhookEndpoint } from "./updates/webhook.js";

export interface TelegramOptions {
  readonly settings: TelegramSettings;
  /** The services in use, asked for at each question: a refresh may swap them. */
  readonly services: () => Services;
  /** For people whose Telegram speaks no language we do. */
  readonly locale: Locale;
  readonly log: Log;
  readonly now: () => Date;
  /** Where the operator is told what they can mend. */
  readonly tell?: (line: string) => void;
  readonly timing?: Partial<Timing>;
}

export type TelegramState = "starting" | "up" | "troubled" | "refused" | "ended";

/** grammY's own patience, above ours: it cannot tell fetching updates from anything else. */
const GRAMMY_SECONDS = 120;

export class Telegram {
  /** What the HTTP server mounts at POST on the webhook's path; undefined where updates are fetched. */
  readonly webhook: { readonly path: string; readonly endpoint: WebhookEndpoint } | undefined;
  readonly #timing: Timing;
  readonly #stop = new AbortController();
  readonly #chats = new Chats();
  readonly #bot: Bot;
  readonly #transport;
  readonly #listener: Listener;
  readonly #lanes: Lanes;
  #polling: Polling | undefined;
  #state: TelegramState = "starting";
  #told: Trouble | undefined;
  #acknowledging = new Set<Promise<void>>();
  #background: Promise<unknown> = Promise.resolve();
  /** Set once no more updates are taken. */
  #ending = false;

  /** Throws an OperatorError where a setting is missing. */
  constructor(private readonly options: TelegramOptions) {
    const { settings, services, locale, log, now } = options;
    this.#timing = { ...TIMING, ...options.timing };
    this.#transport = createTransport(this.#timing);
    // Every chat that waits for something listens.
    setMaxListeners(0, this.#stop.signal);
    this.#bot = new Bot(settings.token, {
      client: {
        apiRoot: settings.apiRoot.replace(/\/+$/u, ""),
        timeoutSeconds: GRAMMY_SECONDS,
        // grammY declares node-fetch's `fetch`, of which it uses this much.
        fetch: this.#transport.fetch as unknown as typeof fetch & undefined,
      },
    });
    this.#bot.api.config.use(
      deliver({ chats: this.#chats, timing: this.#timing, signal: this.#stop.signal }),
    );
    const desk = new Desk({ services, log, now });
    const languages = new Languages(locale);
    const lastAnswers = new LastAnswers();
    this.#listener = new Listener({ desk, languages, lastAnswers, chats: this.#chats, log });
    this.#lanes = new Lanes({
      laneOf: (update) => this.#listener.laneOf(update),
      work: (update) => this.#bot.handleUpdate(update),
      onShed: (count) => log.warn({ count }, "a Telegram chat asks more than can be answered"),
    });
    this.#bot.use((context) => this.#listener.handle(context.update, context.api, context.me));
    this.webhook = settings.mode === "webhook" ? this.#endpoint(settings) : undefined;
  }

  get state(): TelegramState {
    return this.#state;
  }

  /** Updates that wait or are being answered. */
  get inFlight(): number {
    return this.#lanes.size();
  }

  /** Resolves once updates come in; goes on trying until then. Rejects never: what is wrong is told. */
  async start(): Promise<void> {
    const { settings } = this.options;
    try {
      if (!(await this.#untilKnown())) return;
      if (settings.mode === "polling") this.#poll();
      else if (!(await this.#insist(() => this.#pointHere(settings)))) return;
      this.#state = "up";
      this.#background = this.#afterStart();
    } catch (error) {
      if (!this.#ending) throw error;
    }
  }

  /** Takes no more updates, answers those it has, and cuts off what is still under way after the time for that. */
  async close(): Promise<void> {
    if (this.#ending) return;
    this.#ending = true;
    await this.#polling?.stop();
    const late = setTimeout(() => this.#cutOff(), this.#timing.drain);
    if (!this.#polling && this.#state !== "up") this.#cutOff();
    await this.#lanes.idle();
    await Promise.allSettled(this.#acknowledging);
    // Whoever fetches next must not be given what was answered.
    await this.#polling?.confirm().catch(() => undefined);
    clearTimeout(late);
    this.#cutOff();
    await this.#background;
    this.#state = "ended";
  }

  #cutOff(): void {
    if (!this.#stop.signal.aborted) this.#stop.abort();
    this.#transport.close();
  }

  #accepts = (update: unknown): update is Update => {
    if (!this.#listener.accepts(update)) return false;
    const acknowledged = this.#listener.arrive(update, this.#bot.api);
    this.#acknowledging.add(acknowledged);
    void acknowledged.finally(() => this.#acknowledging.delete(acknowledged));
    return true;
  };

  #endpoint({ webhookUrl: url, webhookSecret: secret }: TelegramSettings) {
    if (url === undefined) throw missing("TELEGRAM_WEBHOOK_URL");
    if (secret === undefined) throw missing("TELEGRAM_WEBHOOK_SECRET");
    const endpoint = createEndpoint({
      secret,
      lanes: this.#lanes,
      accepts: this.#accepts,
      isOpen: () => this.#bot.isInited() && !this.#ending,
      patience: this.#timing.webhook,
    });
    return { path: new URL(url).pathname, endpoint };
  }

  /** Asks Telegram who we are. False where it refuses the token. */
  async #untilKnown(): Promise<boolean> {
    return this.#insist(async () => {
      this.#bot.botInfo = await this.#bot.api.getMe();
    });
  }

  #poll(): void {
    this.#polling = poll({
      api: this.#bot.api,
      lanes: this.#lanes,
      timing: this.#timing,
      accepts: this.#accepts,
      onTrouble: (error) => this.#trouble(error),
      onUpdates: () => this.#recovered(),
    });
  }

  #pointHere({ webhookUrl = "", webhookSecret = "" }: TelegramSettings): Promise<void> {
    return pointHere(this.#bot.api, webhookUrl, webhookSecret);
  }

  /** What is worth doing once and later: the list of commands, and looking after the webhook. */
  async #afterStart(): Promise<void> {
    const { settings, services, locale, log } = this.options;
    try {
      await register(this.#bot.api, services().commands, locale);
    } catch (error) {
      if (!this.#ending) log.warn(loggable(error), "Telegram's list of commands is not up to date");
    }
    if (settings.mode !== "webhook") return;
    const { watch: every } = this.#timing;
    const { webhookUrl: url = "" } = settings;
    const here = () => this.#pointHere(settings);
    await watchWebhook({ api: this.#bot.api, url, log, every, signal: this.#stop.signal, pointHere: here });
  }

  /** Tries until it works, or Telegram refuses the token, or the program ends. */
  async #insist(work: () => Promise<void>): Promise<boolean> {
    const { backOff } = this.#timing;
    for (let failures = 0; ; failures++) {
      try {
        await work();
        this.#recovered();
        return true;
      } catch (error) {
        if (this.#ending || !(await this.#trouble(error))) return false;
        await pause(backOff[Math.min(failures, backOff.length - 1)] ?? 0, this.#stop.signal);
      }
    }
  }

  #recovered(): void {
    this.#told = undefined;
    if (this.#state === "troubled") this.#state = "up";
  }

  /** Tells what is the matter, once; false where nothing will come of it. */
  async #trouble(error: unknown): Promise<boolean> {
    const trouble = troubleOf(error);
    const words = wordsOf(trouble, error);
    this.#state = trouble === "token" ? "refused" : "troubled";
    if (this.#told !== trouble) {
      this.#told = trouble;
      this.options.log.warn({ trouble, ...loggable(error) }, words.en);
      this.options.tell?.(say(this.options.locale, words));
    }
    if (trouble === "webhook") await this.#bot.api.deleteWebhook().catch(() => undefined);
    return trouble !== "token";
  }
}

function missing(name: string): OperatorError {
  const words: Words = {
    es: `${name}: hace falta con TELEGRAM_MODE=webhook`,
    en: `${name}: needed with TELEGRAM_MODE=webhook`,
  };
  return new OperatorError(words);
}
