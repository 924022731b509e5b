/** A film that somebody says something of, and what is kept around that. */
import type { Context } from "../../../src/chat/contract.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { communityOf, knownAsker } from "../../../src/chat/kept.js";
import { type FilmRef, filmOfId } from "../../../src/queries/refs/film.js";
import type { Repositories } from "../../../src/store/port.js";

/** Films that one person may have rated or seen, and may have on their list: a few times what anybody has. */
export const MOST_RATED = 30_000;
export const MOST_WANTED = 2_000;

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
