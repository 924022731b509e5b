/** The next ones of a list, wherever they are offered. */
import type { Choice } from "../../src/chat/answer/schema.js";
import type { Asked } from "../../src/chat/asking.js";
import { SAID_FOR_MORE } from "../../src/chat/line/said.js";
import { type Locale, say } from "../../src/chat/locale.js";
import type { Words } from "../../src/words.js";

const MORE: Words = { es: "Ver otras", en: "More" };
const ANOTHER: Words = { es: "Ver otra", en: "Another" };

/**
 * The choice that shows the next ones in the place of these.
 * @param asks the question they answer
 * @param isSingle whether one comes at a time
 */
export function nextOnes(locale: Locale, asks: Asked, isSingle = false): Choice {
  return { label: say(locale, isSingle ? ANOTHER : MORE), ...asks, said: SAID_FOR_MORE, inPlace: true };
}
