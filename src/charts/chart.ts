/** What a chart is before anybody draws it: what it says, the figures behind it, and how they become marks. */

export type Cell = string | number | null;

/** How the values of a column are written. */
export type ColumnKind =
  | "text"
  | "year"
  | "count"
  | "decimal"
  | "share"
  | "dollars"
  | "factor"
  | "minutes"
  | "correlation";

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** JSON of Vega-Lite, with colours by the names of `theme.ts`. */
export type Spec = Readonly<Record<string, unknown>>;

export interface CloudWord {
  readonly text: string;
  readonly weight: number;
}

export type Drawing =
  | { readonly kind: "plot"; readonly spec: Spec }
  | { readonly kind: "cloud"; readonly words: readonly CloudWord[] };

/** A chart in the language of its reader. */
export interface Chart {
  /** What it is asked for by: "estrenos". */
  readonly topic: string;
  readonly title: string;
  /** What it shows, computed from the figures: also what is read to those who cannot see it. */
  readonly sentence: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly drawing: Drawing;
  /** The questions that give the same figures one by one, as they are typed. */
  readonly asks: readonly string[];
}
