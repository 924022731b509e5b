/** Which files of a source are looked at, by name only; what they are is told by their contents. */
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import { OperatorError } from "../../../src/words.js";
import type { FoundFile } from "./found-file.js";
import type { ReadLimits } from "./limits.js";
import { firstsFirst, joinPieces } from "./pieces/names.js";
import { joinSplitRows } from "./pieces/split-rows.js";

/** Why a file that was met is not read. */
export type LeftAlone = "other-file" | "outside-link" | "too-deep" | "too-many-files" | "unreadable";

/** Endings of files that hold no data for a catalogue: they are not opened. Any other is told by its contents. */
const OTHER_ENDINGS = new Set(
  (
    "md markdown rst adoc css js mjs cjs ts jsx tsx map py pyc ipynb r rmd jl java class jar scala sh bash ps1 " +
    "bat cmd exe dll so dylib bin o a c h cpp go rs rb php yml yaml toml ini cfg conf lock log xsd svg png jpg " +
    "jpeg gif webp bmp ico tif tiff psd mp3 mp4 avi mov mkv wav flac ogg webm ttf otf woff woff2 pdf doc docx odt rtf " +
    "db-wal db-shm db-journal sqlite-wal sqlite-shm sqlite-journal sqlite3-wal sqlite3-shm sqlite3-journal " +
    "ppt pptx odp tex bib pem key crt part crdownload tmp bak swp url lnk webloc whl deb rpm dmg iso crc sha256 md5 sig asc"
  ).split(" "),
);
/** Without an ending, or in spite of it. */
const OTHER_NAMES =
  /^(?:readme|license|licence|notice|changelog|authors|makefile|dockerfile|_success|_metadata|_common_metadata|_committed_\d+|_started_\d+|package(?:-lock)?\.json|tsconfig.*\.json|dataset-metadata\.json|datapackage\.json|croissant\.json|thumbs\.db|desktop\.ini)(?:\.txt)?$/u;

/** A file that by its name is none of data. */
export function isOther(path: string): boolean {
  const name = basename(path).toLowerCase();
  return OTHER_NAMES.test(name) || OTHER_ENDINGS.has(extname(name).slice(1));
}

/** A page, an XML file or an SQL script: it may hold a table, and is none of data where it does not. */
export function mayHoldTables(path: string): boolean {
  return /\.(?:x?html?|xml|sql)$/iu.test(path);
}

/** Hidden files, and the shadow files that macOS puts into archives. */
export function isHidden(path: string): boolean {
  return path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
}

/**
 * Files of `source`, a folder or one file, sorted by name so that the order never depends on the file system.
 * Symbolic links are not followed: one that points inside the source names a file that is found anyway.
 * @throws OperatorError where there is no such folder or file, or nothing in it to read
 */
export async function findSourceFiles(
  source: string,
  limits: ReadLimits,
  onLeftAlone: (name: string, reason: LeftAlone) => void,
): Promise<FoundFile[]> {
  const root = await realpath(source).catch((cause: unknown) => {
    throw new OperatorError(
      {
        es: `No existe la fuente «${source}».`,
        en: `There is no source "${source}".`,
      },
      { cause },
    );
  });
  const found: FoundFile[] = [];
  const consider = (path: string, name: string): void => {
    if (isOther(name)) onLeftAlone(name, "other-file");
    else if (found.length >= limits.files) onLeftAlone(name, "too-many-files");
    else found.push({ path, name });
  };

  const walk = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined)
      onLeftAlone(relative(root, folder).split(sep).join("/") || source, "unreadable");
    for (const entry of entries ?? []) {
      if (isHidden(entry.name)) continue;
      const path = join(folder, entry.name);
      const name = relative(root, path).split(sep).join("/");
      if (entry.isSymbolicLink()) {
        if (await pointsOutside(path, root)) onLeftAlone(name, "outside-link");
      } else if (entry.isDirectory()) {
        if (depth >= limits.folderDepth) onLeftAlone(name, "too-deep");
        else await walk(path, depth + 1);
      } else if (entry.isFile()) {
        consider(path, name);
      }
    }
  };

  if ((await stat(root)).isDirectory()) await walk(root, 0);
  else consider(root, basename(root));
  if (found.length === 0) {
    throw new OperatorError({
      es: `En la fuente «${source}» no hay nada que leer: se esperaban tablas (CSV, TSV, JSON, Parquet, Feather, SQLite, Excel), sueltas o comprimidas.`,
      en: `There is nothing to read in the source "${source}": expected tables (CSV, TSV, JSON, Parquet, Feather, SQLite, Excel), as they are or packed.`,
    });
  }
  const sorted = found.sort((a, b) => (a.name < b.name ? -1 : 1));
  return joinSplitRows(firstsFirst(joinPieces(sorted)));
}

async function pointsOutside(link: string, root: string): Promise<boolean> {
  const target = await realpath(link).catch(() => undefined);
  return target === undefined || !(target === root || target.startsWith(root + sep));
}
