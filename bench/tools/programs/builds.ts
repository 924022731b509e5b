/** What a build is measured beside, and what it says of itself. */
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import Papa from "papaparse";

/** Milliseconds of each stage, as the build's own report has them. */
export async function stageTimes(out: string): Promise<Record<string, number>> {
  const report = (await readdir(out)).find((name) => name.endsWith(".report.json"));
  if (report === undefined) throw new Error(`there is no report in ${out}`);
  const { milliseconds } = JSON.parse(await readFile(join(out, report), "utf8")) as {
    milliseconds: Record<string, number>;
  };
  return milliseconds;
}

/** The least that any reader of these files has to do: decompress them and split them into cells. */
export async function timeOfCsvAlone(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true });
  const started = performance.now();
  for (const file of files.filter((name) => /\.csv(?:\.gz)?$/u.test(name))) {
    const bytes = createReadStream(join(folder, file));
    const text = (file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes).setEncoding("utf8");
    await new Promise<void>((resolve, reject) => {
      Papa.parse(text, { step: () => {}, complete: () => resolve(), error: reject });
    });
  }
  return performance.now() - started;
}
