/** Which files of a source are looked at, by name only; what they are is told by their contents. */
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { OperatorError } from "../../../src/words.js";
import type { ReadLimits } from "./limits.js";

export type FileForm = "csv" | "csv.gz" | "json" | "jsonl" | "zip";

export interface FoundFile {
  /** Where it lies on disk. */
  readonly path: string;
  /** Path relative to its source, with "/"; as the report names it. */
  readonly name: string;
  readonly form: FileForm;
}

/** Why a file that was met is not read. */
export type LeftAlone = "other-file" | "outside-link" | "too-deep" | "too-many-files" | "unreadable";

const FORM_BY_ENDING: readonly (readonly [ending: string, form: FileForm])[] = [
  [".csv", "csv"],
  [".csv.gz", "csv.gz"],
  [".json", "json"],
  [".jsonl", "jsonl"],
  [".zip", "zip"],
];

/** The form a file's name promises, or undefined where it is none of ours. */
export function formOf(name: string): FileForm | undefined {
  const lower = name.toLowerCase();
  return FORM_BY_ENDING.find(([ending]) => lower.endsWith(ending))?.[1];
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
    const form = formOf(name);
    if (form === undefined) onLeftAlone(name, "other-file");
    else if (found.length >= limits.files) onLeftAlone(name, "too-many-files");
    else found.push({ path, name, form });
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
      es: `En la fuente «${source}» no hay nada que leer: se esperaban archivos .csv, .csv.gz, .zip, .json o .jsonl.`,
      en: `There is nothing to read in the source "${source}": expected .csv, .csv.gz, .zip, .json or .jsonl files.`,
    });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function pointsOutside(link: string, root: string): Promise<boolean> {
  const target = await realpath(link).catch(() => undefined);
  return target === undefined || !(target === root || target.startsWith(root + sep));
}
