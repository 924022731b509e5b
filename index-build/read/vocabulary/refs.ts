/** One object for each person, company, keyword, country… however often it is named. */
import type { CodeRef, NamedRef } from "../../records.js";
import type { Texts } from "./texts.js";

/** Ids of our own lie in -1 … -(2^31 - 1). */
const OWN_IDS = 0x7fff_ffff;

/** Things with an id of their source. The first name that an id comes with is the one that stays. */
export class NamedRefs {
  readonly #byId = new Map<number, NamedRef>();
  readonly #ownByName = new Map<string, NamedRef>();

  /** Made when it is first asked for: most vocabularies never are. */
  #byName: ByName | undefined;
  readonly #texts: Texts;

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /** The thing with this id; one without an id gets one below 0 that hangs on its name alone. */
  get(id: number | undefined, name: string): NamedRef {
    return id === undefined ? this.#own(name) : (this.#byId.get(id) ?? this.#add(id, name));
  }

  /** The thing of this name that came with an id, where there is just one; undefined otherwise. */
  uniqueNamed(name: string): NamedRef | undefined {
    if (this.#byName === undefined) {
      this.#byName = new Map();
      for (const ref of this.#byId.values()) addByName(this.#byName, ref);
    }
    return this.#byName.get(name) ?? undefined;
  }

  #own(name: string): NamedRef {
    const known = this.#ownByName.get(name);
    if (known !== undefined) return known;
    let id = ownId(name);
    while (this.#byId.has(id)) id = id > -OWN_IDS ? id - 1 : -1;
    const ref = this.#add(id, name);
    this.#ownByName.set(ref.name, ref);
    return ref;
  }

  #add(id: number, name: string): NamedRef {
    const ref: NamedRef = { id, name: this.#texts.keep(name) };
    this.#byId.set(id, ref);
    if (this.#byName !== undefined) addByName(this.#byName, ref);
    return ref;
  }
}

/** Null stands for a name that several share. */
type ByName = Map<string, NamedRef | null>;

function addByName(byName: ByName, ref: NamedRef): void {
  if (ref.id > 0) byName.set(ref.name, byName.has(ref.name) ? null : ref);
}

/** Countries or languages. The first name that a code comes with, other than the code itself, is the one. */
export class CodeRefs {
  readonly #byCode = new Map<string, { code: string; name: string }>();
  readonly #texts: Texts;

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  get(code: string, name: string): CodeRef {
    const known = this.#byCode.get(code);
    if (known === undefined) {
      const ref = { code: this.#texts.keep(code), name: this.#texts.keep(name) };
      this.#byCode.set(ref.code, ref);
      return ref;
    }
    if (known.name === known.code) known.name = this.#texts.keep(name);
    return known;
  }
}

/** An id below 0 that hangs on a name alone. */
export function ownId(name: string): number {
  return -1 - (hashOf(name) % OWN_IDS);
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
