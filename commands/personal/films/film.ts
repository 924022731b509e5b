/** A film that somebody says something of, and what is kept around that. */
import type { FilmRow } from "../../../src/catalog/rows.js";
import type { Reply } from "../../../src/chat/answer/reply.js";
import { joinTexts } from "../../../src/chat/answer/rich-text.js";
import type { Context } from "../../../src/chat/contract.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { communityOf, knownAsker } from "../../../src/chat/kept.js";
import { type FilmRef, filmOfId } from "../../../src/queries/refs/film.js";
import type { Repositories } from "../../../src/store/port.js";
import { forFilm } from "../../shared/reference.js";

/** Films that one person may have rated or seen, and may have on their list: a few times what anybody has. */
export const MOST_RATED = 30_000;
export const MOST_WANTED = 2_000;

/**
 * Answers for the film that an option names, with what has to be waited for: what was understood, and namesakes, stand
 * around the answer as everywhere.
 */
export async function forFilmKept<Result>(
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

/** The film of a button. @throws UserError where the catalogue has it no longer */
export function filmOfButton({ catalog }: Context, id: number): FilmRef {
  const film = filmOfId(catalog, id);
  if (film === undefined) {
    throw new UserError("not_found", {
      es: "Esa película ya no está en el catálogo.",
      en: "That film is no longer in the catalogue.",
    });
  }
  return film;
}

/** Notes that whoever asks takes part in the server or group they ask in. */
export async function noteMember(context: Context, { people }: Pick<Repositories, "people">): Promise<void> {
  const { place, now } = context;
  if (place === undefined || place.direct) return;
  const { id: person } = knownAsker(context);
  await people.tookPart({ person, community: communityOf(place), server: place.server !== undefined }, now);
}
