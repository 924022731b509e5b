/** One version of the index with the responses made from it. Another version begins with none. */
import type { Services } from "../../chat/context.js";
import type { Locale } from "../../chat/locale.js";
import { Bounded } from "./bounded.js";
import { etagOf, type Rendition } from "./rendition.js";

/** Bytes of responses kept. */
const KEPT_BYTES = 32_000_000;

export class Edition {
  readonly #kept: Bounded<Rendition>;
  readonly #salt: string;

  constructor(
    readonly services: Services,
    program: string,
    capacity: number,
  ) {
    this.#kept = new Bounded(capacity);
    // What an answer says depends on these too, and a new program may word it differently.
    const { catalog, settings, refresh } = services;
    this.#salt = JSON.stringify([catalog.manifest.version, program, settings, refresh]);
  }

  /** A function of the index's version, the address and the language. */
  etag(url: string, { tag }: Locale): string {
    return etagOf(this.#salt, url, tag);
  }

  kept(key: string): Rendition | undefined {
    return this.#kept.get(key);
  }

  keep(key: string, rendition: Rendition): void {
    this.#kept.set(key, rendition, rendition.size + key.length * 2);
  }
}

/** Gives the edition of the services in use: a request that takes it once is answered from one version throughout. */
export class Editions {
  #current: Edition | undefined;

  constructor(
    private readonly services: () => Services,
    private readonly program: string,
    private readonly capacity = KEPT_BYTES,
  ) {}

  get current(): Edition {
    const services = this.services();
    if (this.#current?.services !== services) {
      this.#current = new Edition(services, this.program, this.capacity);
    }
    return this.#current;
  }
}
