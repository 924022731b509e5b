/** From how many films there are to the films themselves, page by page. */
import type { Answer, OptionValues } from "../../src/chat/answer/schema.js";
import { number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";

/** Fewer are all shown already. */
const WORTH_SHOWING = 5;

/** @param filter of `/descubrir`, under which they all are */
export function allOfThem(locale: Locale, filter: OptionValues, count: number): Pick<Answer, "follow"> {
  if (count <= WORTH_SHOWING) return {};
  const all = number(locale, count);
  const label = say(locale, { es: `Ver las ${all}`, en: `See all ${all}` });
  return { follow: [{ label, command: "descubrir", options: filter }] };
}
