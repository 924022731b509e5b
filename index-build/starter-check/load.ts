/** The files of our catalogue as they are written, before index-build makes records of them. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import type { SpanishTitles } from "../merge/spanish-titles.js";
import { entryLabel, firstIssue } from "../read/sources/starter/issues.js";
import {
  FILMS_FORMAT,
  IDS_FORMAT,
  STREAMING_FORMAT,
  type StarterFilm,
  type StarterIds,
  type StarterStreamingTitle,
  starterFilm,
  starterFilms,
  starterIds,
  starterStreaming,
  starterStreamingTitle,
} from "../read/sources/starter/schema.js";
import { readKeywordNames } from "../read/sources/tables/spanish-names.js";
import { readSpanishTitles } from "../read/sources/tables/spanish-titles.js";
import { type Exceptions, exceptionsSchema, type Finding } from "./finding.js";

const DATA = join(PACKAGE_ROOT, "data");

export interface FilmInFile {
  readonly film: StarterFilm;
  readonly file: string;
  /** In the order in which they are written. */
  readonly keys: readonly string[];
}

export interface Starter {
  readonly films: readonly FilmInFile[];
  readonly ids: StarterIds;
  readonly streaming: readonly StarterStreamingTitle[];
  readonly titles: SpanishTitles;
  /** Spanish names of keywords, by their English ones. */
  readonly keywordNames: ReadonlyMap<string, string>;
  /** Of all files of the catalogue. */
  readonly bytes: number;
}

/** The catalogue, and what in its files does not fit their schema. */
export async function loadStarter(): Promise<{ starter: Starter; findings: Finding[] }> {
  const folder = join(DATA, "starter");
  const findings: Finding[] = [];
  const films: FilmInFile[] = [];
  const streaming: StarterStreamingTitle[] = [];
  let ids: StarterIds = { format: IDS_FORMAT };
  let bytes = 0;
  const refuse = (about: string, detail: string): void =>
    void findings.push({ rule: "schema", about, detail });

  for (const file of (await readdir(folder)).sort()) {
    bytes += (await stat(join(folder, file))).size;
    if (!file.endsWith(".json")) continue;
    const document = JSON.parse(await readFile(join(folder, file), "utf8")) as { format?: unknown };
    if (document.format === FILMS_FORMAT) {
      for (const [index, entry] of starterFilms.parse(document).films.entries()) {
        const checked = starterFilm.safeParse(entry);
        if (checked.success) films.push({ film: checked.data, file, keys: Object.keys(entry as object) });
        else
          refuse(file, `${entryLabel("film", "number", entry, index)}: ${firstIssue(checked.error, entry)}`);
      }
    } else if (document.format === STREAMING_FORMAT) {
      const { region, titles: entries } = starterStreaming.parse(document);
      if (region === undefined) refuse(file, "does not say of which country it is");
      for (const [index, entry] of entries.entries()) {
        const checked = starterStreamingTitle.safeParse(entry);
        if (checked.success) streaming.push(checked.data);
        else
          refuse(file, `${entryLabel("title", "string", entry, index)}: ${firstIssue(checked.error, entry)}`);
      }
    } else if (document.format === IDS_FORMAT) ids = starterIds.parse(document);
    else refuse(file, `no format of ours: ${String(document.format)}`);
  }
  const [titles, keywordNames] = await Promise.all([readSpanishTitles(), readKeywordNames()]);
  return { starter: { films, ids, streaming, titles, keywordNames, bytes }, findings };
}

export async function loadExceptions(): Promise<Exceptions> {
  const text = await readFile(join(DATA, "starter-exceptions.json"), "utf8");
  return exceptionsSchema.parse(JSON.parse(text)).exceptions;
}
