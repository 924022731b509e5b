/** The Telegram surface as a whole: it starts, it answers, and it ends with everything answered. */
import { setMaxListeners } from "node:events";
import { type ApiClientOptions, Bot } from "grammy";
import type { Update } from "grammy/types";
import type { Answer } from "../../chat/answer/schema.js";
import type { Place, ShownMessage } from "../../chat/asking.js";
import type { Bot as FilmBot } from "../../chat/contract.js";
import type { Locale } from "../../chat/locale.js";
import { Languages } from "../../surface/languages.js";
import { download } from "../../surface/network/download.js";
import type { ProxyEnvironment } from "../../surface/network/proxy-agent.js";
import type { Webhook } from "../../surface/network/webhook.js";
import type {
  Delivery,
  Sending,
  Surface,
  SurfaceFigures,
  SurfaceHealth,
  SurfaceOptions,
} from "../../surface/port.js";
import { OperatorError } from "../../words.js";
import { checkedPath, MOST_BYTES } from "./handlers/document.js";
import { ANYBODY } from "./handlers/exchange.js";
import { answer } from "./handlers/respond.js";
import { introduction } from "./introduction.js";
import { register } from "./registration.js";
import { compose } from "./render/compose.js";
import { addressOfPlace, PLATFORM, placeOf } from "./sending/address.js";
import { edit, isSameAlready, sendThere } from "./sending/send.js";
import { type TelegramSettings, TIMING, type Timing } from "./settings.js";
import { Chats } from "./transport/chats.js";
import { deliver } from "./transport/deliver.js";
import { askedToWait, failureOf, isRefusal, loggable } from "./transport/failures.js";
import { pause } from "./transport/pause.js";
import { SentMessages } from "./transport/sent-messages.js";
import { createTransport, type Transport } from "./transport/transport.js";
import { type Trouble, troubleOf, wordsOf } from "./transport/trouble.js";
import { Lanes } from "./updates/lanes.js";
import { Listener } from "./updates/listener.js";
import { type Polling, poll } from "./updates/polling.js";
import { createWebhookHandler, pointHere } from "./updates/webhook.js";
import { watchWebhook } from "./updates/webhook-watch.js";

export interface TelegramOptions extends SurfaceOptions {
  readonly settings: TelegramSettings;
  readonly timing?: Partial<Timing>;
  /** Where HTTPS_PROXY and NO_PROXY are looked up; the process's unless said. */
  readonly environment?: ProxyEnvironment;
}

/** grammY's own patience, above ours: it cannot tell fetching updates from anything else. */
const GRAMMY_SECONDS = 120;

export class TelegramSurface implements Surface {
  readonly name = PLATFORM;
  readonly webhook: Webhook | undefined;
  readonly #options: TelegramOptions;
  readonly #timing: Timing;
  readonly #stop = new AbortController();
  readonly #grammy: Bot;
  readonly #transport: Transport;
  readonly #listener: Listener;
  readonly #lanes: Lanes;
  #polling: Polling | undefined;
  #state: SurfaceHealth["state"] = "starting";
  #told: Trouble | undefined;
  /** What is under way beside the lanes, and to be waited for at the end: acknowledgements, deliveries. */
  readonly #underWay = new Set<Promise<unknown>>();
  #background: Promise<unknown> = Promise.resolve();
  /** Set once no more updates are taken. */
  #ending = false;

  /** @throws OperatorError where a setting is missing, or HTTPS_PROXY names no proxy */
  constructor(options: TelegramOptions) {
    const { settings, bot, locale, log, now } = options;
    this.#options = options;
    this.#timing = { ...TIMING, ...options.timing };
    this.#transport = createTransport(this.#timing, options.environment ?? process.env);
    // Every chat that waits for something listens.
    setMaxListeners(0, this.#stop.signal);
    const chats = new Chats({
      onMove: (from, to) => bot().ports.groupMoved?.(placeOf({ chat: from }), placeOf({ chat: to })),
    });
    this.#grammy = createClient(settings, this.#transport);
    this.#grammy.api.config.use(
      deliver({ chats, sent: new SentMessages(), timing: this.#timing, signal: this.#stop.signal }),
    );
    const languages = new Languages(locale, bot().ports);
    this.#listener = new Listener({
      bot,
      languages,
      chats,
      log,
      now,
      readFile: (id) => this.#readFile(id),
    });
    this.#lanes = new Lanes({
      laneOf: (update) => this.#listener.laneOf(update),
      work: (update) => this.#grammy.handleUpdate(update),
      onShed: (count) => {
        this.#listener.shed(count);
        log.warn({ count }, "a Telegram chat asks more than can be answered");
      },
    });
    this.#grammy.use((context) => this.#listener.handle(context.update, context.api, context.me));
    this.webhook = settings.mode === "webhook" ? this.#createWebhook(settings) : undefined;
  }

  get health(): SurfaceHealth {
    const state = this.#state;
    const connections = this.#options.settings.mode === "polling" ? 1 : 0;
    return { state, connected: state === "up" ? connections : 0, connections };
  }

  get figures(): SurfaceFigures {
    return { ...this.#listener.counts, inFlight: this.#lanes.size() };
  }

  /** Resolves once updates come in; goes on trying until then. Rejects never: what is wrong is told. */
  async start(): Promise<void> {
    const { settings } = this.#options;
    try {
      if (!(await this.#untilKnown())) return;
      this.#options.tell(introduction(this.#grammy.botInfo));
      if (settings.mode === "polling") this.#poll();
      else if (!(await this.#insist(() => this.#pointHere(settings)))) return;
      this.#state = "up";
      this.#background = this.#afterStart();
    } catch (error) {
      if (!this.#ending) throw error;
    }
  }

  /**
   * Takes no more updates, answers those it has, and cuts off what is still under way after the time for
   * that.
   */
  async stop(): Promise<void> {
    if (this.#ending) return;
    this.#ending = true;
    await this.#polling?.stop();
    const late = setTimeout(() => this.#cutOff(), this.#timing.drain);
    if (!this.#polling && this.#state !== "up") this.#cutOff();
    await this.#lanes.idle();
    await this.#listener.idle();
    await Promise.allSettled(this.#underWay);
    // Whoever fetches next must not be given what was answered. Where it fails, they know what they have
    // seen.
    await this.#polling?.confirm().catch(() => undefined);
    clearTimeout(late);
    this.#cutOff();
    await this.#background;
    this.#state = "stopped";
  }

  async deliver(place: Place, told: Answer, locale: Locale, sending?: Sending): Promise<Delivery> {
    const address = addressOfPlace(place);
    if (address === undefined) return "unreachable";
    // Nobody can ask Telegram what stands in a chat: what may stand there is not told a second time.
    if (sending?.begun !== undefined) return "sent";
    if (this.#ending) return "failed";
    const content = compose(told, { bot: this.#options.bot(), locale, owner: ANYBODY });
    try {
      await this.#during(sendThere(this.#grammy.api, address, content));
      return "sent";
    } catch (error) {
      this.#options.log.warn(loggable(error), "Telegram did not take a delivery");
      return failureOf(error);
    }
  }

  async redraw({ place, id }: ShownMessage, answer: Answer, locale: Locale): Promise<Delivery> {
    const address = addressOfPlace(place);
    if (address === undefined || !/^\d{1,15}$/u.test(id)) return "unreachable";
    if (this.#ending) return "failed";
    const content = compose(answer, { bot: this.#options.bot(), locale, owner: ANYBODY });
    const message = { chat: address.chat, id: Number(id), isPhoto: false };
    try {
      await this.#during(edit(this.#grammy.api, message, content));
      return "sent";
    } catch (error) {
      if (isSameAlready(error)) return "sent";
      this.#options.log.warn(loggable(error), "Telegram did not take an edit");
      const failure = failureOf(error);
      // What it does not want now it will not want later.
      return failure === "failed" && isRefusal(error) ? "refused" : failure;
    }
  }

  async practise(line: string, bot: FilmBot): Promise<void> {
    const { locale, now } = this.#options;
    const { answer: told, asked } = await answer(bot, { kind: "line", line }, { locale, now: now() });
    compose(told, { bot, locale, owner: ANYBODY, asked });
  }

  /** @throws UserError where Telegram does not hand it out */
  async #readFile(id: string): Promise<Uint8Array> {
    const { settings, environment = process.env } = this.#options;
    const { file_path: path } = await this.#grammy.api.getFile(id);
    const root = settings.apiRoot.replace(/\/+$/u, "");
    const url = new URL(`${root}/file/bot${settings.token}/${checkedPath(path)}`);
    return download({ url, mostBytes: MOST_BYTES, patience: 2 * this.#timing.call, environment });
  }

  #cutOff(): void {
    if (!this.#stop.signal.aborted) this.#stop.abort();
    this.#transport.close();
  }

  /** Notes what the end has to wait for. */
  async #during<Result>(work: Promise<Result>): Promise<Result> {
    this.#underWay.add(work);
    try {
      return await work;
    } finally {
      this.#underWay.delete(work);
    }
  }

  #accepts = (update: unknown): update is Update => {
    if (!this.#listener.accepts(update)) return false;
    this.#arrives(update);
    return true;
  };

  #arrives(update: Update): void {
    void this.#during(this.#listener.arrive(update, this.#grammy.api, () => this.#grammy.botInfo));
  }

  #createWebhook({ webhookUrl: url, webhookSecret: secret }: TelegramSettings): Webhook {
    if (url === undefined) throw missing("TELEGRAM_WEBHOOK_URL");
    if (secret === undefined) throw missing("TELEGRAM_WEBHOOK_SECRET");
    const listener = this.#listener;
    const handle = createWebhookHandler({
      secret,
      lanes: this.#lanes,
      accepts: (update) => listener.accepts(update),
      take: (update) => listener.take(update),
      arrives: (update) => this.#arrives(update),
      answered: (update) => listener.answered(update),
      isOpen: () => this.#grammy.isInited() && !this.#ending,
      patience: this.#timing.webhook,
    });
    return { path: new URL(url).pathname, handle };
  }

  /** Asks Telegram who we are. False where it refuses the token. */
  async #untilKnown(): Promise<boolean> {
    return this.#insist(async () => {
      this.#grammy.botInfo = await this.#grammy.api.getMe();
    });
  }

  #poll(): void {
    this.#polling = poll({
      api: this.#grammy.api,
      lanes: this.#lanes,
      timing: this.#timing,
      accepts: this.#accepts,
      onTrouble: (error) => this.#trouble(error),
      onUpdates: () => this.#recovered(),
    });
  }

  #pointHere({ webhookUrl = "", webhookSecret = "" }: TelegramSettings): Promise<void> {
    return pointHere(this.#grammy.api, webhookUrl, webhookSecret);
  }

  /** What is worth doing once and later: the list of commands, and looking after the webhook. */
  async #afterStart(): Promise<void> {
    const { settings, bot, locale, log } = this.#options;
    const { api } = this.#grammy;
    try {
      await register(api, bot().program, locale);
    } catch (error) {
      if (!this.#ending) log.warn(loggable(error), "Telegram's list of commands is not up to date");
    }
    if (settings.mode !== "webhook") return;
    const { watch: every } = this.#timing;
    const { webhookUrl: url = "" } = settings;
    const here = () => this.#pointHere(settings);
    await watchWebhook({ api, url, log, every, signal: this.#stop.signal, pointHere: here });
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
        const own = backOff[Math.min(failures, backOff.length - 1)] ?? 0;
        await pause(Math.max(own, askedToWait(error)), this.#stop.signal);
      }
    }
  }

  #recovered(): void {
    this.#told = undefined;
    if (this.#state === "down") this.#state = "up";
  }

  /** Tells what is the matter, once; false where nothing will come of it. */
  async #trouble(error: unknown): Promise<boolean> {
    const trouble = troubleOf(error);
    const words = wordsOf(trouble, error);
    this.#state = trouble === "token" ? "stopped" : "down";
    if (this.#told !== trouble) {
      this.#told = trouble;
      this.#options.log.warn({ trouble, ...loggable(error) }, words.en);
      this.#options.tell(words);
    }
    if (trouble === "webhook") await this.#grammy.api.deleteWebhook().catch(() => undefined);
    return trouble !== "token";
  }
}

function createClient({ token, apiRoot }: TelegramSettings, { fetch }: Transport): Bot {
  const client: ApiClientOptions = {
    apiRoot: apiRoot.replace(/\/+$/u, ""),
    timeoutSeconds: GRAMMY_SECONDS,
    // grammY declares node-fetch's `fetch`, of which it uses this much.
    fetch: fetch as unknown as ApiClientOptions["fetch"],
  };
  return new Bot(token, { client });
}

function missing(name: string): OperatorError {
  return new OperatorError({
    es: `${name}: hace falta con TELEGRAM_MODE=webhook`,
    en: `${name}: needed with TELEGRAM_MODE=webhook`,
  });
}
