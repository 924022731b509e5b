/** How far a build has come: a bar that moves where a person watches, a line a stage elsewhere. */
import type { Language, Words } from "../src/words.js";

export type StageName = "find" | "read" | "merge" | "check" | "encode" | "titles" | "neighbours" | "write";

export interface Progress {
  /** `done` of `total` steps of a stage; called as often as one likes. A new name ends the stage before it. */
  stage(name: StageName, done: number, total: number): void;
  /** After the last stage, or before anything else is printed. */
  end(): void;
}

const STAGES: Record<StageName, Words> = {
  find: { es: "Buscar archivos", en: "Find files" },
  read: { es: "Leer", en: "Read" },
  merge: { es: "Unir", en: "Merge" },
  check: { es: "Comprobar", en: "Check" },
  encode: { es: "Codificar", en: "Encode" },
  titles: { es: "Títulos", en: "Titles" },
  neighbours: { es: "Películas afines", en: "Similar films" },
  write: { es: "Escribir", en: "Write" },
};

/** What progress is shown on: `process.stderr`. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export const NO_PROGRESS: Progress = { stage: () => undefined, end: () => undefined };

const BAR_CELLS = 24;
const LABEL_CELLS = 18;
const ERASE_LINE = "\r\u001b[2K";

export function showProgress(stream: ProgressStream, language: Language): Progress {
  return stream.isTTY === true ? bar(stream, language) : lines(stream, language);
}

function bar(stream: ProgressStream, language: Language): Progress {
  let shown = "";
  const end = (): void => {
    if (shown !== "") stream.write("\n");
    shown = "";
  };
  let current: StageName | undefined;
  return {
    stage(name, done, total) {
      if (name !== current) end();
      current = name;
      const share = total > 0 ? Math.min(1, done / total) : 1;
      const filled = Math.round(share * BAR_CELLS);
      const label = STAGES[name][language].padEnd(LABEL_CELLS);
      const line = `${label} ${"█".repeat(filled)}${"░".repeat(BAR_CELLS - filled)} ${Math.round(share * 100)} %`;
      if (line === shown) return;
      stream.write(ERASE_LINE + line);
      shown = line;
    },
    end,
  };
}

function lines(stream: ProgressStream, language: Language): Progress {
  let current: StageName | undefined;
  return {
    stage(name) {
      if (name === current) return;
      current = name;
      stream.write(`${STAGES[name][language]}…\n`);
    },
    end: () => undefined,
  };
}
