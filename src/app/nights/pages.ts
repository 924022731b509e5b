/**
 * Addresses of nights' pages: a night's id and a signature of it, so that nobody finds one who was not given it. Nothing is
 * stored of them but the key that they are signed with; an address leads nowhere once its night is deleted.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { nightPage } from "../../../commands/night/page.js";
import type { Answer } from "../../chat/answer/schema.js";
import type { Bot } from "../../chat/contract.js";
import type { Locale } from "../../chat/locale.js";
import type { NightPages } from "../../chat/ports.js";
import { readNight } from "../../nights/nights.js";
import type { Keys } from "../../store/port.js";

const KEY = "night pages";
/** Characters of six bits each. */
const SIGNATURE_LENGTH = 24;
const SECRET = new RegExp(`^([\\w-]{1,20})\\.([\\w-]{${SIGNATURE_LENGTH}})$`, "u");

export class SignedNightPages implements NightPages {
  readonly #base: string;
  readonly #keys: () => Promise<Keys>;
  #key: string | undefined;

  /** @param base where people reach our server, without a slash at its end */
  constructor(base: string, keys: () => Promise<Keys>) {
    this.#base = base;
    this.#keys = keys;
  }

  async addressOf(night: string): Promise<string> {
    return `${this.#base}/noche/${night}.${await this.#signature(night)}`;
  }

  async nightOf(secret: string): Promise<string | undefined> {
    const [, night, signature] = SECRET.exec(secret) ?? [];
    if (night === undefined || signature === undefined) return undefined;
    const expected = await this.#signature(night);
    return timingSafeEqual(Buffer.from(signature), Buffer.from(expected)) ? night : undefined;
  }

  async #signature(night: string): Promise<string> {
    this.#key ??= await (await this.#keys()).of(KEY, randomBytes(32).toString("base64url"));
    return createHmac("sha256", this.#key).update(night).digest("base64url").slice(0, SIGNATURE_LENGTH);
  }
}

/**
 * What the page behind an address shows; undefined where there is no such night, or none any more.
 * @throws StoreUnavailable
 */
export async function showNightPage(
  { edition, ports }: Bot,
  secret: string,
  { locale, now }: { readonly locale: Locale; readonly now: Date },
): Promise<Answer | undefined> {
  const id = await ports.nightPages?.nightOf(secret);
  if (id === undefined || ports.store === undefined) return undefined;
  const store = await ports.store();
  // How it stands may be remembered for longer than it is there: another process may have deleted it.
  if ((await store.nights.get(id)) === undefined) return undefined;
  const kept = await readNight(store, id);
  return kept && nightPage({ catalog: edition.catalog, locale }, kept, now);
}
