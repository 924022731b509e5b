/**
 * What tests leave behind goes after each of them, or after the last of its file. The modules of this folder may be
 * loaded once for many files, and a hook that a module sets up while it is loaded is one of the first file alone: `setup.ts`
 * sets these up for every file.
 */
type CleanUp = () => Promise<void> | void;

const afterTests: CleanUp[] = [];
const afterFiles: CleanUp[] = [];

/** Called once by a module, and run after every test that comes. */
export function afterEachTest(cleanUp: CleanUp): void {
  afterTests.push(cleanUp);
}

/** Called once by a module, and run after the last test of every file that comes. */
export function afterEachFile(cleanUp: CleanUp): void {
  afterFiles.push(cleanUp);
}

/** The last that asked is the first. */
export async function cleanUpTest(): Promise<void> {
  for (const cleanUp of afterTests.toReversed()) await cleanUp();
}

/** The last that asked is the first. */
export async function cleanUpFile(): Promise<void> {
  for (const cleanUp of afterFiles.toReversed()) await cleanUp();
}
