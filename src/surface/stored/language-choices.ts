/** Which language people chose, kept in the store; read from memory, since every answer asks for it. */
import { isStoreUnavailable, type Log } from "../../chat/errors/errors.js";
import type { LanguageChoices } from "../../chat/ports.js";
import type { Repositories } from "../../store/port.js";
import type { Language } from "../../words.js";

const KEY = "language";
/** Between looks at what other processes were told. */
const LOOK_EVERY = 10_000;
/** Clocks of other processes may be behind ours by this much. */
const CLOCKS_DIFFER = 5_000;

type People = Pick<Repositories["people"], "choose" | "chosen">;

export class StoredLanguageChoices implements LanguageChoices {
  readonly #people: () => Promise<People>;
  readonly #log: Log;
  readonly #choices = new Map<string, Language>();
  #seenUntil: Date | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** @param people rejects while the store is away: then what is known stands */
  constructor(people: () => Promise<People>, log: Log) {
    this.#people = people;
    this.#log = log;
  }

  /** Reads what is stored, and goes on looking for what others store. Never rejects. */
  async start(): Promise<void> {
    await this.#look();
    this.#timer = setTimeout(() => void this.start(), LOOK_EVERY);
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  get(person: string): Language | undefined {
    return this.#choices.get(person);
  }

  async set(person: string, choice: Language | undefined, now: Date): Promise<void> {
    const people = await this.#people();
    await people.choose(person, KEY, choice === undefined ? undefined : JSON.stringify(choice), now);
    this.#note(person, choice);
  }

  async #look(): Promise<void> {
    try {
      const people = await this.#people();
      const since = this.#seenUntil && new Date(this.#seenUntil.getTime() - CLOCKS_DIFFER);
      for (const { person, value, at } of await people.chosen(KEY, since)) {
        this.#note(person, languageOf(value));
        if (this.#seenUntil === undefined || at > this.#seenUntil) this.#seenUntil = at;
      }
    } catch (error) {
      // It is asked again in a moment.
      if (!isStoreUnavailable(error)) this.#log.error({ err: error }, "languages that people chose");
    }
  }

  #note(person: string, choice: Language | undefined): void {
    if (choice === undefined) this.#choices.delete(person);
    else this.#choices.set(person, choice);
  }
}

function languageOf(value: string | undefined): Language | undefined {
  return value === '"es"' || value === '"en"' ? (JSON.parse(value) as Language) : undefined;
}
