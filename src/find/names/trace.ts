/** What the engine looks at for one question, noted for whoever asks why. It changes no answer. */
import type { KeyKind } from "../encode/keys/keys.js";

/** Where a candidate was found, in the order in which the places are looked at. */
export type Tier = "letters" | "slips" | "sound" | "ear" | "words";

/** One look at one place. */
export interface Step {
  /** The form of the question that was looked for: folded, number words as digits… */
  readonly text: string;
  readonly tier: Tier;
  /** Slips allowed. */
  readonly edits: number;
  /** Keys compared letter by letter, and how many of them fitted. */
  compared: number;
  kept: number;
}

/** The nearest key of a thing. All costs are edits. */
export interface NearestKey<Row extends number> {
  readonly row: Row;
  readonly key: string;
  readonly kind: KeyKind;
  readonly tier: Tier;
  /** What spelling, order and missing words cost. */
  readonly spelling: number;
  /** What it costs that the key is only a part of the name, or another name; below 0 where being the whole counts. */
  readonly part: number;
}

/** Gives a trace for each reading of a text: all of it, and all but the year at its end. */
export type TraceOf<Row extends number> = (reading: string) => Trace<Row>;

export class Trace<Row extends number> {
  readonly steps: Step[] = [];
  readonly nearest = new Map<Row, NearestKey<Row>>();

  begin(tier: Tier, text: string, edits: number): void {
    this.steps.push({ tier, text, edits, compared: 0, kept: 0 });
  }

  compared(): void {
    const step = this.steps.at(-1);
    if (step !== undefined) step.compared++;
  }

  kept(nearest: Omit<NearestKey<Row>, "tier">): void {
    const step = this.steps.at(-1);
    if (step === undefined) return;
    step.kept++;
    this.nearest.set(nearest.row, { ...nearest, tier: step.tier });
  }
}
