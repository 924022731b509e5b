/**
 * Spanish titles that a film takes over from its namesakes: the "Treasure Island" of 1990 has none on our
 * lists, and yet whoever types "la isla del tesoro 1990" means it.
 */
import type { Tables } from "../../../src/catalog/catalog.js";
import { eachRow, type FilmRow, type HasRows } from "../../../src/catalog/rows.js";
import { fold, withoutArticle } from "../../../src/find/encode/fold.js";

/** What is read of the table of films. */
type Titles = Pick<Tables["films"], "title" | "originalTitle" | "titleEs" | "titleEs419" | "aka"> &
  HasRows<FilmRow>;

export class LentTitles {
  readonly #films: Titles;
  readonly #lent = new Map<FilmRow, Set<string>>();

  constructor({ films }: { readonly films: Titles }) {
    this.#films = films;
    for (const namesakes of this.#namesakes()) this.#lend(namesakes);
  }

  /** Spanish titles of better known films with the same title or original title; none of the film's own. */
  of(film: FilmRow): readonly string[] {
    return [...(this.#lent.get(film) ?? [])];
  }

  /** Films that share their English or original title, article aside; the best known first. */
  #namesakes(): readonly FilmRow[][] {
    const { title, originalTitle } = this.#films;
    const byTitle = new Map<string, FilmRow[]>();
    for (const film of eachRow(this.#films)) {
      const titles = [title.get(film), originalTitle.get(film) ?? ""].map((one) => withoutArticle(fold(one)));
      for (const one of new Set(titles)) {
        const same = byTitle.get(one);
        if (same === undefined) byTitle.set(one, [film]);
        else same.push(film);
      }
    }
    byTitle.delete("");
    return [...byTitle.values()].filter(({ length }) => length > 1);
  }

  #lend(namesakes: readonly FilmRow[]): void {
    namesakes.forEach((lender, place) => {
      const titles = this.#spanish(lender);
      if (titles.length === 0) return;
      // Only to lesser known films: with a better known one, the title would lead away from the film it
      // belongs to.
      for (const film of namesakes.slice(place + 1)) {
        const own = new Set(this.#all(film).map(fold));
        const further = titles.filter((title) => !own.has(fold(title)));
        if (further.length > 0) this.#lent.set(film, new Set([...this.of(film), ...further]));
      }
    });
  }

  #spanish(film: FilmRow): string[] {
    const { titleEs, titleEs419 } = this.#films;
    return [titleEs, titleEs419].flatMap((column) => column.get(film) ?? []);
  }

  #all(film: FilmRow): string[] {
    const { title, originalTitle, aka } = this.#films;
    return [title.get(film), originalTitle.get(film) ?? "", ...this.#spanish(film), ...aka.get(film)];
  }
}
