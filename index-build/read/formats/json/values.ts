/**
 * The values of a JSON text, one by one, so that no more than one of them is in memory: the elements of a list, or
 * objects that stand one after the other, a line each or over several.
 */
import { InputRefused } from "../../files/broken-input.js";
import type { ReadLimits } from "../../files/limits.js";

/** What tells where a value ends. */
const SPECIAL = /["{}[\]]/gu;
const IN_STRING = /["\\]/gu;

export class JsonValues {
  readonly #limits: ReadLimits;
  /** The beginning of a value that goes on in the next piece. */
  #held: string[] = [];
  #heldChars = 0;
  #inValue = false;
  #depth = 0;
  #inString = false;
  /** The last piece ended with the backslash that belongs to the first character of the next. */
  #escaped = false;
  #list: boolean | undefined;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  /** The text ended inside a value, or before the list did. */
  get unfinished(): boolean {
    return this.#depth > 0;
  }

  /** The text is a list, whose elements are the values. */
  get isList(): boolean {
    return this.#list === true;
  }

  /** The texts of the values that end in this piece. */
  push(text: string): string[] {
    const values: string[] = [];
    let start = 0;
    let at = this.#escaped ? 1 : 0;
    this.#escaped = false;
    for (;;) {
      if (this.#inString) at = this.#endOfString(text, at);
      if (this.#inString) break;
      SPECIAL.lastIndex = at;
      const found = SPECIAL.exec(text);
      if (found === null) break;
      at = found.index + 1;
      const mark = found[0];
      if (mark === '"') this.#inString = true;
      else if (mark === "{" || mark === "[") {
        this.#list ??= mark === "[";
        if (this.#depth === this.#depthOfValues()) {
          this.#inValue = true;
          start = found.index;
        }
        this.#depth += 1;
      } else {
        this.#depth = Math.max(0, this.#depth - 1);
        if (!this.#inValue || this.#depth !== this.#depthOfValues()) continue;
        values.push(this.#held.join("") + text.slice(start, at));
        this.#inValue = false;
        this.#held = [];
        this.#heldChars = 0;
      }
    }
    if (this.#inValue) this.#hold(text.slice(start));
    return values;
  }

  #depthOfValues(): number {
    return this.#list === true ? 1 : 0;
  }

  /** Index after the string's end, or after the text where the string goes on. */
  #endOfString(text: string, from: number): number {
    for (let at = from; ; ) {
      IN_STRING.lastIndex = at;
      const found = IN_STRING.exec(text);
      if (found === null) return text.length;
      if (found[0] === '"') {
        this.#inString = false;
        return found.index + 1;
      }
      at = found.index + 2;
      if (at <= text.length) continue;
      this.#escaped = true;
      return text.length;
    }
  }

  #hold(text: string): void {
    this.#held.push(text);
    this.#heldChars += text.length;
    const most = this.#list === true ? this.#limits.rowChars : this.#limits.jsonBytes;
    if (this.#heldChars > most) throw new InputRefused("too-large", `> ${most} characters in one value`);
  }
}
