/** Answers that have to be waited for, of a film that an option names. */
import type { FilmRow } from "../../src/catalog/rows.js";
import type { Reply } from "../../src/chat/answer/reply.js";
import { joinTexts } from "../../src/chat/answer/rich-text.js";
import type { Context } from "../../src/chat/contract.js";
import { forFilm } from "./reference.js";

/**
 * Answers for the film that an option names, with what has to be waited for: what was understood, and namesakes, stand
 * around the answer as everywhere.
 */
export async function forFilmAwaited<Result>(
  context: Context,
  option: string,
  answer: (row: FilmRow) => Promise<Reply<Result>>,
): Promise<Reply<Result>> {
  const found: FilmRow[] = [];
  const around = forFilm<Result>(context, option, (row) => {
    found.push(row);
    return { status: "ok", result: null, answer: { kind: "film" } };
  });
  const [row] = found;
  if (row === undefined) return around;
  const reply = await answer(row);
  const { text, choices, prompt } = around.answer;
  const told = [text, reply.answer.text].flatMap((one) => (one === undefined ? [] : [one]));
  return {
    ...reply,
    answer: {
      ...reply.answer,
      ...(told.length === 0 ? {} : { text: joinTexts(told, "\n\n") }),
      ...(choices === undefined ? {} : { choices: [...(reply.answer.choices ?? []), ...choices], prompt }),
    },
  };
}
