/** A name as somebody might write it: two letters are other ones, and it may end early. */
export function misspelt(text: string, upTo: (most: number) => number): string {
  const letters = [...text];
  for (let slip = 0; slip < 2; slip++) letters[upTo(letters.length)] = "aeirs"[upTo(5)] ?? "a";
  return letters.slice(0, letters.length - upTo(3)).join("");
}
