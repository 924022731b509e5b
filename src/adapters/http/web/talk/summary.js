// @ts-check
/** What a screen reader is told of an answer that has come. */
import { askable } from "../answer/choices.js";
import { paragraphsOf, plain } from "../answer/text.js";
import { say } from "../language.js";
import { choiceCount } from "../words.js";

/** @param {import("../api.js").Answer} answer */
export function summary({ title, text = "", choices }) {
  const [first = ""] = paragraphsOf(text);
  const parts = [plain(title ?? first)];
  const count = askable(choices).length;
  if (count > 0) parts.push(say(choiceCount(count)));
  return parts.filter(Boolean).join(". ");
}
