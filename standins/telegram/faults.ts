/** What may go wrong, on demand. */
import type { Payload, Refusal } from "./types.js";

export type Fault =
  /** The method says no and has no effect. */
  | ({ readonly kind: "refuse" } & Refusal)
  /** HTML instead of JSON, as proxies answer; no effect. */
  | { readonly kind: "html"; readonly status: number }
  /** Nothing is ever answered; no effect. */
  | { readonly kind: "hang" }
  /** The connection is reset before the method has an effect. */
  | { readonly kind: "reset" }
  /** The method has its effect, and the connection is reset before anyone hears of it. */
  | { readonly kind: "lost" }
  /** The method has its effect, and half of the answer arrives. */
  | { readonly kind: "truncated" };

export interface Plan {
  readonly fault: Fault;
  /** Any method unless said. */
  readonly method?: string;
  /** Any chat unless said. */
  readonly chat?: number;
  /** Once unless said. */
  readonly times?: number;
}

/** Methods that a flood wait concerns: what is written, not what is asked. */
const WRITES = /^(?:send|edit|copy|forward|delete)/u;

export class Faults {
  #plans: { plan: Plan; left: number }[] = [];
  readonly #floods = new Map<number, number>();
  #allFlooded = 0;

  /** The next calls that fit go wrong in that way. */
  add(plan: Plan): void {
    this.#plans.push({ plan, left: plan.times ?? 1 });
  }

  /** For so many seconds whatever is written to the chat is answered 429 with what remains of them. */
  flood(chat: number, seconds: number): void {
    this.#floods.set(chat, Date.now() + seconds * 1000);
  }

  /** The same for every chat. */
  floodAll(seconds: number): void {
    this.#allFlooded = Date.now() + seconds * 1000;
  }

  clear(): void {
    this.#plans = [];
    this.#floods.clear();
    this.#allFlooded = 0;
  }

  /** What goes wrong with this call; nothing, usually. */
  of(method: string, payload: Payload): Fault | undefined {
    const at = this.#plans.findIndex(
      ({ plan }) =>
        (plan.method === undefined || plan.method === method) &&
        (plan.chat === undefined || plan.chat === payload.chat_id),
    );
    const found = this.#plans[at];
    if (found !== undefined) {
      found.left--;
      if (found.left <= 0) this.#plans.splice(at, 1);
      return found.plan.fault;
    }
    return WRITES.test(method) ? this.#flood(payload.chat_id) : undefined;
  }

  #flood(chat: unknown): Fault | undefined {
    const until = Math.max(this.#allFlooded, this.#floods.get(chat as number) ?? 0);
    const seconds = Math.ceil((until - Date.now()) / 1000);
    return seconds > 0 ? flooded(seconds) : undefined;
  }
}

/** 429 as Telegram words it. */
export function flooded(seconds: number): Fault {
  return {
    kind: "refuse",
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  };
}

export const INTERNAL: Fault = {
  kind: "refuse",
  error_code: 500,
  description: "Internal Server Error",
};
