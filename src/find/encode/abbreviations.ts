/**
 * Series that people abbreviate, and what they may go on with: "hp y el cáliz de fuego", "lotr the two
 * towers".
 */

const SERIES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    bttf: ["back to the future", "volver al futuro"],
    esdla: ["el señor de los anillos", "the lord of the rings"],
    gotg: ["guardians of the galaxy"],
    hp: ["harry potter"],
    jp: ["jurassic park"],
    lotr: ["the lord of the rings", "el señor de los anillos"],
    pdc: ["piratas del caribe"],
    potc: ["pirates of the caribbean"],
    sw: ["star wars"],
    t2: ["terminator 2"],
    t3: ["terminator 3"],
    tdk: ["the dark knight"],
  }).map(([short, names]) => [short, names.map((name) => name.replace("ñ", "n"))]),
);

/** A folded text with the abbreviation it begins with written out, in each way it may be. */
export function writtenOut(folded: string): string[] {
  const space = folded.indexOf(" ");
  if (space < 0) return [];
  return (SERIES.get(folded.slice(0, space)) ?? []).map((name) => name + folded.slice(space));
}

/** The series that a folded text is the abbreviation of, in each way it may be called. */
export function abbreviatedSeries(folded: string): readonly string[] {
  return SERIES.get(folded) ?? [];
}
