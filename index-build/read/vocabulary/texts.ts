/** Keeps one copy of each text. */

/**
 * A text cut out of a larger one keeps all of it in memory: of a file of 190 MB every block that one name was
 * taken from. What is kept is therefore copied, and once only.
 */
export class Texts {
  readonly #known = new Map<string, string>();

  /** The one copy of a text that is likely to come again: a name, a genre. */
  keep(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const copy = detached(text);
    this.#known.set(copy, copy);
    return copy;
  }
}

/** A copy that shares no memory with what `text` was cut out of. */
export function detached(text: string): string {
  // V8 cuts below 13 characters by copying; for longer ones, joining and cutting anew leaves the old whole behind.
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
