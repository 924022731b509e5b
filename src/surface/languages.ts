/** Which language a person reads: their own choice, else what their client says, else the operator's setting. */
import { knownLocale, type Locale } from "../chat/locale.js";
import type { LanguageChoices } from "../chat/ports.js";
import { BoundedMap } from "./bounded-map.js";

/** Platforms have fewer languages. */
const TAGS_KEPT = 200;
/** Whatever else a stranger sends, a language's tag is short. */
const LONGEST_TAG = 20;

export class Languages {
  /** Reading a tag takes longer than one would think; null is a language that is not spoken here. */
  readonly #read = new BoundedMap<string, Locale | null>(TAGS_KEPT);
  readonly #fallback: Locale;
  readonly #choices: LanguageChoices;

  /** @param fallback for people whose clients speak no language of ours */
  constructor(fallback: Locale, choices: LanguageChoices) {
    this.#fallback = fallback;
    this.#choices = choices;
  }

  /**
   * @param person as a platform vouches for them: "telegram:456"
   * @param tags what their client says, and where they are, in the order in which it counts
   */
  of(person: string, ...tags: readonly (string | undefined)[]): Locale {
    const client = this.ofClient(...tags);
    const choice = this.#choices.get(person);
    if (choice === undefined) return client;
    // "es" chosen by somebody whose client says "es-MX" asks for nothing else.
    const same = [client, this.#fallback].find(({ language }) => language === choice);
    return same ?? { language: choice, tag: choice };
  }

  /** What somebody reads who chose no language. */
  ofClient(...tags: readonly (string | undefined)[]): Locale {
    for (const tag of tags) {
      const locale = this.#known(tag);
      if (locale) return locale;
    }
    return this.#fallback;
  }

  #known(tag: string | undefined): Locale | undefined {
    if (tag === undefined || tag === "" || tag.length > LONGEST_TAG) return undefined;
    const known = this.#read.get(tag);
    if (known !== undefined) return known ?? undefined;
    const read = knownLocale(tag);
    this.#read.set(tag, read ?? null);
    return read;
  }
}
