/** What the numbers of a database stand for. */
import { dirname } from "node:path";
import type { Thing } from "../layouts/facts/things.js";

/** Names of things by the numbers that a database gives them, as its files write these. */
export class ThingNames {
  /** By the folder that the files of a database lie in. */
  readonly #named = new Map<Thing, Map<string, Map<string, string>>>();

  /** Those of the database that a file is of, to be filled. */
  of(thing: Thing, file: string): Map<string, string> {
    const folders = this.#named.get(thing) ?? new Map<string, Map<string, string>>();
    this.#named.set(thing, folders);
    const names = folders.get(dirname(file)) ?? new Map<string, string>();
    folders.set(dirname(file), names);
    return names;
  }

  /** The names in a file's own folder; without any, those of the only folder that has some. */
  find(thing: Thing, file: string): ReadonlyMap<string, string> | undefined {
    const folders = this.#named.get(thing);
    const [only] = folders?.values() ?? [];
    return folders?.get(dirname(file)) ?? (folders?.size === 1 ? only : undefined);
  }
}
