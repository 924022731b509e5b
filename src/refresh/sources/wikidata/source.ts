/**
 * Wikidata: Spanish labels of films that no other source has a Spanish title for. Films are named by their TMDB id
 * (P4947) and, where Wikidata does not know that, by their IMDb id (P345).
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Catalog } from "../../../catalog/catalog.js";
import { filmRow } from "../../../catalog/rows.js";
import { headerLine, parseLine } from "../../../feeds/json-lines.js";
import { LABELS_FILE, LABELS_FORMAT, labelLine } from "../../../feeds/labels.js";
import { dayOf, daysBetween } from "../../days.js";
import { SourceError } from "../../failure.js";
import { GONE, HttpClient, type Timing } from "../../http/client.js";
import { RateLimiter } from "../../http/rate-limiter.js";
import { filmIds } from "../../run/difference.js";
import type { FetchContext, Fetched, Source } from "../source.js";

/** Films in one query: well within the minute that a query may take. */
const BATCH = 200;
/** Queries in one run; the best known films come first. */
const MOST_BATCHES = 100;
/** Queries a second: one at a time, with room for others. */
const RATE = 2;
/** A film that has no label may get one. */
const ASKED_AGAIN_DAYS = 90;
const QUERY_MS = 65_000;

/** Wikidata's language of what is called the same in all. */
const ALL_LANGUAGES = "mul";
/** A letter that Spanish is not written with: what is called so in all languages is not called so in Spanish. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;

const cell = z.object({ value: z.string() });
const resultSchema = z.object({
  results: z.object({
    bindings: z.array(
      z.object({
        tmdb: cell.optional(),
        imdb: cell.optional(),
        label: cell.extend({ "xml:lang": z.string().optional() }),
      }),
    ),
  }),
});

/** What a film is called, as it is kept. */
interface Label {
  readonly es: string | null;
  readonly mul?: boolean | null | undefined;
}

interface Wanted {
  readonly id: number;
  /** "tt0114709" */
  readonly imdb: string | undefined;
}

export interface WikidataSettings {
  readonly url: string;
  /** E-mail or address for the User-Agent; undefined where Wikidata is no source. */
  readonly contact: string | undefined;
}

export class WikidataSource implements Source {
  readonly name = "wikidata";
  readonly #settings: WikidataSettings;
  readonly #folder: string;
  readonly #timing: Timing | undefined;
  readonly #labels: string;

  /** @param folder where it keeps what it was given */
  constructor(settings: WikidataSettings, folder: string, timing?: Timing) {
    this.#settings = settings;
    this.#folder = folder;
    this.#timing = timing;
    this.#labels = join(folder, LABELS_FILE);
  }

  kept(): readonly string[] {
    return existsSync(this.#labels) ? [this.#labels] : [];
  }

  async fetch({ now, catalog, signal, progress }: FetchContext): Promise<Fetched> {
    mkdirSync(this.#folder, { recursive: true });
    if (!existsSync(this.#labels)) writeFileSync(this.#labels, headerLine(LABELS_FORMAT));
    const known = readLabels(this.#labels);
    const isAsked = (id: number) => {
      const label = known.get(id);
      return (
        label === undefined ||
        ((label.es === null || label.mul) &&
          daysBetween(Date.parse(label.at), now.getTime()) > ASKED_AGAIN_DAYS)
      );
    };
    const held = catalog();
    const wanted = held ? untitled(held).filter(({ id }) => isAsked(id)) : [];
    const client = this.#client();
    let failure: SourceError | undefined;
    for (let from = 0, batch = 0; from < wanted.length && batch < MOST_BATCHES; from += BATCH, batch++) {
      const asked = wanted.slice(from, from + BATCH);
      try {
        const labels = await this.#ask(client, asked, signal);
        // What has no label is kept as well: it need not be asked for again soon.
        const at = now.toISOString();
        const lines = asked.map(({ id }) => ({ id, at, ...(labels.get(id) ?? { es: null }) }));
        appendFileSync(this.#labels, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
        for (const { id, ...label } of lines) known.set(id, label);
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        failure = error;
        break;
      }
      const done = Math.min(wanted.length, from + BATCH);
      progress({
        es: `Wikidata: ${done} de ${wanted.length} películas`,
        en: `Wikidata: ${done} of ${wanted.length} films`,
      });
    }
    const count = [...known.values()].filter(({ es }) => es !== null).length;
    const mark = String(statSync(this.#labels).size);
    return { inputs: [this.#labels], mark, count, asOf: dayOf(now), failure };
  }

  #client(): HttpClient {
    const denied = { es: "Wikidata rechaza nuestras preguntas", en: "Wikidata refuses our queries" };
    const headers = {
      // Wikimedia turns away who cannot be reached.
      "user-agent": `Claqueta/0.1 (${this.#settings.contact ?? ""}) node`,
      accept: "application/sparql-results+json",
    };
    return new HttpClient({
      name: "Wikidata",
      headers,
      denied,
      timing: this.#timing,
      rateLimiter: new RateLimiter(RATE),
    });
  }

  async #ask(client: HttpClient, films: readonly Wanted[], signal: AbortSignal): Promise<Map<number, Label>> {
    const request = {
      signal,
      method: "POST" as const,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ query: queryOf(films) }).toString(),
      timeout: this.#timing?.timeout ?? QUERY_MS,
    };
    const told = await client.ask(this.#settings.url, request, (body) =>
      resultSchema.parse(JSON.parse(body)),
    );
    if (told === GONE)
      throw new SourceError("missing", { es: "Wikidata no responde ahí", en: "Wikidata is not there" });
    const byImdb = new Map(
      films.flatMap(({ id, imdb }) => (imdb === undefined ? [] : [[imdb, id] as const])),
    );
    const labels = new Map<number, Label & { readonly rank: number }>();
    for (const { tmdb, imdb, label } of told.results.bindings) {
      const id = tmdb === undefined ? byImdb.get(imdb?.value ?? "") : Number(tmdb.value);
      if (id === undefined) continue;
      // The TMDB id says more: an IMDb id may be shared by a film and its cut. Of one film, a Spanish name comes first.
      const isMul = label["xml:lang"] === ALL_LANGUAGES;
      if (isMul && OTHER_SCRIPT.test(label.value)) continue;
      const rank = (tmdb === undefined ? 0 : 2) + (isMul ? 0 : 1);
      if (rank < (labels.get(id)?.rank ?? 0)) continue;
      labels.set(id, { es: label.value, rank, ...(isMul ? { mul: true } : {}) });
    }
    return new Map([...labels].map(([id, { rank: _, ...label }]) => [id, label]));
  }
}

/** Best known first: the rows of the catalogue are in that order. */
function untitled(catalog: Catalog): Wanted[] {
  const { films } = catalog;
  const wanted: Wanted[] = [];
  for (const [place, id] of filmIds(catalog).entries()) {
    const row = filmRow(place);
    if (films.titleEs.get(row) !== undefined) continue;
    const imdb = films.imdb.get(row);
    wanted.push({ id, imdb: imdb === undefined ? undefined : `tt${String(imdb).padStart(7, "0")}` });
  }
  return wanted;
}

/** Ids are numbers of ours: nothing in a query comes from outside. */
function queryOf(films: readonly Wanted[]): string {
  const quoted = (values: readonly (string | number)[]) => values.map((value) => `"${value}"`).join(" ");
  const tmdb = quoted(films.map(({ id }) => id));
  const imdb = quoted(films.flatMap((film) => film.imdb ?? []));
  return `SELECT ?tmdb ?imdb ?label WHERE {
  { VALUES ?tmdb { ${tmdb} } ?film wdt:P4947 ?tmdb . }
  UNION
  { VALUES ?imdb { ${imdb} } ?film wdt:P345 ?imdb . }
  ?film rdfs:label ?label .
  FILTER(LANG(?label) IN ("es", "${ALL_LANGUAGES}"))
}`;
}

/** By TMDB id; of several lines of a film the last counts. A line that was cut by a kill is passed over. */
function readLabels(path: string): Map<number, Label & { readonly at: string }> {
  const labels = new Map<number, Label & { readonly at: string }>();
  const text = readFileSync(path, "utf8");
  for (const line of text.split("\n").slice(1)) {
    const { id, at, es, mul } = labelLine.safeParse(parseLine(line)).data ?? {};
    // Of a label without its time nobody knows when to ask again: it is asked for now.
    if (id !== undefined && at && es !== undefined) labels.set(id, { at, es, mul });
  }
  // What is appended must begin on a line of its own.
  if (!text.endsWith("\n")) appendFileSync(path, "\n");
  return labels;
}
