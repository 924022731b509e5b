/** Notices that a file changed in a folder that is a source, so that nobody has to wait for the next time. */
import { FolderSource } from "../sources/folder/source.js";
import type { SourceSetting } from "../sources/kind.js";

export interface FolderWatchOptions {
  readonly sources: readonly SourceSetting[];
  /** What a source said of itself when it was last read; null where it never was. */
  readonly mark: (source: string) => string | null;
  readonly onChange: () => void;
  /** Milliseconds between two looks. */
  readonly every?: number;
}

const EVERY = 30_000;

export class FolderWatch {
  readonly #options: FolderWatchOptions;
  readonly #folders: readonly FolderSource[];
  /** As it was at the last look: who copies a large file is left to end. */
  readonly #seen = new Map<string, string>();
  readonly #timer: NodeJS.Timeout;

  constructor(options: FolderWatchOptions) {
    this.#options = options;
    this.#folders = options.sources.flatMap((source) =>
      source.kind === "folder" ? new FolderSource(source.name, source.place) : [],
    );
    this.#timer = setInterval(() => void this.look(), options.every ?? EVERY);
    this.#timer.unref();
  }

  /** Looks now. Never rejects: a folder that cannot be read is told when it is read. */
  async look(): Promise<void> {
    let changed = false;
    for (const folder of this.#folders) {
      try {
        const { mark } = await folder.fetch();
        const isStill = this.#seen.get(folder.name) === mark;
        this.#seen.set(folder.name, mark);
        changed ||= isStill && mark !== this.#options.mark(folder.name);
      } catch {
        this.#seen.delete(folder.name);
      }
    }
    if (changed) this.#options.onChange();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
