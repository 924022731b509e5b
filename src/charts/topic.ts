/** What a topic is: a question of the whole catalogue, or of what a filter leaves of it, that has a chart for an answer. */
import type { Catalog } from "../catalog/catalog.js";
import type { Locale } from "../chat/locale.js";
import type { Filter } from "../select/filter.js";
import type { Words } from "../words.js";
import type { Chart } from "./chart.js";

/** What a chart is made of. */
export interface Charting {
  readonly catalog: Catalog;
  readonly locale: Locale;
  /** Empty where all films are meant. */
  readonly filter: Filter;
  /** What the filter says, as a phrase: "terror de España"; undefined where all films are meant. */
  readonly told?: string;
}

export interface Topic {
  /** Its id in the vocabulary of charts: "estrenos". */
  readonly name: string;
  /** What it is about, for lists of topics. */
  readonly summary: Words;
  /** Whether it heeds the filter. */
  readonly filtered: boolean;
  /** Undefined where there is nothing to show. */
  readonly chart: (charting: Charting) => Chart | undefined | Promise<Chart | undefined>;
}
