/** Our own selection of what streams where: a JSON file for each platform. */

import type { z } from "zod";
import { cleanName } from "../../../clean/texts/text.js";
import { NO_MATURITY } from "../../../clean/values/maturity.js";
import type { Platform, PlatformTitle } from "../../../records.js";
import type { ReadContext } from "../../context.js";
import type { InputSummary, SourceParts } from "../../parts.js";
import { entryLabel, firstIssue } from "./issues.js";
import { type StarterStreamingTitle, starterStreaming, starterStreamingTitle } from "./schema.js";

/** Whose catalogue a file tells of: the platform, the country, the newest day. */
type Catalogue = Pick<z.infer<typeof starterStreaming>, "platform" | "region" | "asOf">;

interface ReadFile {
  readonly file: string;
  readonly platform: Platform;
  readonly titles: readonly PlatformTitle[];
}

/**
 * Collects the files and hands their titles over once all files of all sources are read: a selection says nothing
 * about a platform of which another source has the catalogue, and sources may come in any order.
 */
export class StarterStreaming {
  readonly #files: ReadFile[] = [];
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** Takes a document of our streaming format; undefined where it is wrong as a whole, which is reported. */
  take(document: unknown, file: string): InputSummary | undefined {
    const { report } = this.#context;
    const checked = starterStreaming.safeParse(document);
    if (!checked.success) {
      report.add("bad-json", { file, detail: firstIssue(checked.error, document) });
      return undefined;
    }
    const { platform, region, asOf, titles: entries } = checked.data;
    const titles: PlatformTitle[] = [];
    for (const [index, entry] of entries.entries()) {
      const title = this.#titleOf(entry, { platform, region, asOf });
      if (typeof title !== "string") titles.push(title);
      else
        report.add("bad-streaming-title", {
          file,
          detail: `${entryLabel("title", "string", entry, index)}: ${title}`,
        });
    }
    this.#files.push({ file, platform, titles });
    return { kind: "starter-streaming", rows: entries.length, kept: titles.length };
  }

  /** To be called after the other sources have handed over theirs. */
  finish(parts: SourceParts): void {
    const told = new Set(parts.platformTitles.map(({ title }) => title.platform));
    for (const { file, platform, titles } of this.#files) {
      // Ids may have been given anew since, so that titles of both would stand twice: it is one or the other.
      if (told.has(platform))
        this.#context.report.add("starter-streaming-unused", { file, detail: platform });
      else for (const title of titles) parts.platformTitles.push({ title, place: { file } });
    }
  }

  /** The record, or what is wrong with the entry. */
  #titleOf(entry: unknown, catalogue: Catalogue): PlatformTitle | string {
    const checked = starterStreamingTitle.safeParse(entry);
    if (!checked.success) return firstIssue(checked.error, entry);
    const { data } = checked;
    const name = cleanName(data.title);
    if (name === undefined) return `title: ${JSON.stringify(data.title)}`;
    const { asOf } = catalogue;
    if (data.added !== undefined && data.added > asOf) return `added: ${data.added} > asOf: ${asOf}`;
    return this.#record(data, name, catalogue);
  }

  #record(title: StarterStreamingTitle, name: string, { platform, region }: Catalogue): PlatformTitle {
    const { texts } = this.#context;
    const names = (written: readonly string[] = []): string[] => [
      ...new Set(written.flatMap((text) => cleanName(text) ?? []).map((text) => texts.keep(text))),
    ];
    const maturity = title.maturity === undefined ? undefined : cleanName(title.maturity);
    return {
      id: `${platform.charAt(0)}${title.id}`,
      platform,
      region,
      type: title.type,
      title: texts.keep(name),
      directors: names(title.directors),
      cast: names(title.cast),
      countries: [],
      dateAdded: title.added,
      releaseYear: title.year,
      maturity: texts.keep(maturity ?? NO_MATURITY),
      ...durationOf(title),
      genres: names(title.genres),
      score: title.score,
    };
  }
}

function durationOf(title: StarterStreamingTitle): Pick<PlatformTitle, "durationInt" | "durationType"> {
  const int = title.type === "movie" ? title.minutes : title.seasons;
  if (int === undefined) return { durationInt: undefined, durationType: undefined };
  return { durationInt: int, durationType: title.type === "movie" ? "min" : "season" };
}
