/** Figures as evaluations print them. */

export function rate(part: number, whole: number): string {
  return whole === 0 ? "–" : (part / whole).toFixed(4);
}

export function latency(milliseconds: readonly number[]): { p50: string; p99: string; max: string } {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (part: number) => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
    return `${value.toFixed(3)} ms`;
  };
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
