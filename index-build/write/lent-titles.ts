/**
 * Spanish titles that a film takes over from its namesakes: the "Little Women" of 1949 has no title of its own on our
 * lists, and yet whoever types "mujercitas 1949" means it.
 */
import type { Tables } from "../../src/catalog/catalog.js";
import { eachRow, type FilmRow, type HasRows } from "../../src/catalog/rows.js";
import { fold, withoutArticle } from "../../src/find/encode/fold.js";

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

  /** Spanish titles of films with the same title or original title; none of the film's own. */
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
    const lenders = namesakes.filter((film) => this.#spanish(film).length > 0);
    for (const lender of lenders) {
      const titles = this.#spanish(lender);
      for (const film of namesakes) {
        const own = new Set(this.#all(film).map(fold));
        // A title that came to an unrelated film must not lead away from the film it belongs to; of two that are
        // called the same in Spanish too, both tell one story.
        if (film < lender && !titles.some((title) => own.has(fold(title)))) continue;
        const further = titles.filter((title) => !own.has(fold(title)));
        if (further.length > 0) this.#lent.set(film, new Set([...this.of(film), ...further]));
      }
    }
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
