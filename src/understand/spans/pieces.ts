/** What a run of words of a sentence may say. */
import type { CollectionRow, CompanyRow, FilmRow, PersonRow } from "../../catalog/rows.js";

/** A comparison with the film that was named. */
export type Relative =
  | "newer"
  | "older"
  | "sadder"
  | "funnier"
  | "shorter"
  | "less scary"
  | "other franchise"
  | "same director";

export type Meaning =
  /** Politeness and the like. */
  | { readonly kind: "filler" }
  /** "pelis": films are asked for, of a type where one is said. */
  | { readonly kind: "noun"; readonly type?: "serie" }
  | { readonly kind: "genre"; readonly genres: readonly string[]; readonly without?: boolean }
  | { readonly kind: "country"; readonly code: string }
  | { readonly kind: "language"; readonly code: string }
  | { readonly kind: "platform"; readonly id: string }
  | { readonly kind: "order"; readonly order: string; readonly one: boolean }
  | { readonly kind: "years"; readonly from?: number; readonly to?: number }
  /** `vague`: said in words, not figures. */
  | { readonly kind: "minutes"; readonly min?: number; readonly max?: number; readonly vague?: boolean }
  | { readonly kind: "rating"; readonly min: number }
  | { readonly kind: "votes"; readonly min: number }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "relative"; readonly relative: Relative }
  /** `siblings`: all of that last name are meant, "los hermanos Coen". */
  | {
      readonly kind: "person";
      readonly row: PersonRow;
      readonly known: number;
      readonly siblings?: boolean;
    }
  | {
      readonly kind: "collection";
      readonly row: CollectionRow;
      readonly known: number;
      /** What it costs that it is called so, in edits. */
      readonly part: number;
    }
  | { readonly kind: "company"; readonly row: CompanyRow; readonly known: number }
  | { readonly kind: "film"; readonly row: FilmRow; readonly known: number }
  /** A theme that is known by these words. */
  | { readonly kind: "theme" }
  /** What comes next is not wanted. */
  | { readonly kind: "not" }
  /** What comes next, or came before, is somebody in that role. */
  | { readonly kind: "role"; readonly role: "actor" | "director" | "either" }
  /** Part of what tells which kind of question it is. */
  | { readonly kind: "cue" };

/** A run of words that says something. */
export interface Piece {
  /** Places among the tokens, `to` excluded. */
  readonly from: number;
  readonly to: number;
  /** What it is worth to read the words so; a word that is left over costs 1. */
  readonly weight: number;
  readonly meaning: Meaning;
}

export type PieceOf<Kind extends Meaning["kind"]> = Piece & {
  readonly meaning: Extract<Meaning, { readonly kind: Kind }>;
};

export function isPiece<Kind extends Meaning["kind"]>(piece: Piece, kind: Kind): piece is PieceOf<Kind> {
  return piece.meaning.kind === kind;
}
