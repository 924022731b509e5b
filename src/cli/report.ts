/** `npm run report -- [--data INDEX] [--out DIR] [--lang es|en] [--only TOPIC]`: the page of figures, or one chart's table as JSON. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { CODE_WORDS, SEVERITY_WORDS } from "../../index-build/report-words.js";
import { readStoredReport } from "../../index-build/stored-report.js";
import { runTool } from "../app/tool.js";
import { openNewest } from "../catalog/versions/newest.js";
import { Renderer } from "../charts/render/renderer.js";
import type { BuildCount } from "../charts/topics/figures/repairs.js";
import { type Locale, parseLocale, say } from "../chat/locale.js";
import { chartOf, REPORT_TOPICS, type Reporting, report } from "../reports/report.js";
import type { Words } from "../words.js";
import { isMain } from "./is-main.js";

const USAGE: Words = {
  es: `Uso: npm run report -- [--data ÍNDICE] [--out CARPETA] [--lang es|en] [--only TEMA]
Escribe CARPETA/index.html (por defecto, report/index.html). Con --only, la tabla de un gráfico en JSON: ${REPORT_TOPICS.join(", ")}`,
  en: `Usage: npm run report -- [--data INDEX] [--out FOLDER] [--lang es|en] [--only TOPIC]
Writes FOLDER/index.html (report/index.html unless said). With --only, one chart's table as JSON: ${REPORT_TOPICS.join(", ")}`,
};

const flags = z.object({
  data: z.string().min(1).optional(),
  out: z.string().min(1).default("report"),
  lang: z.enum(["es", "en"]).optional(),
  only: z.enum(REPORT_TOPICS).optional(),
});

type ReportArguments = z.output<typeof flags>;

/** Undefined for what is no usage. */
export function readReportArguments(args: readonly string[]): ReportArguments | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: "string" },
        out: { type: "string" },
        lang: { type: "string" },
        only: { type: "string" },
      },
    });
    return flags.parse(values);
  } catch {
    // An unknown flag, or a value that none may have.
    return undefined;
  }
}

/** Gives the exit code. @throws OperatorError where no index loads */
export async function runReport(
  { data, out, only, lang }: ReportArguments,
  { dataDir, locale: preferred }: { readonly dataDir: string; readonly locale: Locale },
  output: (line: string) => void,
): Promise<number> {
  const root = data ?? dataDir;
  const locale = lang === undefined || lang === preferred.language ? preferred : parseLocale(lang);
  const { catalog } = openNewest(root);
  const reporting: Reporting = { catalog, locale, mended: mendedBy(root, catalog.manifest.version) };
  if (only !== undefined) {
    const [chart] = await chartOf(only, reporting);
    const { topic, title, sentence, columns, rows } = chart ?? { topic: only, rows: [] };
    output(JSON.stringify({ topic, title, sentence, columns, rows }));
    return 0;
  }
  const renderer = new Renderer();
  try {
    const page = await report(reporting, renderer);
    mkdirSync(out, { recursive: true });
    const file = join(out, "index.html");
    writeFileSync(file, page);
    output(say(locale, { es: `Escrito: ${file}`, en: `Written: ${file}` }));
    return 0;
  } finally {
    await renderer.close();
  }
}

/** What the build of a version found; nothing where its report is gone or cannot be read. */
function mendedBy(root: string, version: string): readonly BuildCount[] {
  const counts = readStoredReport(root, version)?.codes() ?? [];
  return counts.map(({ code, severity, count }) => ({
    what: CODE_WORDS[code],
    severity,
    done: SEVERITY_WORDS[severity],
    count,
  }));
}

function main(): Promise<number> {
  return runTool({
    usage: USAGE,
    readArguments: readReportArguments,
    run: (asked, config) => runReport(asked, config, (line) => void process.stdout.write(`${line}\n`)),
  });
}

if (isMain(import.meta.url)) process.exitCode = await main();
