/** A build as a program: arguments in, lines and an exit code out. */
import { OperatorError, type Words } from "../src/words.js";
import { defaultLanguage, type Environment, readArguments } from "./arguments.js";
import { type BuildPorts, build } from "./build.js";
import { type ProgressStream, showProgress } from "./progress.js";
import { BuildReport } from "./report.js";
import { printLinks, printReport } from "./report-lines.js";

export interface ProgramHost {
  readonly env: Environment;
  readonly stdout: ProgressStream;
  /** Progress and errors. */
  readonly stderr: ProgressStream;
}

/** The exit code: 0, or 1 where nothing was built, with one line on stderr that says why. */
export async function run(
  args: readonly string[],
  { env, stdout, stderr }: ProgramHost,
  ports: Pick<BuildPorts, "write" | "limits" | "titles" | "otherLanguages" | "people" | "groups"> & {
    /** Told the version once it is built: for the program that started this one. */
    readonly onBuilt?: (version: string) => void;
  },
): Promise<0 | 1> {
  let language = defaultLanguage(env);
  const report = new BuildReport();
  const show = (lines: readonly string[]): unknown => stdout.write(`${lines.join("\n")}\n`);
  try {
    const { language: chosen, ...options } = readArguments(args, env);
    language = chosen;
    const progress = showProgress(stderr, language);
    const result = await build(options, { ...ports, report, progress, now: () => new Date() }).finally(() =>
      progress.end(),
    );
    ports.onBuilt?.(result.version);
    show([
      ...printReport(report, language),
      ...printLinks(result.links, language),
      doneWords(result.version, result.reportFile)[language],
    ]);
    return 0;
  } catch (error) {
    const words = wordsOf(error);
    if (words === undefined) throw error;
    if (report.files().length > 0 || report.codes().length > 0) show(printReport(report, language));
    stderr.write(`${words[language]}\n`);
    return 1;
  }
}

function doneWords(version: string, reportFile: string): Words {
  return {
    es: `Índice ${version} listo. Informe: ${reportFile}`,
    en: `Index ${version} is ready. Report: ${reportFile}`,
  };
}

/** What the operator can mend, in words; undefined for a bug. */
function wordsOf(error: unknown): Words | undefined {
  if (error instanceof OperatorError) return error.words;
  if (!(error instanceof Error) || !("syscall" in error)) return undefined;
  return {
    es: `No se pudo escribir el índice: ${error.message}`,
    en: `The index could not be written: ${error.message}`,
  };
}
