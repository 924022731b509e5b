/** One version of the index with the responses made from it. Another version begins with none. */
import type { Services } from "../../../chat/context.js";
import type { Locale } from "../../../chat/locale.js";
import { Bounded } from "../bounded.js";
import { etagOf, type Rendition } from "../server/rendition.js";

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
  /** Weak: a process that nobody asks over HTTP must not hold on to a version that is in use no more. */
  readonly #editions = new WeakMap<Services, Edition>();

  constructor(
    private readonly services: () => Services,
    private readonly program: string,
    private readonly capacity = KEPT_BYTES,
  ) {}

  get current(): Edition {
    const services = this.services();
    const known = this.#editions.get(services);
    if (known !== undefined) return known;
    const edition = new Edition(services, this.program, this.capacity);
    this.#editions.set(services, edition);
    return edition;
  }
}
