/**
 * Who administers a group. Telegram says it of nobody who writes or presses. The whole list is asked for, once a minute and
 * group: of a single member a bot may ask only where it is an administrator itself.
 */
import type { Api } from "grammy";
import { BoundedMap } from "../../../surface/bounded-map.js";

/** Groups whose administrators are kept. */
const GROUPS_KEPT = 5_000;
const KEPT_FOR = 60_000;
/** For as long Telegram is not asked again after it told nothing. */
const PAUSE = 10_000;

interface Known {
  readonly people: Promise<ReadonlySet<number>>;
  /** Until when it holds, by `performance.now()`. */
  until: number;
}

const NOBODY: ReadonlySet<number> = new Set();

export class Administrators {
  readonly #known = new BoundedMap<number, Known>(GROUPS_KEPT);

  /** Whether they administer that group; false where Telegram does not tell. Never rejects. */
  async include(api: Api, chat: number, person: number): Promise<boolean> {
    return (await this.#of(api, chat)).has(person);
  }

  #of(api: Api, chat: number): Promise<ReadonlySet<number>> {
    const now = performance.now();
    const before = this.#known.get(chat);
    if (before !== undefined && now < before.until) return before.people;
    const people = api.getChatAdministrators(chat).then(
      (members) => new Set(members.map(({ user }) => user.id)),
      () => {
        known.until = performance.now() + PAUSE;
        return NOBODY;
      },
    );
    const known: Known = { people, until: now + KEPT_FOR };
    this.#known.set(chat, known);
    return people;
  }
}
