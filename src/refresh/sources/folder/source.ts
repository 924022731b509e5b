/** A folder of files: read as it lies there, and again when a file in it changes. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { SourceError } from "../../failure.js";
import type { Fetched, Source } from "../source.js";

/** More than any dataset has; a folder such as "/" is a slip. */
const MOST_FILES = 20_000;

export class FolderSource implements Source {
  readonly name: string;
  readonly #folder: string;

  constructor(name: string, folder: string) {
    this.name = name;
    this.#folder = folder;
  }

  async fetch(): Promise<Fetched> {
    const files = this.#files();
    if (files.length === 0) {
      throw new SourceError("missing", {
        es: `En la carpeta ${this.#folder} no hay archivos`,
        en: `There are no files in the folder ${this.#folder}`,
      });
    }
    return { inputs: [this.#folder], mark: fingerprint(files), count: files.length };
  }

  kept(): readonly string[] {
    return existsSync(this.#folder) ? [this.#folder] : [];
  }

  #files(): readonly string[] {
    try {
      return filesBelow(this.#folder);
    } catch (cause) {
      const { code = "?" } = cause as NodeJS.ErrnoException;
      const words = {
        es: `No se puede leer la carpeta ${this.#folder} (${code})`,
        en: `The folder ${this.#folder} cannot be read (${code})`,
      };
      throw new SourceError("unreachable", words, { cause });
    }
  }
}

/** One line a file: where it lies, its size, and when it was last written. Hidden files are not read, and not looked at. */
function filesBelow(folder: string): string[] {
  const lines: string[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(below, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const path = join(below, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) {
        const { size, mtimeMs } = statSync(path);
        lines.push(`${relative(folder, path)} ${size} ${mtimeMs}`);
        if (lines.length > MOST_FILES) throw Object.assign(new Error("too many files"), { code: "E2BIG" });
      }
    }
  };
  walk(folder);
  return lines.sort();
}

function fingerprint(files: readonly string[]): string {
  return createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16);
}
