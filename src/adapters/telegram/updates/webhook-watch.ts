/** Looks after the webhook: somebody may change it, and only Telegram knows when it cannot reach us. */
import type { Api } from "grammy";
import type { Log } from "../../../chat/errors/errors.js";
import { loggable } from "../transport/failures.js";
import { pause } from "../transport/pause.js";

export interface Watching {
  readonly api: Api;
  readonly url: string;
  readonly log: Log;
  /** Milliseconds between two looks. */
  readonly every: number;
  readonly signal: AbortSignal;
  pointHere(): Promise<void>;
}

/** Until the signal. Never rejects. */
export async function watchWebhook({ api, url, log, every, signal, pointHere }: Watching): Promise<void> {
  let told = 0;
  while (!signal.aborted) {
    try {
      await pause(every, signal);
      const {
        url: current,
        last_error_date: failed = 0,
        last_error_message: why,
      } = await api.getWebhookInfo();
      if (failed > told) {
        told = failed;
        log.warn({ why }, "Telegram cannot deliver to TELEGRAM_WEBHOOK_URL");
      }
      if (current === url) continue;
      await pointHere();
      log.warn({}, "Telegram's webhook had been changed; it points here again");
    } catch (error) {
      if (!signal.aborted) log.warn(loggable(error), "Telegram's webhook cannot be looked at");
    }
  }
}
