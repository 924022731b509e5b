/**
 * What one person among others is shown below a message that all see: a message of its own, whose buttons only they press.
 * Nobody has more than one below the same message: the next one takes the place of the one before, which would only be in
 * the way of the others.
 */
import type { Api } from "grammy";
import { BoundedMap } from "../../../surface/bounded-map.js";
import type { Shown } from "./send.js";

const KEPT = 10_000;

export class OwnMessages {
  readonly #shown = new BoundedMap<string, Shown>(KEPT);

  /** Notes what stands there now, and removes what stood there before; that Telegram refuses to does no harm. */
  async replace(api: Api, below: Shown, person: number, now: Shown | undefined): Promise<void> {
    const key = `${below.chat}:${below.id}:${person}`;
    const before = this.#shown.get(key);
    if (now === undefined) return;
    this.#shown.set(key, now);
    if (before !== undefined && before.id !== now.id)
      await api.deleteMessage(before.chat, before.id).catch(() => undefined);
  }
}
