/**
 * Where the package lies, which holds `data/`: the same from the sources and from `dist`, whatever the working
 * directory is. A leaf: every module that runs on node may import it.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

export const PACKAGE_ROOT = nearestPackage(import.meta.dirname);

function nearestPackage(folder: string): string {
  const above = dirname(folder);
  // A file system's root is its own parent: there the search ends.
  return above === folder || existsSync(join(folder, "package.json")) ? folder : nearestPackage(above);
}
