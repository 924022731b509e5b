/** Which language a person reads: their own choice, else their Telegram's, else the setting's. */
import { knownLocale, type Locale } from "../../chat/locale.js";
import type { Language } from "../../words.js";
import { Bounded } from "./bounded.js";

/** Until there is a store, choices are kept in memory, for as many people. */
const CHOICES_KEPT = 10_000;

/** The little that is needed of a Telegram user. */
export interface Reader {
  readonly id: number;
  readonly language_code?: string;
}

export class Languages {
  readonly #choices = new Bounded<number, Language>(CHOICES_KEPT);

  constructor(private readonly fallback: Locale) {}

  of({ id, language_code: code }: Reader): Locale {
    const choice = this.#choices.get(id);
    const client = knownLocale(code ?? "");
    if (choice === undefined) return client ?? this.fallback;
    // "es" chosen by somebody whose Telegram says "es-MX" asks for nothing else.
    return (
      [client, this.fallback].find((locale) => locale?.language === choice) ?? {
        language: choice,
        tag: choice,
      }
    );
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
