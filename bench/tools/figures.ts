/** Figures as evaluations print them. */
import { median } from "./table.js";

export function rate(part: number, whole: number): string {
  return whole === 0 ? "–" : (part / whole).toFixed(4);
}

/** Passes over all questions; the first is compiled while it runs and does not count. */
const PASSES = 5;

/**
 * What each question takes in milliseconds: the median of some passes over all of them, so that what the machine does
 * beside it is not counted as the engine's.
 * @param passes 1 for what is slow: one pass, the first
 */
export function latencies(questions: readonly (() => unknown)[], passes = PASSES): number[] {
  const pass = () =>
    questions.map((question) => {
      const started = performance.now();
      question();
      return performance.now() - started;
    });
  if (passes > 1) pass();
  const all = Array.from({ length: passes }, pass);
  return questions.map((_, i) => median(all.map((times) => times[i] ?? Number.NaN)));
}

export function latency(milliseconds: readonly number[]): { p50: string; p99: string; max: string } {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (part: number) => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
    return `${value.toFixed(3)} ms`;
  };
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
