/** Who is in the titles of a platform's catalogue, a person a row, by JustWatch's ids of titles (`credits.csv`). */
import { cleanName } from "../../../clean/texts/text.js";
import { jobOf } from "../../../clean/vocabulary/jobs.js";
import { type ReaderInput, Row, type RowReader } from "../../formats/csv/row.js";
import type { SourceParts, TitleCredits } from "../../parts.js";

const JUSTWATCH_ID = /^t[ms]\d+$/u;

/** Whether rows of people are of JustWatch's titles, and not of films by their ids. */
export function areOfTitles({ columns, sample }: ReaderInput): boolean {
  const place = columns.get("id") ?? -1;
  const ids = sample.map((cells) => (cells[place] ?? "").trim()).filter((id) => id !== "");
  return ids.length > 0 && ids.every((id) => JUSTWATCH_ID.test(id));
}

export function titleCreditsReader(input: ReaderInput): RowReader {
  const byTitle = new Map<string, { cast: string[]; directors: string[] } & Pick<TitleCredits, "place">>();
  const { texts } = input.context;
  let kept = 0;
  return {
    row(cells, line) {
      const row = new Row(input, cells, line);
      const name = cleanName(row.text("person"));
      const id = row.text("id").trim();
      if (name === undefined || id === "") {
        row.tell(name === undefined ? "lost-list-item" : "bad-id", name === undefined ? "person" : "id", id);
        return;
      }
      const told = jobOf(row.text("job"));
      const title = byTitle.get(id) ?? { cast: [], directors: [], place: row.place };
      byTitle.set(texts.keep(id), title);
      kept += 1;
      if (told === undefined || "cast" in told) title.cast.push(texts.keep(name));
      else if (told.job === "Director") title.directors.push(texts.keep(name));
    },
    finish(parts: SourceParts) {
      for (const [id, credits] of byTitle)
        if (!parts.titleCredits.has(id)) parts.titleCredits.set(id, credits);
      return kept;
    },
  };
}
