/** Files that are pieces of one: told by their names, which count up. */
import type { FoundFile } from "../found-file.js";

/** What a name says of a piece. */
export interface PieceName {
  /** What the names of all pieces have in common. */
  readonly of: string;
  readonly number: number;
}

/** `movies.csv.001`, `movies.csv.part2`, `movies.csv.aa`, `xaa`: pieces of any bytes, which only make sense together. */
const CUTS: readonly RegExp[] = [
  /^(?<of>.+\.)(?<number>\d{2,3})$/u,
  /^(?<of>.+\.part)(?<number>\d{1,4})$/u,
  /^(?<of>.+\.[a-z]\w{1,6}[._-](?:part[._-]?)?)(?<letters>[a-z]{2,3})$/u,
  /^(?<of>(?:.*\/)?x)(?<letters>[a-z]{2,3})$/u,
];

/** `movies_part1.csv`, `movies (2).csv`, `part-00001-….csv`: pieces of whole lines. */
const LINES: readonly RegExp[] = [
  /^(?<of>(?:.*\/)?part)-(?<number>\d{3,5})(?:-.*)?$/u,
  /^(?<of>.*?)[\s._-]*(?:part|parte|chunk|split|piece|pieza|trozo|batch|lote|file|seg|segment|pt|p)?[\s._-]*\(?(?<number>\d{1,5})\)?(?:[\s._-]*(?:of|de)[\s._-]*\d+)?$/u,
  /^(?<of>.*?)[_-](?<letters>[a-z]{1,2})$/u,
];

/** Endings of forms and packings. */
const ENDINGS = /(?:\.(?:[a-z]{2,8}|bz2|7z))+$/iu;

/** Pieces that only make sense together as one file each, in the place of their first; others as they are. */
export function joinPieces(files: readonly FoundFile[]): FoundFile[] {
  const groups = new Map<string, { readonly file: FoundFile; readonly number: number }[]>();
  for (const file of files) {
    const piece = pieceIn(file.name.toLowerCase(), CUTS);
    if (piece === undefined) continue;
    const group = groups.get(piece.of);
    if (group === undefined) groups.set(piece.of, [{ file, number: piece.number }]);
    else group.push({ file, number: piece.number });
  }
  const later = new Map<FoundFile, readonly FoundFile[]>();
  const taken = new Set<FoundFile>();
  for (const group of groups.values()) {
    group.sort((a, b) => a.number - b.number);
    const [first, ...others] = group;
    const start = first?.number ?? -1;
    const isWhole = start <= 1 && group.every(({ number }, at) => number === start + at);
    if (first === undefined || others.length === 0 || !isWhole) continue;
    later.set(
      first.file,
      others.map(({ file }) => file),
    );
    for (const { file } of others) taken.add(file);
  }
  return files
    .filter((file) => !taken.has(file))
    .map((file) => {
      const pieces = later.get(file);
      return pieces === undefined ? file : { ...file, pieces };
    });
}

/** Files in their order, but for pieces that stand before the one that they go on with: "m (2).csv" before "m.csv". */
export function firstsFirst(files: readonly FoundFile[]): FoundFile[] {
  const places = new Map(files.map(({ name }, at) => [withoutEndings(name), at]));
  const placed = files.map((file, at) => {
    const first = places.get(pieceOfLines(file.name)?.of ?? "") ?? at;
    return { file, at: first > at ? first + 0.5 : at };
  });
  return placed.sort((a, b) => a.at - b.at).map(({ file }) => file);
}

/** What the name of a piece of whole lines has in common with the others; and its own, of which it may be the first. */
export function pieceOfLines(name: string): PieceName | undefined {
  return pieceIn(withoutEndings(name), LINES);
}

/** What a name says of form and packing: ".csv.gz". */
export function endingsOf(name: string): string {
  return ENDINGS.exec(name.toLowerCase())?.[0] ?? "";
}

/** The name without what it says of form and packing. */
export function withoutEndings(name: string): string {
  return name.toLowerCase().replace(ENDINGS, "");
}

function pieceIn(name: string, patterns: readonly RegExp[]): PieceName | undefined {
  for (const pattern of patterns) {
    const { of, number, letters } = pattern.exec(name)?.groups ?? {};
    if (of === undefined) continue;
    return { of, number: letters === undefined ? Number(number) : numberOf(letters) };
  }
  return undefined;
}

/** "aa" is 0, "ab" 1. */
function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 97, 0);
}
