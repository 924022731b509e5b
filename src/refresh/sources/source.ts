/** What a source is: something that can be asked for what is new, and that keeps what it was given as files. */
import type { Catalog } from "../../catalog/catalog.js";
import type { Words } from "../../words.js";
import type { SourceError } from "../failure.js";

/** How a run looks to a source. */
export interface FetchContext {
  readonly now: Date;
  readonly signal: AbortSignal;
  /** What this source said of itself when it last succeeded; undefined the first time. */
  readonly mark: string | undefined;
  /** The version in use; undefined where there is none. */
  readonly catalog: () => Catalog | undefined;
  /** Tells how far it has come. */
  readonly progress: (words: Words) => void;
}

export interface Fetched {
  /** Folders or files for `index-build` to read. */
  readonly inputs: readonly string[];
  /** Another one means that something changed. */
  readonly mark: string;
  /** Day up to which it tells, YYYY-MM-DD. */
  readonly asOf?: string;
  /** Films, or files, it gives. */
  readonly count?: number;
  /** What is good to know and no failure: what was passed over, or asked for by another way. */
  readonly notes?: readonly Words[];
  /** What kept it from bringing everything; what it brought is used all the same. */
  readonly failure?: SourceError;
}

export interface Source {
  /** As the operator named it: "tmdb", "folder:/data/films". */
  readonly name: string;
  /** Brings what it keeps up to date. Rejects with a SourceError where it cannot; what it kept stays as it was. */
  fetch(context: FetchContext): Promise<Fetched>;
  /** What it kept of earlier fetches, to build from where a fetch fails. */
  kept(): readonly string[];
}
