/**
 * The root of an index on disk: version folders, and the pointer that names the one in use.
 *
 * A version folder is complete and synced before anything names it, never changes, and its name never stands
 * for other contents. The pointer changes by one rename: killed at any moment, the root names the old version
 * or the new one.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { CURRENT_FILE, MANIFEST_FILE } from "../schema.js";
import { buildFacts, reportFile } from "./build-told.js";

/** The pointer names a folder beside it: anything else would let a damaged file lead elsewhere. */
const VERSION_NAME = /^\w[\w-]*(?:\.\d{1,6})?$/u;

export interface StoredVersion {
  /** The folder's name. */
  readonly name: string;
  /** When it was built, in milliseconds since 1970: as its report says, else as the file system does. */
  readonly builtMs: number;
}

export function isVersionName(name: string): boolean {
  return VERSION_NAME.test(name);
}

/** The contents a folder's name stands for: a second copy, beside a damaged one, is called `VERSION.2`. */
export function contentsOf(name: string): string {
  return name.replace(/\.\d+$/u, "");
}

/** The name for the `copy`-th folder of a version's contents. */
export function copyName(version: string, copy: number): string {
  return copy === 1 ? version : `${version}.${copy}`;
}

/** Whether a root holds an index at all (which may still turn out to be broken). */
export function hasIndex(root: string): boolean {
  return currentVersion(root) !== undefined;
}

/** Name of the version in use, or undefined where there is no index. */
export function currentVersion(root: string): string | undefined {
  return readText(join(root, CURRENT_FILE))?.trim();
}

/**
 * Versions that lie in a root, newest first; none where there is no root. Whether they load is another
 * question.
 */
export function storedVersions(root: string): readonly StoredVersion[] {
  const names = existsSync(root) ? readdirSync(root) : [];
  return names
    .flatMap((name): StoredVersion | [] => {
      if (!isVersionName(name) || !statSync(join(root, name)).isDirectory()) return [];
      const manifest = statSync(join(root, name, MANIFEST_FILE), { throwIfNoEntry: false });
      if (!manifest?.isFile()) return [];
      const builtMs = Date.parse(buildFacts(root, name).builtAt ?? "");
      return { name, builtMs: Number.isNaN(builtMs) ? manifest.mtimeMs : builtMs };
    })
    .sort((a, b) => b.builtMs - a.builtMs || (a.name < b.name ? 1 : -1));
}

/**
 * Makes a version the one in use.
 * @param guard called right before the rename, in the same turn; throws where somebody else may do this by
 *   now
 * @throws the file system's errors; the pointer then still names what it named
 */
export function pointTo(root: string, name: string, guard: () => void = () => undefined): void {
  if (!existsSync(join(root, name, MANIFEST_FILE))) throw new Error(`there is no version ${name} in ${root}`);
  replaceFile(join(root, CURRENT_FILE), `${name}\n`, guard);
}

/** Puts a small file in another's place: whoever reads it sees all of the old one or all of the new one. */
export function replaceFile(path: string, text: string, guard: () => void = () => undefined): void {
  const draft = draftPath(dirname(path), basename(path));
  const file = openSync(draft, "w");
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    guard();
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/**
 * A renamed folder is hidden at once; what of it remains after a kill is no version, and is removed another
 * time.
 */
export function removeVersion(root: string, name: string): void {
  const hidden = join(root, `.${name}.removed`);
  rmSync(hidden, { recursive: true, force: true });
  if (existsSync(join(root, name))) renameSync(join(root, name), hidden);
  rmSync(hidden, { recursive: true, force: true });
  rmSync(reportFile(root, name), { force: true });
}

/** What nobody has shown a sign of life in for so long, and no process here owns, counts as left behind. */
const DRAFT_MS = 3_600_000;
/** `.NAME.PID.draft`: whose it is. */
const OWNER = /\.(\d+)\.draft$/u;

/** Where what this process is writing lies until it is whole: `prune` leaves it alone as long as the process lives. */
export function draftPath(root: string, name: string): string {
  return join(root, `.${name}.${process.pid}.draft`);
}

/**
 * Removes all versions but the one in use and the newest others, and what killed builds left behind.
 * @param keep how many versions stay, the one in use included
 * @returns names of the versions removed
 */
export function prune(root: string, keep: number, now = Date.now()): readonly string[] {
  const current = currentVersion(root);
  const others = storedVersions(root).filter(({ name }) => name !== current);
  const removed = others.slice(Math.max(0, keep - 1)).map(({ name }) => name);
  for (const name of removed) removeVersion(root, name);
  for (const name of readdirSync(root)) {
    const path = join(root, name);
    const isHidden = /^\..+\.(?:draft|removed)$/u.test(name);
    const isOld = (): boolean => now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > DRAFT_MS;
    if (isHidden && !isOwned(name) && isOld()) rmSync(path, { recursive: true, force: true });
  }
  return removed;
}

/** A process of this machine that lives writes it. Those of others show it by when the draft was last changed. */
function isOwned(draft: string): boolean {
  const pid = Number(OWNER.exec(draft)?.[1] ?? 0);
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Undefined where there is no such file. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
