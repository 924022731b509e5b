/** Which language people chose, in memory: forgotten when the program ends. */
import type { LanguageChoices } from "../../chat/ports.js";
import type { Language } from "../../words.js";
import { BoundedMap } from "../bounded-map.js";

const PEOPLE_KEPT = 20_000;

export class MemoryLanguageChoices implements LanguageChoices {
  readonly #choices = new BoundedMap<string, Language>(PEOPLE_KEPT);

  get(person: string): Language | undefined {
    return this.#choices.get(person);
  }

  async set(person: string, choice: Language | undefined): Promise<void> {
    if (choice === undefined) this.#choices.delete(person);
    else this.#choices.set(person, choice);
  }
}
