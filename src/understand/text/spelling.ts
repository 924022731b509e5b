/** Misspelt words of the lexicon: "pelikulas", "terrror", "romatica". */
import { distance } from "fastest-levenshtein";
import { soundOf } from "../../find/encode/sound.js";

/** A shorter word is another one after a slip. */
const SHORTEST = 5;

export class Spelling {
  readonly #words: ReadonlySet<string>;
  /** Of words that sound the same, the first. */
  readonly #bySound = new Map<string, string>();
  /** Longer words by their first letter, which is seldom mistyped, and their length. */
  readonly #alike = new Map<string, string[]>();

  /**
   * @param words folded, in the order of how likely they are meant
   * @param lookalikes those of them that are one letter from other words: nobody's slip is taken for one
   */
  constructor(words: ReadonlySet<string>, lookalikes: ReadonlySet<string> = new Set()) {
    this.#words = words;
    for (const word of words) {
      if (word.length < SHORTEST - 1) continue;
      const sound = soundOf(word);
      if (!this.#bySound.has(sound)) this.#bySound.set(sound, word);
      if (word.length < SHORTEST || lookalikes.has(word)) continue;
      const key = `${word[0]}${word.length}`;
      const same = this.#alike.get(key) ?? [];
      same.push(word);
      this.#alike.set(key, same);
    }
  }

  /** The word that is meant: the same where it is one, or nothing is near. */
  corrected(word: string): string {
    if (this.#words.has(word) || word.length < SHORTEST - 1 || /\d/u.test(word)) return word;
    const repeated = word.replace(/(\p{L})\1{2,}/gu, "$1$1");
    const plain = repeated.replace(/(\p{L})\1+/gu, "$1");
    for (const one of [repeated, plain]) if (this.#words.has(one)) return one;
    const heard = this.#bySound.get(soundOf(repeated)) ?? this.#bySound.get(soundOf(plain));
    if (heard !== undefined) return heard;
    if (word.length < SHORTEST) return word;
    return this.#oneSlipFrom(word) ?? word;
  }

  #oneSlipFrom(word: string): string | undefined {
    for (const length of [word.length, word.length + 1, word.length - 1]) {
      for (const other of this.#alike.get(`${word[0]}${length}`) ?? []) {
        const edits = distance(word, other);
        if (edits === 1 || (edits === 2 && word.length > 7 && areSwapped(word, other))) return other;
      }
    }
    return undefined;
  }
}

function areSwapped(one: string, other: string): boolean {
  return [...one].sort().join("") === [...other].sort().join("");
}
