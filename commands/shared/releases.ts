/** What `/mes` and `/dia` have in common. */
import type { Reply } from "../../src/chat/answer/answer.js";
import type { Context } from "../../src/chat/context.js";
import { plural } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import type { Releases } from "../../src/queries/releases/calendar.js";
import type { Words } from "../../src/words.js";
import { BEST_KNOWN, filmCount, shortHeading } from "./wording.js";

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
  const text = result.films.length > 0 ? say(locale, BEST_KNOWN) : undefined;
  return {
    status: "ok",
    result,
    answer: { kind: "figure", title, text, list: result.films.map((film) => shortHeading(locale, film)) },
  };
}
