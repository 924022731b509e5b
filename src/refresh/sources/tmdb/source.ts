/**
 * TMDB: the list of all films, what changed since the watermark, and the details of what is wanted.
 *
 * Only days that are over are asked for changes, so that a film that changed is asked for once and not again for the rest
 * of its day. Everything that was given is on disk at once: a run that is killed goes on where it was.
 */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "../../../catalog/versions/versions.js";
import type { TmdbFilm } from "../../../feeds/tmdb-film.js";
import { TMDB_FILE } from "../../../feeds/tmdb-lines.js";
import type { Words } from "../../../words.js";
import { addDays, dayOf } from "../../days.js";
import { combinedErrors, DeniedError, SourceError } from "../../failure.js";
import { GONE, HttpClient, type Timing } from "../../http/client.js";
import { RateLimiter } from "../../http/rate-limiter.js";
import { filmIds } from "../../run/difference.js";
import type { FetchContext, Fetched, Source } from "../source.js";
import { changedIn, forgetChanges, halvesOf, windowsAfter } from "./changes.js";
import { createClient, DENIED } from "./client.js";
import { filmOf } from "./details.js";
import { bringExport, forgetExport, type IdsExport } from "./export.js";
import { type Memory, memorySchema } from "./memory.js";
import { endOf, isListed, planOf } from "./plan.js";
import { isBelieved } from "./shrunken-list.js";
import { FilmStore } from "./store.js";
import { Withdrawals } from "./withdrawals.js";

/** Requests under way at the same time: enough to keep the pace where an answer takes a while. */
const AT_ONCE = 8;
/** So many films in a row that are not to be had mean that nothing is. */
const MOST_FAILURES = 20;
const TOLD_EVERY = 250;

export interface TmdbSettings {
  /** Undefined where TMDB is no source. */
  readonly token: string | undefined;
  /** ISO 3166-1 alpha-2: where films can be watched. */
  readonly region: string;
  readonly apiUrl: string;
  readonly filesUrl: string;
  /** Requests a second. */
  readonly rate: number;
  /** Films of the export that are wanted, most popular first. */
  readonly films: number;
  /** Requests for details in one run; what is left is done in the next. */
  readonly requests: number;
}

export class TmdbSource implements Source {
  readonly name = "tmdb";
  readonly #settings: TmdbSettings;
  readonly #folder: string;
  readonly #timing: Timing | undefined;
  readonly #films: string;
  readonly #memoryFile: string;

  /** @param folder where it keeps what it was given */
  constructor(settings: TmdbSettings, folder: string, timing?: Timing) {
    this.#settings = settings;
    this.#folder = folder;
    this.#timing = timing;
    this.#films = join(folder, TMDB_FILE);
    this.#memoryFile = join(folder, "memory.json");
  }

  kept(): readonly string[] {
    return existsSync(this.#films) ? [this.#films] : [];
  }

  async fetch(context: FetchContext): Promise<Fetched> {
    mkdirSync(this.#folder, { recursive: true });
    const store = FilmStore.open(this.#films);
    try {
      const run = new TmdbRun({
        settings: this.#settings,
        folder: this.#folder,
        timing: this.#timing,
        store,
        memory: this.#memory(),
        save: (memory) => replaceFile(this.#memoryFile, JSON.stringify(memory)),
        context,
      });
      return { inputs: [this.#films], ...(await run.run()) };
    } finally {
      store.close();
    }
  }

  #memory(): Memory {
    try {
      return memorySchema.parse(JSON.parse(readFileSync(this.#memoryFile, "utf8")));
    } catch {
      return { watermark: null, owed: [], listed: 0 };
    }
  }
}

interface RunOptions {
  readonly settings: TmdbSettings;
  readonly folder: string;
  readonly timing: Timing | undefined;
  readonly store: FilmStore;
  /** What the run before left to remember, and where this one leaves it. */
  readonly memory: Memory;
  readonly save: (memory: Memory) => void;
  readonly context: FetchContext;
}

/** One run: list, changes, details, in this order. */
class TmdbRun {
  readonly #settings: TmdbSettings;
  readonly #folder: string;
  readonly #store: FilmStore;
  readonly #memory: Memory;
  readonly #save: (memory: Memory) => void;
  readonly #context: FetchContext;
  readonly #client: HttpClient;
  readonly #files: HttpClient;
  readonly #withdrawals: Withdrawals;
  readonly #failures: SourceError[] = [];
  readonly #notes: Words[] = [];
  #listed: Pick<Memory, "listed" | "shrunken">;

  constructor({ settings, folder, timing, store, memory, save, context }: RunOptions) {
    this.#settings = settings;
    this.#folder = folder;
    this.#store = store;
    this.#memory = memory;
    this.#listed = { listed: memory.listed, shrunken: memory.shrunken };
    this.#save = save;
    this.#context = context;
    this.#withdrawals = new Withdrawals(join(folder, "withdrawals.jsonl"));
    const common = { timing, rateLimiter: new RateLimiter(settings.rate) };
    this.#client = createClient(settings.token, common);
    // The lists are for everybody: the token is not shown there.
    this.#files = new HttpClient({ name: "TMDB", denied: DENIED, ...common });
  }

  async run(): Promise<Omit<Fetched, "inputs">> {
    const { now, progress } = this.#context;
    const yesterday = addDays(dayOf(now), -1);
    const list = await this.#export();
    const { changed, watermark } = await this.#changes(yesterday);
    const plan = planOf({
      now,
      export: list,
      changed,
      owed: this.#memory.owed,
      changedUntil: yesterday,
      catalog: this.#catalogIds(),
      region: this.#settings.region,
      stored: (id) => this.#store.get(id),
      entries: this.#store.entries(),
    });
    const today = endOf(yesterday);
    const asked = plan.filter((id) => !this.#withdrawals.isSaidSince(id, today));
    const done = await this.#details(asked.slice(0, this.#settings.requests), list);
    const withheld = this.#bury(today);
    // New films and old rows are found again; that a film changed is only said once.
    const saidOnce = new Set([...changed, ...this.#memory.owed]);
    const left = asked.filter((id) => !done.has(id) && saidOnce.has(id));
    const owed = [...new Set([...left, ...withheld])];
    this.#withdrawals.save(new Set(owed));
    this.#store.compact(now);
    this.#store.sync();
    this.#save({ watermark, owed, ...this.#listed });
    if (watermark === yesterday) forgetChanges(this.#folder);
    const requests = this.#client.requests + this.#files.requests;
    progress({
      es: `TMDB: ${done.size} de ${plan.length} películas, ${requests} peticiones`,
      en: `TMDB: ${done.size} of ${plan.length} films, ${requests} requests`,
    });
    return {
      mark: String(this.#store.bytes),
      count: this.#store.count,
      asOf: watermark ?? yesterday,
      notes: this.#notes,
      failure: combinedErrors(this.#failures),
    };
  }

  /** The day's list; undefined where there is none that is believed: the films that are there are kept up all the same. */
  async #export(): Promise<IdsExport | undefined> {
    const { now, signal } = this.#context;
    const { filesUrl, films } = this.#settings;
    const place = { filesUrl, folder: this.#folder, most: films };
    let list: IdsExport;
    try {
      list = await bringExport(this.#files, place, now, signal);
    } catch (error) {
      if (!(error instanceof SourceError) || error instanceof DeniedError) throw error;
      this.#failures.push(error);
      return undefined;
    }
    if (list.bad > 0) {
      this.#notes.push({
        es: `TMDB: ${list.bad} líneas de la lista no nombran ninguna película`,
        en: `TMDB: ${list.bad} lines of the list name no film`,
      });
    }
    const { listed, shrunken } = this.#memory;
    const found = list.ids.length;
    if (isBelieved(list, this.#memory)) {
      this.#listed = { listed: found, shrunken: null };
      return list;
    }
    // The first of a day is held against those of later days, not against itself.
    if (shrunken?.day !== list.day) this.#listed = { listed, shrunken: { day: list.day, ids: found } };
    forgetExport(this.#folder, list.day);
    this.#failures.push(
      new SourceError("malformed", {
        es: `La lista de TMDB tiene ${found} películas, y la anterior ${listed}: no se usa hasta que otro día lo confirme`,
        en: `TMDB's list has ${found} films, and the one before ${listed}: it is not used until another day confirms it`,
      }),
    );
    return undefined;
  }

  /** Changes since the watermark. Before the first run everything that is wanted is new anyway. */
  async #changes(yesterday: string): Promise<{ changed: ReadonlySet<number>; watermark: string | null }> {
    if (this.#memory.watermark === null) return { changed: new Set(), watermark: yesterday };
    const changed = new Set<number>();
    let { watermark } = this.#memory;
    const place = { apiUrl: this.#settings.apiUrl, folder: this.#folder };
    const windows = windowsAfter(watermark, yesterday);
    let bad = 0;
    for (let window = windows.shift(); window !== undefined; window = windows.shift()) {
      try {
        const told = await changedIn(this.#client, place, window, this.#context.signal);
        for (const id of told.ids) changed.add(id);
        if (told.missing) throw told.missing;
        const halves = told.hasMore ? halvesOf(window) : undefined;
        if (halves) {
          windows.unshift(...halves);
          continue;
        }
        bad += told.bad;
        if (told.hasMore) this.#addStale(changed, window.to);
        watermark = window.to;
      } catch (error) {
        if (!(error instanceof SourceError) || error instanceof DeniedError) throw error;
        // What is known of the changes is used; the days are asked for again next time.
        this.#failures.push(error);
        break;
      }
    }
    if (bad > 0) {
      this.#notes.push({
        es: `TMDB: ${bad} cambios no nombran ninguna película`,
        en: `TMDB: ${bad} changes name no film`,
      });
    }
    return { changed, watermark };
  }

  /** Of a day with more changes than TMDB serves, each film that was not asked for since may be one of the rest. */
  #addStale(changed: Set<number>, day: string): void {
    const served = changed.size;
    for (const [id, { at, gone }] of this.#store.entries()) if (!gone && at < endOf(day)) changed.add(id);
    const rest = changed.size - served;
    this.#notes.push({
      es: `TMDB: el ${day} tiene más cambios de los que da; se pregunta por ${rest} películas más`,
      en: `TMDB: ${day} has more changes than it gives; ${rest} further films are asked for`,
    });
  }

  #catalogIds(): Iterable<number> {
    const catalog = this.#context.catalog();
    return catalog ? filmIds(catalog) : [];
  }

  /** Asks for films, several at once; gives those that are done with, be they there or withdrawn. */
  async #details(ids: readonly number[], list: IdsExport | undefined): Promise<ReadonlySet<number>> {
    const { signal } = this.#context;
    const { apiUrl, region } = this.#settings;
    const place = { apiUrl, region, isListed: (id: number) => isListed(list, id) };
    const done = new Set<number>();
    // One iterator for all workers: each takes the next film that nobody has taken.
    const queue = ids.values();
    let failures = 0;
    let inARow = 0;
    let last: SourceError | undefined;
    const work = async () => {
      while (inARow < MOST_FAILURES) {
        const { done: isEmpty, value: id } = queue.next();
        if (isEmpty) return;
        try {
          this.#take(id, await filmOf(this.#client, place, id, signal));
          done.add(id);
          inARow = 0;
          if (done.size % TOLD_EVERY === 0) this.#tell(done.size, ids.length);
        } catch (error) {
          if (!(error instanceof SourceError) || error instanceof DeniedError) throw error;
          failures++;
          inARow++;
          last = error;
        }
      }
    };
    // All end before anything is thrown: none may write to a store that is closed.
    const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    for (const one of ended) if (one.status === "rejected") throw one.reason;
    if (last) {
      const { kind, words } = last;
      this.#failures.push(
        new SourceError(kind, {
          es: `${failures} películas no llegaron: ${words.es}`,
          en: `${failures} films did not come: ${words.en}`,
        }),
      );
    }
    return done;
  }

  #take(id: number, film: TmdbFilm | typeof GONE): void {
    const { now } = this.#context;
    if (film !== GONE) {
      this.#withdrawals.forget(id);
      this.#store.put(id, now, this.#settings.region, film);
    } else if (this.#store.get(id)?.gone) {
      this.#store.putTombstone(id, now);
    } else {
      this.#withdrawals.add(id, now);
    }
  }

  /** Buries what TMDB said today that it has no more; gives what is too much to be believed at once. */
  #bury(today: number): readonly number[] {
    const { now } = this.#context;
    const { buried, withheld } = this.#withdrawals.judge(today, this.#store.count, now);
    for (const id of buried) this.#store.putTombstone(id, now);
    if (withheld.length > 0) {
      this.#failures.push(
        new SourceError("malformed", {
          es: `TMDB dice de ${withheld.length} películas más que ya no las tiene: son demasiadas para creerlo hoy, y se vuelve a preguntar`,
          en: `TMDB says of ${withheld.length} further films that it has them no more: too many to be believed today, and asked for again`,
        }),
      );
    }
    return withheld;
  }

  #tell(done: number, of: number): void {
    this.#context.progress({ es: `TMDB: ${done} de ${of} películas`, en: `TMDB: ${done} of ${of} films` });
  }
}
