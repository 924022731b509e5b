/** `npm run index -- list|report [VERSION]|use VERSION|prune [--keep N]|export --format F`: the versions that lie in DATA_DIR. */
import { parseArgs } from "node:util";
import { printReport } from "../../index-build/report-lines.js";
import { readStoredReport } from "../../index-build/stored-report.js";
import { runTool } from "../app/tool.js";
import { openCatalog, openVersion } from "../catalog/open.js";
import {
  currentVersion,
  isVersionName,
  pointTo,
  prune,
  storedVersions,
} from "../catalog/versions/versions.js";
import { count, date } from "../chat/format.js";
import { type Locale, say } from "../chat/locale.js";
import { exportTables } from "../export/export.js";
import { EXPORT_FORMATS, type ExportFormat } from "../export/formats.js";
import { KEPT_VERSIONS } from "../refresh/run/run.js";
import { OperatorError, type Words } from "../words.js";
import { isMain } from "./is-main.js";

const USAGE: Words = {
  es:
    "Uso: npm run index -- list | report [VERSIÓN] | use VERSIÓN | prune [--keep N] | " +
    "export --format parquet|csv|jsonl [--out CARPETA] [--data ÍNDICE]\n" +
    "export escribe las tablas limpias (películas, reparto, géneros, productoras, valoraciones, plataformas…) " +
    "para pandas y otros programas, en la carpeta export salvo que se diga otra.",
  en:
    "Usage: npm run index -- list | report [VERSION] | use VERSION | prune [--keep N] | " +
    "export --format parquet|csv|jsonl [--out FOLDER] [--data INDEX]\n" +
    "export writes the cleaned tables (films, cast, genres, companies, ratings, platforms…) " +
    "for pandas and other programs, to the folder export unless told otherwise.",
};

/** Where exported tables go unless told otherwise. */
const EXPORT_FOLDER = "export";

const ROWS = { es: { one: "fila", other: "filas" }, en: { one: "row", other: "rows" } };
const FILMS = { es: { one: "película", other: "películas" }, en: { one: "film", other: "films" } };

export type Arguments =
  | { readonly action: "list" }
  /** What the build of a version told of its sources; of the one in use unless said. */
  | { readonly action: "report"; readonly version: string | undefined }
  | { readonly action: "use"; readonly version: string }
  | { readonly action: "prune"; readonly keep: number }
  | {
      readonly action: "export";
      readonly format: ExportFormat;
      readonly out: string;
      /** Root of another index than that of DATA_DIR. */
      readonly data?: string;
    };

/** Undefined for what is no usage. */
export function readArguments(args: readonly string[]): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        keep: { type: "string" },
        format: { type: "string" },
        out: { type: "string" },
        data: { type: "string" },
      },
      allowPositionals: true,
    });
    const [action, version, ...more] = positionals;
    const { keep, format, out, data } = values;
    if (more.length > 0) return undefined;
    if (action === "export" && version === undefined && keep === undefined) {
      const known = EXPORT_FORMATS.find((one) => one === format?.toLowerCase());
      return (
        known && { action, format: known, out: out ?? EXPORT_FOLDER, ...(data === undefined ? {} : { data }) }
      );
    }
    if (format !== undefined || out !== undefined || data !== undefined) return undefined;
    if (action === "use" && version !== undefined && keep === undefined) return { action, version };
    if (action === "report" && keep === undefined) return { action, version };
    if (version !== undefined) return undefined;
    if (action === "list" && keep === undefined) return { action };
    if (action !== "prune" || !/^[1-9]\d{0,3}$/u.test(keep ?? "1")) return undefined;
    return { action, keep: keep === undefined ? KEPT_VERSIONS : Number(keep) };
  } catch {
    // An unknown flag.
    return undefined;
  }
}

/** Does what was asked, and says so on `output`. Throws an OperatorError for what the operator can mend. */
export function runIndex(
  asked: Arguments,
  root: string,
  locale: Locale,
  output: (line: string) => void,
): void {
  switch (asked.action) {
    case "list":
      for (const line of listed(root, locale)) output(line);
      return;
    case "report":
      for (const line of reported(root, asked.version, locale)) output(line);
      return;
    case "use":
      use(root, asked.version);
      output(say(locale, { es: `En uso: ${asked.version}`, en: `In use: ${asked.version}` }));
      return;
    case "export": {
      const { out, format, data = root } = asked;
      for (const { file, rows } of exportTables(openCatalog(data), out, format)) {
        output(`${file} · ${count(locale, rows, ROWS)}`);
      }
      return;
    }
    case "prune": {
      const removed = prune(root, asked.keep);
      for (const name of removed) output(say(locale, { es: `Borrada: ${name}`, en: `Removed: ${name}` }));
      if (removed.length === 0) output(say(locale, { es: "Nada que borrar.", en: "Nothing to remove." }));
    }
  }
}

/** @throws OperatorError where there is no such version, or its report is gone */
function reported(root: string, asked: string | undefined, locale: Locale): string[] {
  const version = asked ?? currentVersion(root) ?? "";
  const report = isVersionName(version) ? readStoredReport(root, version) : undefined;
  if (report !== undefined) return [`${version}:`, ...printReport(report, locale.language)];
  throw new OperatorError({
    es: `No hay informe de ${version === "" ? "ninguna versión" : version} en ${root}`,
    en: `There is no report of ${version === "" ? "any version" : version} in ${root}`,
  });
}

/** Newest first; the one in use is marked. */
function listed(root: string, locale: Locale): string[] {
  const current = currentVersion(root);
  const lines = storedVersions(root).map(({ name, builtMs }) => {
    const mark = name === current ? "*" : " ";
    const built = new Date(builtMs).toISOString().slice(0, 16).replace("T", " ");
    return `${mark} ${name} · ${built} UTC · ${contents(root, name, locale)}`;
  });
  return lines.length > 0
    ? lines
    : [say(locale, { es: `No hay versiones en ${root}.`, en: `There are no versions in ${root}.` })];
}

function contents(root: string, name: string, locale: Locale): string {
  try {
    const { manifest } = openVersion(root, name);
    const day = date(locale, manifest.dataDate);
    const films = count(locale, manifest.counts.films ?? 0, FILMS);
    return say(locale, { es: `${films}, datos del ${day}`, en: `${films}, data as of ${day}` });
  } catch (error) {
    if (error instanceof OperatorError) return say(locale, { es: "no carga", en: "does not load" });
    throw error;
  }
}

/** Only a version that loads is put in use. Running programs take it over by themselves. */
function use(root: string, version: string): void {
  if (!storedVersions(root).some(({ name }) => name === version)) {
    throw new OperatorError({
      es: `No hay ninguna versión ${version} en ${root}; «npm run index -- list» dice cuáles hay`,
      en: `There is no version ${version} in ${root}; “npm run index -- list” says which there are`,
    });
  }
  openVersion(root, version);
  pointTo(root, version);
}

function main(): Promise<number> {
  return runTool({
    usage: USAGE,
    readArguments,
    run: (asked, { dataDir, locale }) => {
      runIndex(asked, dataDir, locale, (line) => void process.stdout.write(`${line}\n`));
      return 0;
    },
  });
}

if (isMain(import.meta.url)) process.exitCode = await main();
