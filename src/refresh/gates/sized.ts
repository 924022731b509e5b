import type { Candidate, Gate } from "./gate.js";

/** Bytes that no index of ours may have: all of it is held in memory. */
const LARGEST = 4e9;
/** Shares of what the version in use has, for each film. */
const LEAST = 0.5;
const MOST = 3;

/** An index that is far smaller or larger than its films explain. */
export const sized: Gate = (candidate, before) => {
  const bytes = bytesOf(candidate);
  const had = before === undefined ? bytes : bytesOf(before);
  const growth = candidate.catalog.films.rowCount / Math.max(1, before?.catalog.films.rowCount ?? 1);
  const most = Math.min(LARGEST, had * MOST * Math.max(1, growth));
  if (bytes >= had * LEAST && bytes <= most) return undefined;
  const shown = [bytes, had].map((size) => `${(size / 1e6).toFixed(1)} MB`);
  return {
    es: `Ocupa ${shown[0]}, y la versión en uso ${shown[1]}`,
    en: `It takes ${shown[0]}, and the version in use ${shown[1]}`,
  };
};

function bytesOf({ catalog }: Candidate): number {
  return Object.values(catalog.manifest.files).reduce((sum, { bytes }) => sum + bytes, 0);
}
