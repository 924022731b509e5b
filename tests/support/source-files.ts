/** Source folders and streams for tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { readCatalog } from "../../index-build/build.js";
import { READ_LIMITS, type ReadLimits } from "../../index-build/read/files/limits.js";
import type { FilmRecord, SourceCatalog } from "../../index-build/records.js";
import { BuildReport } from "../../index-build/report.js";
import { afterEachTest } from "./clean-up.js";

const folders: string[] = [];

afterEachTest(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export type Files = Readonly<Record<string, string | Buffer>>;

/** A folder with these files, removed after the test. */
export function folderWith(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "claqueta-"));
  folders.push(folder);
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), contents);
  }
  return folder;
}

export interface ReadResult {
  readonly catalog: SourceCatalog;
  readonly report: BuildReport;
}

export async function readFolder(files: Files, limits: Partial<ReadLimits> = {}): Promise<ReadResult> {
  const report = new BuildReport();
  const catalog = await readCatalog([folderWith(files)], { report, limits: { ...READ_LIMITS, ...limits } });
  return { catalog, report };
}

/** "file:line column" of the entries of a code. */
export function placesOf(report: BuildReport, code: Parameters<BuildReport["entries"]>[0]): string[] {
  return report
    .entries(code)
    .map(({ file, line, column }) => [`${file}:${line ?? ""}`, column].filter(Boolean).join(" "));
}

export function filmOf(catalog: SourceCatalog, id: number): FilmRecord {
  const film = catalog.films.get(id);
  if (film === undefined) throw new Error(`film ${id} is not in the catalogue`);
  return film;
}

const MOVIE_COLUMNS = [
  "adult",
  "belongs_to_collection",
  "budget",
  "genres",
  "homepage",
  "id",
  "imdb_id",
  "original_language",
  "original_title",
  "overview",
  "popularity",
  "poster_path",
  "production_companies",
  "production_countries",
  "release_date",
  "revenue",
  "runtime",
  "spoken_languages",
  "status",
  "tagline",
  "title",
  "video",
  "vote_average",
  "vote_count",
] as const;

export type MovieCells = Partial<Record<(typeof MOVIE_COLUMNS)[number], string>>;

export function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map((cells) => cells.map(quoted).join(",")).join("\n")}\n`;
}

/** A movies file; columns that are not given are empty. */
export function moviesCsv(...movies: readonly MovieCells[]): string {
  return csv(
    MOVIE_COLUMNS,
    movies.map((movie) => MOVIE_COLUMNS.map((column) => movie[column] ?? "")),
  );
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export async function* chunksOf(text: string | Buffer, size = 7): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export interface ZipOptions {
  readonly encrypted?: boolean;
  /** Sizes stand after an entry, not before it, as where an archive is written to a pipe. */
  readonly sizesFollow?: boolean;
}

/** A zip archive of deflated entries. */
export function zipOf(entries: Files, { encrypted = false, sizesFollow = false }: ZipOptions = {}): Buffer {
  const flags = (encrypted ? 1 : 0) | (sizesFollow ? 8 : 0);
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, contents] of Object.entries(entries)) {
    const plain = Buffer.from(contents);
    const packed = deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags | 0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const before = Buffer.from(common);
    if (sizesFollow) before.fill(0, 14, 22);
    const after = Buffer.concat([Buffer.from("PK\u0007\b"), Buffer.alloc(4), common.subarray(14, 22)]);
    const local = Buffer.concat([
      Buffer.from("PK\u0003\u0004"),
      before,
      Buffer.from(name),
      packed,
      sizesFollow ? after : Buffer.alloc(0),
    ]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), common, rest, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(locals.length, 4);
  end.writeUInt16LE(locals.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listing, Buffer.from("PK\u0005\u0006"), end]);
}
