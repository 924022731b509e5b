/** What the build of the index found and mended: told by its report, which stands beside the index. */
import { number } from "../../../chat/format.js";
import { type Locale, say } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";
import type { Chart } from "../../chart.js";
import { bars } from "../../specs/bars.js";

export interface BuildCount {
  /** What was found. */
  readonly what: Words;
  readonly severity: string;
  /** What that means. */
  readonly done: Words;
  readonly count: number;
}

const MOST = 14;

/** @param counts as the build report has them */
export function repairs(locale: Locale, counts: readonly BuildCount[]): Chart | undefined {
  const sorted = counts.toSorted((a, b) => b.count - a.count);
  const [most] = sorted;
  if (most === undefined) return undefined;
  const sum = (severity: string) =>
    counts.reduce((total, one) => total + (one.severity === severity ? one.count : 0), 0);
  const [merged, repaired] = [sum("merged"), sum("repaired")].map((value) => number(locale, value));
  /** What stands before a colon says what it is, the rest what came of it. */
  const name = ({ what }: BuildCount) => say(locale, what).split(":")[0] ?? "";
  return {
    topic: "reparaciones",
    title: say(locale, { es: "Duplicados y reparaciones", en: "Duplicates and repairs" }),
    sentence: say(locale, {
      es: `Al construir el índice se unieron ${merged} duplicados y se repararon ${repaired} filas; lo más frecuente: ${name(most)} (${number(locale, most.count)}).`,
      en: `The build of the index merged ${merged} duplicates and repaired ${repaired} rows; most frequent: ${name(most)} (${number(locale, most.count)}).`,
    }),
    columns: [
      { name: say(locale, { es: "Qué", en: "What" }), kind: "text" },
      { name: say(locale, { es: "Qué se hizo", en: "What was done" }), kind: "text" },
      { name: say(locale, { es: "Veces", en: "Times" }), kind: "count" },
    ],
    rows: sorted.map((one) => [say(locale, one.what), say(locale, one.done), one.count]),
    drawing: {
      kind: "plot",
      spec: bars(
        sorted.slice(0, MOST).map((one) => ({
          label: name(one),
          value: one.count,
          text: number(locale, one.count),
          apart: one.severity !== "merged" && one.severity !== "repaired",
        })),
        { names: 225 },
      ),
    },
    asks: ["/datos"],
  };
}
