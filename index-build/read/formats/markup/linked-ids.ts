/** Which film a row of a page is of, where only its link says so. */

const LINKS = [
  ["tmdb_id", /themoviedb\.org\/movie\/(\d+)/u],
  ["imdb_id", /imdb\.com\/(?:[a-z-]+\/)?title\/(tt\d+)/u],
] as const;
/** A column that has ids already. */
const ID = /^(?:tmdb|imdb|movie|film)?[ _-]?id$/iu;

export class LinkedIds {
  /** By kind of id and by row. */
  readonly #ids = LINKS.map(() => new Map<number, string>());

  take(row: number, address: string): void {
    for (const [kind, [, link]] of LINKS.entries()) {
      const id = link.exec(address)?.[1];
      const ids = this.#ids[kind];
      if (id !== undefined && ids !== undefined && !ids.has(row)) ids.set(row, id);
    }
  }

  /** The rows, of which the first is the header, with a column of ids where nearly all of them have a link. */
  withIds(rows: string[][]): string[][] {
    const [header = [], ...others] = rows;
    if (header.some((cell) => ID.test(cell.trim()))) return rows;
    const width = Math.max(...rows.map(({ length }) => length));
    const told = LINKS.flatMap(([name], kind) => {
      const ids = this.#ids[kind] ?? new Map<number, string>();
      return ids.size > 0 && ids.size >= others.length * 0.8 ? [{ name, ids }] : [];
    });
    if (told.length === 0) return rows;
    return rows.map((row, at) => [
      ...row,
      ...new Array<string>(width - row.length).fill(""),
      ...told.map(({ name, ids }) => (at === 0 ? name : (ids.get(at) ?? ""))),
    ]);
  }
}
