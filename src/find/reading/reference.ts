/** What a link or an id in a text leads to, before anything is looked up. */

/** What can be meant by a link and is in the catalogue. */
export type Thing = "film" | "person" | "collection" | "company";

/** A name that stands in a text which is not typed as a name is: in a link, a file name, one of our labels. */
export interface NameRead {
  /** Ways to read it, the likeliest first: the first that is known is meant. Never empty. */
  readonly names: readonly string[];
  /** The year that stands beside it. Cut off the names. */
  readonly year?: number;
}

/**
 * - `id`: a thing by its number in TMDB, or in IMDb ("tt0137523" is 137523). TMDB's are below 0 where the
 *   source gave none.
 * - `name`: by the name in it; `of` is undefined where the link does not tell what it is about.
 * - `title`: a title of a streaming catalogue, by its id there ("ns81").
 * - `series`: a television series, by its name where the link tells it; `elsewhere`: something that a link does not tell.
 */
export type Reference =
  | {
      readonly kind: "id";
      readonly of: Thing;
      readonly source: "tmdb" | "imdb";
      readonly id: number;
    }
  | ({ readonly kind: "name"; readonly of: Thing | undefined } & NameRead)
  | { readonly kind: "title"; readonly id: string }
  | ({ readonly kind: "series" } & Partial<NameRead>)
  | { readonly kind: "elsewhere" };

/** Whether a reference may lead to such a thing. */
export function mayLeadTo(reference: Reference, wanted: Thing): boolean {
  return (
    (reference.kind === "id" || reference.kind === "name") &&
    (reference.of === wanted || reference.of === undefined)
  );
}
