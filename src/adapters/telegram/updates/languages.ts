/** Which language a person reads: their own choice, else their Telegram's, else the setting's. */
import { knownLocale, type Locale } from "../../../chat/locale.js";
import type { Language } from "../../../words.js";
import { Bounded } from "../bounded.js";

/** Until there is a store, choices are kept in memory, for as many people. */
const CHOICES_KEPT = 10_000;

/** The little that is needed of a Telegram user. */
export interface Reader {
  readonly id: number;
  readonly language_code?: string;
}

/** Telegram has fewer. */
const CODES_KEPT = 200;

export class Languages {
  /** Reading a tag takes longer than one would think; null is a language we do not speak. */
  readonly #read = new Bounded<string, Locale | null>(CODES_KEPT);
  readonly #choices = new Bounded<number, Language>(CHOICES_KEPT);

  constructor(private readonly fallback: Locale) {}

  of({ id, language_code: code }: Reader): Locale {
    const choice = this.#choices.get(id);
    const client = this.#client(code);
    if (choice === undefined) return client ?? this.fallback;
    // "es" chosen by somebody whose Telegram says "es-MX" asks for nothing else.
    return (
      [client, this.fallback].find((locale) => locale?.language === choice) ?? {
        language: choice,
        tag: choice,
      }
    );
  }

  #client(code: string | undefined): Locale | undefined {
    // Whatever else a stranger sends, a language's code is short.
    if (code === undefined || code.length > 20) return undefined;
    const known = this.#read.get(code);
    if (known !== undefined) return known ?? undefined;
    const read = knownLocale(code);
    this.#read.set(code, read ?? null);
    return read;
  }

  choiceOf({ id }: Reader): Language | undefined {
    return this.#choices.get(id);
  }

  /** Undefined follows the person's Telegram again. */
  choose({ id }: Reader, choice: Language | undefined): void {
    if (choice === undefined) this.#choices.delete(id);
    else this.#choices.set(id, choice);
  }
}
