/**
 * Films of which TMDB said that it has them no more, until they are judged: an error of TMDB's may say so of all.
 * What was said is on disk at once, so that a killed run need not ask again.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { replaceFile } from "../../../catalog/versions/versions.js";
import { parseLine } from "../../../feeds/json-lines.js";
import { tmdbId } from "../../../feeds/tmdb-id.js";
import { dayOf } from "../../days.js";

const saidSchema = z.object({
  id: tmdbId,
  /** When it was said for the first time, and when for the last, in milliseconds since 1970. */
  first: z.number(),
  last: z.number(),
});

type Said = z.infer<typeof saidSchema>;

export interface Judgement {
  readonly buried: readonly number[];
  /** Too many at once: to be asked for again. */
  readonly withheld: readonly number[];
}

/** So many may always go in a run; and so much of all films, where that is more. */
const FEW = 50;
const SHARE = 0.01;

export class Withdrawals {
  readonly #path: string;
  readonly #said = new Map<number, Said>();

  constructor(path: string) {
    this.#path = path;
    if (!existsSync(path)) return;
    for (const line of readFileSync(path, "utf8").split("\n")) {
      const said = saidSchema.safeParse(parseLine(line)).data;
      if (said) this.#said.set(said.id, said);
    }
  }

  /** Whether it was said at this time or later. */
  isSaidSince(id: number, time: number): boolean {
    return (this.#said.get(id)?.last ?? Number.NEGATIVE_INFINITY) >= time;
  }

  add(id: number, now: Date): void {
    const last = now.getTime();
    const said = { id, first: this.#said.get(id)?.first ?? last, last };
    this.#said.set(id, said);
    appendFileSync(this.#path, `\n${JSON.stringify(said)}`);
  }

  /** The film is there after all. */
  forget(id: number): void {
    this.#said.delete(id);
  }

  /**
   * Judges what was said since a time. Of too many none is believed, unless an earlier day had said it too: of those as
   * many as may go at once.
   * @param count films that there are
   */
  judge(since: number, count: number, now: Date): Judgement {
    const most = Math.max(FEW, Math.floor(count * SHARE));
    const said = [...this.#said.values()].filter(({ last }) => last >= since);
    const isConfirmed = ({ first }: Said) => dayOf(new Date(first)) < dayOf(now);
    const believed = said.length <= most ? said : said.filter(isConfirmed).slice(0, most);
    const buried = believed.map(({ id }) => id);
    for (const id of buried) this.#said.delete(id);
    const withheld = said.flatMap(({ id }) => (this.#said.has(id) ? id : []));
    return { buried, withheld };
  }

  /** Keeps what was said of these films, and no more. */
  save(owed: ReadonlySet<number>): void {
    const kept = [...this.#said.values()].filter(({ id }) => owed.has(id));
    replaceFile(this.#path, kept.map((said) => JSON.stringify(said)).join("\n"));
  }
}
