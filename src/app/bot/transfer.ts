/** Lists of films from elsewhere, and for elsewhere, as commands ask for them. */
import { filmById } from "../../catalog/catalog.js";
import { releaseYear } from "../../catalog/film.js";
import type { AnswerFile } from "../../chat/answer/schema.js";
import { UserError } from "../../chat/errors/errors.js";
import type { TransferPort } from "../../chat/ports.js";
import { exportRatings } from "../../transfer/export.js";
import { match } from "../../transfer/match.js";
import { readRatings } from "../../transfer/read.js";
import { ImportRefused } from "../../transfer/refusal.js";

export const transfer: TransferPort = {
  async read({ name, bytes, now }, { find, catalog }) {
    try {
      const { entries, report } = await readRatings(bytes, { name, now });
      return { report, matched: await match(entries, find, catalog) };
    } catch (error) {
      if (error instanceof ImportRefused) throw new UserError("invalid_parameter", error.words);
      throw error;
    }
  },

  write(ratings, watchlist, { catalog }) {
    const { films } = catalog;
    const names = (film: number) => {
      const row = filmById(catalog, film);
      if (row === undefined) return undefined;
      return { title: films.title.get(row), year: releaseYear(catalog, row), imdb: films.imdb.get(row) };
    };
    const rated = ratings.map((one) => ({ ...one, at: one.at.toISOString() }));
    return exportRatings(rated, watchlist, names).map(
      ({ name, text }): AnswerFile => ({ name, type: "text/csv", bytes: new TextEncoder().encode(text) }),
    );
  },
};
