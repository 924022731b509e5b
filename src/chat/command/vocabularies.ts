/** Which kinds of option are closed vocabularies. */
import type { Vocabulary } from "../../find/port.js";
import type { OptionKind } from "./options.js";

// A record, so that the compiler asks for a new vocabulary here.
const VOCABULARIES: Readonly<Record<Vocabulary, true>> = {
  month: true,
  weekday: true,
  country: true,
  language: true,
  genre: true,
  platform: true,
  duration: true,
  order: true,
  type: true,
  chart: true,
};

export function isVocabulary(kind: OptionKind): kind is Vocabulary {
  return Object.hasOwn(VOCABULARIES, kind);
}
