/** Which language a person reads: their own choice, else what their client says, what their community set, the operator's. */
import type { Place } from "../chat/asking.js";
import { knownLocale, type Locale } from "../chat/locale.js";
import type { Ports } from "../chat/ports.js";
import { BoundedMap } from "./bounded-map.js";

/** Platforms have fewer languages. */
const TAGS_KEPT = 200;
/** Whatever else a stranger sends, a language's tag is short. */
const LONGEST_TAG = 20;

/** What tells which language somebody reads who chose none. */
export interface Reader {
  /** What their client says, as a tag. */
  readonly client?: string | undefined;
  /** Where they ask. */
  readonly place?: Place | undefined;
  /** What the platform says of the server they are in, as a tag. */
  readonly server?: string | undefined;
}

export class Languages {
  /** Reading a tag takes longer than one would think; null is a language that is not spoken here. */
  readonly #read = new BoundedMap<string, Locale | null>(TAGS_KEPT);
  readonly #fallback: Locale;
  readonly #ports: Pick<Ports, "languages" | "places">;

  /** @param fallback for people whose clients speak no language of ours */
  constructor(fallback: Locale, ports: Pick<Ports, "languages" | "places">) {
    this.#fallback = fallback;
    this.#ports = ports;
  }

  /** @param person as a platform vouches for them: "telegram:456" */
  of(person: string, reader: Reader = {}): Locale {
    const client = this.ofClient(reader);
    const choice = this.#ports.languages.get(person);
    if (choice === undefined) return client;
    // "es" chosen by somebody whose client says "es-MX" asks for nothing else.
    const same = [client, this.#fallback].find(({ language }) => language === choice);
    return this.#inRegion(same ?? { language: choice, tag: choice }, reader.place);
  }

  /**
   * What somebody reads who chose no language, in this order: what their client says; what their community set, which is
   * for those whose client says none of ours, or nothing at all; what the platform says of their server; the operator's.
   */
  ofClient(reader: Reader = {}): Locale {
    return this.#inRegion(this.#languageOf(reader), reader.place);
  }

  /** Where a community says whose Spanish titles it uses, all read those; a country of Latin America is one of it. */
  #inRegion(locale: Locale, place: Place | undefined): Locale {
    const region = locale.language === "es" && place ? this.#ports.places?.of(place).region : undefined;
    if (region === undefined || region === "client") return locale;
    const own = locale.tag.split("-")[1];
    // A client that says no more than "Latin America" is one of the country that is set.
    const isThere = own !== undefined && own !== "419" && (own === "ES") === (region === "ES");
    return isThere ? locale : { language: "es", tag: `es-${region}` };
  }

  #languageOf({ client, place, server }: Reader): Locale {
    const own = this.#known(client);
    if (own) return own;
    const others = [this.#known(server), this.#fallback].filter((locale) => locale !== undefined);
    const set = place && this.#ports.places?.of(place).language;
    if (set === undefined || set === "client") return others[0] ?? this.#fallback;
    return others.find(({ language }) => language === set) ?? { language: set, tag: set };
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
