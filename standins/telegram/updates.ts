/** What the bot has not been told yet, and how it is: by long polling, or by a webhook. */
import { refused } from "./refused.js";
import type { Payload, Update } from "./types.js";

/** As Telegram keeps them 24 hours: more than a test ever sends. */
const UPDATES_KEPT = 20_000;
/** Between two attempts at a webhook that does not take an update. */
const WEBHOOK_PAUSE = 100;

export interface Webhook {
  readonly url: string;
  readonly secret: string | undefined;
  readonly connections: number;
}

interface Poll {
  /** Tells the poll to look again, or why it ends. */
  wake(conflict?: string): void;
}

export class Updates {
  #pending: Update[] = [];
  #nextId = 100_000;
  #poll: Poll | undefined;
  #webhook: Webhook | undefined;
  readonly #underWay = new Set<number>();
  #doubled = 0;
  #lastError: string | undefined;
  #wanted: ReadonlySet<string> | undefined;

  get webhook(): Webhook | undefined {
    return this.#webhook;
  }

  get pending(): number {
    return this.#pending.length;
  }

  get lastError(): string | undefined {
    return this.#lastError;
  }

  /** The next so many updates are delivered twice. */
  double(count: number): void {
    this.#doubled = count;
  }

  /** Queues what happened; nothing where the bot did not ask for such updates. */
  push(kind: string, content: unknown): Update {
    const update: Update = { update_id: this.#nextId++, [kind]: content };
    if (this.#wanted === undefined || this.#wanted.has(kind)) this.pushRaw(update);
    return update;
  }

  /** Queues it as it is, well formed or not, old or not. */
  pushRaw(...updates: readonly Update[]): void {
    this.#pending.push(...updates);
    if (this.#pending.length > UPDATES_KEPT) this.#pending = this.#pending.slice(-UPDATES_KEPT);
    this.#poll?.wake();
    this.#deliver();
  }

  /** Waits up to `timeout` seconds for updates from `offset` on; those before it are forgotten. */
  async poll({ offset = 0, limit = 100, timeout = 0, allowed_updates }: Payload, gone: AbortSignal) {
    if (this.#webhook) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.#poll?.wake(
      "terminated by other getUpdates request; make sure that only one bot instance is running",
    );
    this.#want(allowed_updates);
    this.#pending = this.#pending.filter(({ update_id }) => update_id >= Number(offset));
    if (this.#pending.length === 0 && Number(timeout) > 0) await this.#wait(Number(timeout), gone);
    const batch = this.#pending.slice(0, Number(limit));
    return batch.flatMap((update) => (this.#isDoubled() ? [update, update] : [update]));
  }

  #want(allowed: unknown): void {
    if (Array.isArray(allowed)) this.#wanted = allowed.length > 0 ? new Set(allowed as string[]) : undefined;
  }

  #isDoubled(): boolean {
    if (this.#doubled === 0) return false;
    this.#doubled--;
    return true;
  }

  #wait(seconds: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const poll: Poll = {
        wake: (why) => {
          clearTimeout(timer);
          if (this.#poll === poll) this.#poll = undefined;
          if (why === undefined) resolve();
          else reject(conflict(why));
        },
      };
      const timer = setTimeout(() => poll.wake(), seconds * 1000);
      gone.addEventListener("abort", () => poll.wake(), { once: true });
      this.#poll = poll;
    });
  }

  setWebhook(webhook: Webhook | undefined, allowed?: unknown): void {
    this.#webhook = webhook;
    this.#want(allowed);
    this.#deliver();
  }

  drop(): void {
    this.#pending = [];
  }

  /** Starts as many deliveries as the webhook takes at a time; each goes on until it is taken. */
  #deliver(): void {
    for (const update of this.#pending) {
      if (!this.#webhook || this.#underWay.size >= this.#webhook.connections) return;
      if (this.#underWay.has(update.update_id)) continue;
      this.#underWay.add(update.update_id);
      void this.#post(update, this.#isDoubled());
    }
  }

  async #post(update: Update, twice: boolean): Promise<void> {
    const { update_id: id } = update;
    while (this.#webhook && this.#pending.includes(update)) {
      const taken = await this.#attempt(update, this.#webhook);
      if (taken && twice) await this.#attempt(update, this.#webhook);
      if (taken) this.#pending = this.#pending.filter((other) => other !== update);
      else await new Promise((resolve) => setTimeout(resolve, WEBHOOK_PAUSE).unref());
    }
    this.#underWay.delete(id);
    this.#deliver();
  }

  async #attempt(update: Update, { url, secret }: Webhook): Promise<boolean> {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(30_000),
      });
      await response.arrayBuffer();
      this.#lastError = response.ok ? undefined : `Wrong response from the webhook: ${response.status}`;
      return response.ok;
    } catch {
      this.#lastError = "Connection failed";
      return false;
    }
  }

  /** Ends whoever waits. */
  close(): void {
    this.#webhook = undefined;
    this.#pending = [];
    this.#poll?.wake();
  }
}

function conflict(why: string) {
  return refused(409, `Conflict: ${why}`);
}
