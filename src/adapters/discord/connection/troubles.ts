/**
 * What keeps interactions over HTTP from being answered: each trouble is told to the operator once, and is over when one
 * passes. A single wrong signature is none: Discord sends some on purpose, and so may anybody.
 */
import type { Words } from "../../../words.js";

/** Wrong signatures without one that is right between them: Discord tries its own with good ones among them. */
const MANY = 5;

type Trouble = "key" | "signature" | "clock";

const KEY: Words = {
  es: "Discord: DISCORD_PUBLIC_KEY es de otra aplicación: no vale ninguna interacción. Copia la «Public Key» de la tuya (General Information).",
  en: "Discord: DISCORD_PUBLIC_KEY is another application’s: no interaction is valid. Copy your own “Public Key” (General Information).",
};
const CHANGED: Words = {
  es: "Discord: la clave es la de la aplicación y aun así no vale ninguna firma: un proxy cambia el cuerpo de las peticiones. Haz que pase los bytes tal como llegan.",
  en: "Discord: the key is the application’s, and yet no signature is valid: a proxy changes the body of requests. Have it pass on the bytes as they come.",
};
const EITHER: Words = {
  es: "Discord: no vale ninguna firma: o DISCORD_PUBLIC_KEY es de otra aplicación, o un proxy cambia el cuerpo de las peticiones.",
  en: "Discord: no signature is valid: either DISCORD_PUBLIC_KEY is another application’s, or a proxy changes the body of requests.",
};

export class Troubles {
  readonly #tell: (words: Words) => void;
  readonly #told = new Set<Trouble>();
  #current: Trouble | undefined;
  #wrong = 0;
  /** Whether our key is the application's; undefined as long as nobody said. */
  #isOwnKey: boolean | undefined;

  /** @param tell says one line to the operator */
  constructor(tell: (words: Words) => void) {
    this.#tell = tell;
  }

  /** For /readyz. */
  get current(): string | undefined {
    return this.#current;
  }

  /** Compares the key that Discord names with ours. */
  knowKey(theirs: string | undefined, ours: string | undefined): void {
    if (theirs === undefined || ours === undefined) return;
    this.#isOwnKey = theirs === ours.toLowerCase();
    if (!this.#isOwnKey) this.#is("key", KEY);
  }

  unsigned(): void {
    this.#wrong++;
    if (this.#wrong < MANY || this.#current !== undefined) return;
    this.#is("signature", this.#isOwnKey ? CHANGED : EITHER);
  }

  /** Signed properly, but too long ago or in the time to come. @param late seconds */
  ofAnotherTime(late: number): void {
    const minutes = Math.round(Math.abs(late) / 60);
    this.#is("clock", {
      es: `Discord: el reloj de este equipo va ${minutes} min ${late > 0 ? "adelantado" : "atrasado"} respecto a Discord, y por eso no vale ninguna interacción: ponlo en hora. Si está en hora, alguien repite peticiones viejas.`,
      en: `Discord: this machine’s clock is ${minutes} min ${late > 0 ? "ahead of" : "behind"} Discord’s, so that no interaction is valid: set it right. If it is right, somebody repeats old requests.`,
    });
  }

  passed(): void {
    this.#wrong = 0;
    this.#current = undefined;
  }

  #is(trouble: Trouble, words: Words): void {
    this.#current = trouble;
    if (this.#told.has(trouble)) return;
    this.#told.add(trouble);
    this.#tell(words);
  }
}
