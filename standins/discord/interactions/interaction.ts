/** One interaction: what was sent, how it was answered, and its messages. */
import { object, objects } from "../json.js";
import type { Message } from "../messages/message.js";
import type { Refused } from "../refused.js";
import type { Callback, From, InteractionResult, Json, Refusal } from "../types.js";

export const Kind = { ping: 1, command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export const Type = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

const MAX_REFUSALS = 20;

interface Watcher {
  look(): void;
  finish(met: boolean): void;
}

export class Interaction implements InteractionResult {
  status: InteractionResult["status"] = "unanswered";
  callback: Callback | undefined;
  firstResponseMs: number | undefined;
  message: Message | undefined;
  readonly followUps: Message[] = [];
  readonly refusals: Refusal[] = [];
  readonly #started = performance.now();
  #watchers = new Set<Watcher>();

  constructor(
    readonly id: string,
    readonly token: string,
    readonly kind: number,
    readonly sentAt: number,
    readonly from: From,
    /** The type of the option being typed, of autocompletes. */
    readonly optionType: number,
    /** The message whose component was used, and where it came from. */
    readonly source: Message | undefined,
  ) {}

  get choices(): InteractionResult["choices"] {
    const choices = objects(object(this.callback?.data).choices);
    return choices.map(({ name, value }) => ({ name: name as string, value: value as string | number }));
  }

  /** Whether a first response was accepted. */
  get acknowledged(): boolean {
    return this.callback !== undefined;
  }

  answer(callback: Callback): void {
    this.callback = callback;
    this.status = "answered";
    this.firstResponseMs = performance.now() - this.#started;
    this.changed();
  }

  refuse(refusal: Refused, at: number): void {
    const { status, code, message } = refusal;
    if (this.refusals.length < MAX_REFUSALS) {
      this.refusals.push({ at, status, code, message, problems: refusal.lines() });
    }
    this.changed();
  }

  messages(): Message[] {
    return this.message ? [this.message, ...this.followUps] : this.followUps;
  }

  changed(): void {
    for (const watcher of [...this.#watchers]) watcher.look();
  }

  /** Lets go of everyone who still waits: the stand-in closes. */
  release(): void {
    for (const watcher of [...this.#watchers]) watcher.finish(false);
  }

  /** Resolves true once `met` holds, false when the time is up first. */
  watch(met: () => boolean, timeoutMs: number): Promise<boolean> {
    if (met()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => watcher.finish(false), timeoutMs);
      const watcher: Watcher = {
        look: () => {
          if (met()) watcher.finish(true);
        },
        finish: (value) => {
          clearTimeout(timer);
          this.#watchers.delete(watcher);
          resolve(value);
        },
      };
      this.#watchers.add(watcher);
    });
  }

  async until(met: (result: InteractionResult) => boolean, timeoutMs = 5_000): Promise<InteractionResult> {
    if (await this.watch(() => met(this), timeoutMs)) return this;
    throw new Error(`the interaction did not get there within ${timeoutMs} ms: ${this.#summary()}`);
  }

  settled(timeoutMs = 5_000): Promise<InteractionResult> {
    return this.until(({ status, message }) => status === "answered" && !message?.loading, timeoutMs);
  }

  #summary(): string {
    const { status, callback, message, refusals } = this;
    return JSON.stringify({ status, type: callback?.type, loading: message?.loading, refusals });
  }

  /** `interaction_metadata` of its messages. */
  metadata(user: Json, owners: unknown): Json {
    return { id: this.id, type: this.kind, user, authorizing_integration_owners: owners };
  }
}
