/** What `/mes` and `/dia` have in common. */
import type { Reply } from "../../src/chat/answer/reply.js";
import type { Context } from "../../src/chat/contract.js";
import { plural } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import type { Releases } from "../../src/queries/releases/calendar.js";
import type { Words } from "../../src/words.js";
import { bestKnownList, filmCount } from "./words/wording.js";

/** @param when "en enero", "on a Friday" */
export function releasesAnswer<Result extends Releases>(
  { locale }: Context,
  result: Result,
  when: Words,
): Reply<Result> {
  const number = filmCount(locale, result.filmCount);
  const verb = plural(locale, result.filmCount, {
    es: { one: "se estrenó", other: "se estrenaron" },
    en: { one: "came", other: "came" },
  });
  const title = say(locale, {
    es: `${number} ${verb} ${when.es}`,
    en: `${number} ${verb} out ${when.en}`,
  });
  return { status: "ok", result, answer: { kind: "figure", title, ...bestKnownList(locale, result.films) } };
}
