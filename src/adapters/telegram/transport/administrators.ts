/**
 * Who administers a group. Telegram says it of nobody who writes or presses. The whole list is asked for: of a single member
 * a bot may ask only where it is an administrator itself. That somebody is none holds for a minute, that they are one for
 * ten seconds: whoever is no administrator any more does not act as one for longer, in whichever process.
 */
import type { Api } from "grammy";
import { BoundedMap } from "../../../surface/bounded-map.js";

/** Groups whose administrators are kept. */
const GROUPS_KEPT = 5_000;
const KEPT_FOR = 60_000;
const TRUSTED_FOR = 10_000;
/** For as long Telegram is not asked again after it told nothing. */
const PAUSE = 10_000;

interface Known {
  readonly people: Promise<ReadonlySet<number>>;
  /** When Telegram was asked; by `now`, as the next. */
  readonly asked: number;
  /** Until when it holds. */
  until: number;
}

const NOBODY: ReadonlySet<number> = new Set();

export class Administrators {
  readonly #known = new BoundedMap<number, Known>(GROUPS_KEPT);
  readonly #now: () => number;

  /** @param now milliseconds of a clock that is never put back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether they administer that group; false where Telegram does not tell. Never rejects. */
  async include(api: Api, chat: number, person: number): Promise<boolean> {
    const known = this.#of(api, chat);
    if (!(await known.people).has(person)) return false;
    if (this.#now() < known.asked + TRUSTED_FOR) return true;
    return (await this.#ask(api, chat).people).has(person);
  }

  #of(api: Api, chat: number): Known {
    const before = this.#known.get(chat);
    return before !== undefined && this.#now() < before.until ? before : this.#ask(api, chat);
  }

  #ask(api: Api, chat: number): Known {
    const asked = this.#now();
    const people = api.getChatAdministrators(chat).then(
      (members) => new Set(members.map(({ user }) => user.id)),
      () => {
        known.until = this.#now() + PAUSE;
        return NOBODY;
      },
    );
    const known: Known = { people, asked, until: asked + KEPT_FOR };
    this.#known.set(chat, known);
    return known;
  }
}
