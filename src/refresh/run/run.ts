/**
 * One refresh from beginning to end: ask the sources, build, hold the new version against the one in use, swap.
 * It runs in a process of its own; killed at any moment, the version in use stays in use and what was fetched is kept.
 */
import { createHash, randomUUID } from "node:crypto";
import type { Catalog } from "../../catalog/catalog.js";
import { openVersion } from "../../catalog/open.js";
import { FORMAT_VERSION } from "../../catalog/schema.js";
import {
  currentVersion,
  pointTo,
  prune,
  removeVersion,
  storedVersions,
} from "../../catalog/versions/versions.js";
import { OperatorError, type Words } from "../../words.js";
import { isOfTheFuture } from "../clock.js";
import { kindOf, RefreshError } from "../failure.js";
import type { Candidate, Golden } from "../gates/gate.js";
import { problemsOf } from "../gates/index.js";
import { newFilms, noteNews, settleNews } from "../news.js";
import type { Difference, Failure, FailureKind, Outcome, RefreshReport } from "../port.js";
import type { Fetched, Source } from "../sources/source.js";
import { differenceOf } from "./difference.js";
import type { Lease, Leases } from "./lease.js";
import { EMPTY_SOURCE, type RefreshState, readState, type SourceState, writeState } from "./state.js";
import { isStopgap } from "./stopgap.js";

/** How many versions lie in a root after one was put in use: that one, and two to go back to. */
export const KEPT_VERSIONS = 3;

export interface RefreshOptions {
  /** Root of versions. */
  readonly root: string;
  readonly sources: readonly Source[];
  /** Names of the sources that are asked; the others give what they kept. All of them unless given. */
  readonly only?: readonly string[];
  /** Does everything but the swap. */
  readonly dryRun?: boolean;
  /** Builds although nothing changed, and compares with nothing: what is lost is meant to be. */
  readonly force?: boolean;
  /** When this run was due, ISO 8601: where another process ran since, there is nothing to do. */
  readonly due?: string;
}

export interface RefreshPorts {
  readonly leases: Leases;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly golden: readonly Golden[];
  /** What answers from a catalogue. */
  readonly find: (catalog: Catalog) => Candidate["film"];
  /** Builds a version that is not in use yet, and gives its name. Rejects with an OperatorError. */
  readonly build: (inputs: readonly string[], signal: AbortSignal) => Promise<string>;
  readonly progress: (words: Words) => void;
  /** What only who runs the refresh should read: whole messages of failures, which may name addresses and folders. */
  readonly detail: (words: Words) => void;
}

/**
 * Runs one refresh. What goes wrong is told in the report, and remembered.
 * @throws OperatorError where the lease was lost on the way: whoever has it now tells how it goes
 */
export async function refresh(options: RefreshOptions, ports: RefreshPorts): Promise<RefreshReport> {
  const lease = await ports.leases.take();
  if (lease === undefined) return nothingDone("busy");
  try {
    const { lastRun } = readState(options.root);
    const isDone = options.due !== undefined && lastRun !== null && lastRun >= options.due;
    if (isDone && !isOfTheFuture(lastRun, ports.now())) return nothingDone("busy");
    return await new Run(options, ports, lease).run();
  } finally {
    await lease.release();
  }
}

function nothingDone(outcome: Outcome): RefreshReport {
  return { outcome, version: null, films: null, difference: null, failures: [] };
}

/** A version that loads. */
interface Known {
  readonly name: string;
  readonly catalog: Catalog;
}

interface Built {
  readonly version: string;
  /** Whether it was not there before this run. */
  readonly isNew: boolean;
  /** What it was built from. */
  readonly built: string;
  readonly dryRun: boolean;
}

class Run {
  readonly #options: RefreshOptions;
  readonly #ports: RefreshPorts;
  readonly #lease: Lease;
  /** Under which the log has what goes wrong. */
  readonly #id = randomUUID().slice(0, 8);
  readonly #failures: Failure[] = [];
  readonly #signal: AbortSignal;
  #state: RefreshState;
  /** The version in use; undefined where there is none that loads, null before anybody looked. */
  #known: Known | undefined | null = null;

  constructor(options: RefreshOptions, ports: RefreshPorts, lease: Lease) {
    this.#options = options;
    this.#ports = ports;
    this.#lease = lease;
    this.#signal = AbortSignal.any([ports.signal, lease.lost]);
    this.#state = readState(options.root);
  }

  async run(): Promise<RefreshReport> {
    this.#save({ lastRun: this.#time(), ...this.#publishedBefore() });
    try {
      const inputs = await this.#inputs();
      const built = this.#signature(inputs);
      const before = this.#before();
      const { force, dryRun } = this.#options;
      if (before && built === this.#state.built && !force) return this.#end("unchanged", before);
      const there = new Set(storedVersions(this.#options.root).map(({ name }) => name));
      const version = await this.#build(inputs);
      if (before?.name === version) return this.#end("unchanged", before, { built });
      return this.#judge({ version, isNew: !there.has(version), built, dryRun: dryRun === true }, before);
    } catch (error) {
      if (this.#ports.signal.aborted) {
        this.#fail(null, "interrupted", { es: "Interrumpido", en: "Interrupted" });
      } else if (error instanceof OperatorError) {
        this.#fail(null, kindOf(error), error.words);
      } else {
        const { message, stack } = error as Error;
        const words = { es: `Algo falló al renovar: ${message}`, en: `Refreshing failed: ${message}` };
        this.#fail(null, "unknown", words, stack);
      }
      return this.#end("failed");
    }
  }

  /** What a run that was killed put in use. */
  #publishedBefore(): Partial<RefreshState> {
    const { publishing } = this.#state;
    if (publishing === null) return {};
    settleNews(this.#options.root);
    const wasSwapped = currentVersion(this.#options.root) === publishing.version;
    return { publishing: null, ...(wasSwapped ? { published: publishing } : {}) };
  }

  /** What the sources have to build from. One that fails gives what it kept; one that is not asked too. */
  async #inputs(): Promise<readonly string[]> {
    const inputs: string[] = [];
    for (const source of this.#options.sources) {
      const isAsked = this.#options.only === undefined || this.#options.only.includes(source.name);
      inputs.push(...(isAsked ? await this.#fetch(source) : source.kept()));
    }
    const names = new Set(this.#options.sources.map(({ name }) => name));
    const sources = Object.entries(this.#state.sources).filter(([name]) => names.has(name));
    this.#save({ sources: Object.fromEntries(sources) });
    if (inputs.length > 0) return inputs;
    throw new RefreshError("missing", { es: "Ninguna fuente dio nada", en: "No source gave anything" });
  }

  async #fetch(source: Source): Promise<readonly string[]> {
    const known = this.#state.sources[source.name] ?? EMPTY_SOURCE;
    const remember = (changes: Partial<SourceState>) => {
      const state = { ...known, lastRun: this.#time(), ...changes };
      this.#save({ sources: { ...this.#state.sources, [source.name]: state } });
    };
    this.#ports.progress({ es: `Fuente ${source.name}…`, en: `Source ${source.name}…` });
    try {
      const { now, progress } = this.#ports;
      const mark = known.mark ?? undefined;
      const catalog = () => this.#before()?.catalog;
      const fetched: Fetched = await source.fetch({
        now: now(),
        signal: this.#signal,
        mark,
        catalog,
        progress,
      });
      const { failure, asOf = null, count = null, notes = [] } = fetched;
      for (const words of notes) this.#ports.detail(words);
      if (failure) this.#fail(source.name, failure.kind, failure.words);
      const lastSuccess = failure ? known.lastSuccess : this.#time();
      remember({ lastSuccess, asOf, count, mark: fetched.mark });
      return fetched.inputs;
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      this.#fail(source.name, kindOf(error), error.words);
      remember({});
      return source.kept();
    }
  }

  /** The version in use; undefined where there is none that loads, which is then replaced by whatever is good. */
  #before(): Known | undefined {
    if (this.#known !== null) return this.#known;
    this.#known = undefined;
    const name = currentVersion(this.#options.root);
    try {
      if (name !== undefined) this.#known = { name, catalog: openVersion(this.#options.root, name) };
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      this.#ports.detail(error.words);
    }
    return this.#known;
  }

  /** Another program or another set of sources builds another index from the same files. */
  #signature(inputs: readonly string[]): string {
    const marks = this.#options.sources.map(({ name }) => [name, this.#state.sources[name]?.mark]);
    const text = JSON.stringify([FORMAT_VERSION, inputs, marks]);
    return createHash("sha256").update(text).digest("hex").slice(0, 16);
  }

  #build(inputs: readonly string[]): Promise<string> {
    this.#ports.progress({ es: "Construyendo el índice…", en: "Building the index…" });
    return this.#ports.build(inputs, this.#signal);
  }

  /** Holds a version against the one in use, and puts it in its place where nothing speaks against it. */
  #judge({ version, isNew, built, dryRun }: Built, before: Known | undefined): RefreshReport {
    const { root, force } = this.#options;
    this.#ports.progress({ es: "Comprobando…", en: "Checking…" });
    const discard = () => {
      if (isNew) removeVersion(root, version);
    };
    let after: Known;
    let problems: readonly Words[];
    try {
      after = { name: version, catalog: openVersion(root, version) };
      const isMeasure = before && !force && !isStopgap(before.catalog.manifest, this.#options.sources);
      const compared = isMeasure ? this.#candidate(before.catalog) : undefined;
      problems = problemsOf(this.#candidate(after.catalog), compared, this.#ports.golden);
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      discard();
      this.#fail(null, "rejected", refusal(error.words));
      return this.#end("refused", before, { refused: built });
    }
    const difference = before === undefined ? null : differenceOf(before.catalog, after.catalog);
    if (problems.length > 0) {
      discard();
      for (const words of problems) this.#fail(null, "rejected", refusal(words));
      return this.#end("refused", before, { refused: built }, difference);
    }
    if (dryRun) {
      discard();
      return this.#end("tried", after, {}, difference);
    }
    const { added, removed } = differenceOf(before?.catalog, after.catalog);
    const published = { version, at: this.#time(), added, removed };
    // Whoever is killed right after the swap has told all the same what it brought.
    this.#save({ publishing: published });
    if (before) noteNews(root, { version, at: published.at, ...newFilms(before.catalog, after.catalog) });
    pointTo(root, version, () => this.#lease.assertHeld());
    settleNews(root);
    prune(root, KEPT_VERSIONS);
    return this.#end("published", after, { published, publishing: null, built, refused: null }, difference);
  }

  #candidate(catalog: Catalog): Candidate {
    return { catalog, film: this.#ports.find(catalog) };
  }

  #fail(source: string | null, kind: FailureKind, { es, en }: Words, trace?: string): void {
    this.#failures.push({ at: this.#time(), source, kind, id: this.#id, es, en, trace });
    this.#ports.detail({ es, en });
    if (trace !== undefined) this.#ports.detail({ es: trace, en: trace });
  }

  #end(
    outcome: Outcome,
    version?: Known,
    changes: Partial<RefreshState> = {},
    difference: Difference | null = null,
  ): RefreshReport {
    const failures = this.#failures;
    const runs = { ...this.#state.runs, [outcome]: (this.#state.runs[outcome] ?? 0) + 1 };
    const lastFailure = combined(failures);
    const last = lastFailure === null ? { lastSuccess: this.#time(), lastFailure } : { lastFailure };
    // What was interrupted is begun again by the next start.
    const lastEnd = this.#ports.signal.aborted ? {} : { lastEnd: this.#time() };
    this.#save({ ...changes, ...last, ...lastEnd, runs });
    return {
      outcome,
      version: version?.name ?? null,
      films: version?.catalog.films.rowCount ?? null,
      difference,
      failures,
    };
  }

  /** Only whoever has the lease writes: another run may have begun where it was lost. */
  #save(changes: Partial<RefreshState>): void {
    this.#lease.assertHeld();
    this.#state = { ...this.#state, ...changes };
    writeState(this.#options.root, this.#state);
  }

  #time(): string {
    return this.#ports.now().toISOString();
  }
}

function refusal({ es, en }: Words): Words {
  return { es: `Versión nueva rechazada: ${es}`, en: `New version refused: ${en}` };
}

/** Of several failures the first, with all that was said; null where there is none. */
function combined(failures: readonly Failure[]): RefreshState["lastFailure"] {
  const [first] = failures;
  if (first === undefined) return null;
  const { at, source, kind, id } = first;
  const all = (language: keyof Words) => failures.map((one) => one[language]).join(". ");
  return { at, source, kind, id, es: all("es"), en: all("en") };
}
