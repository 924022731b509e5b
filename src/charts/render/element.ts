/** Marks as they stand in an `<svg>`: its inside, and how large it is. */
export interface Marks {
  readonly inside: string;
  readonly width: number;
  readonly height: number;
}

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Figures of a drawing with as many digits as can be seen. */
export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
