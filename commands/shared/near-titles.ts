/** A title that is only guessed is offered where it is not just a film's: whoever typed it says whether it was meant. */
import type { FilmRow, PlatformTitleRow } from "../../src/catalog/rows.js";
import type { Find, Resolution } from "../../src/find/port.js";

/** More of what is only near are no help. */
const MOST_OFFERED = 3;

/** What `text` resolved to, with a film that is only near made an offer of the nearest few. */
export function offeredWhereNear(
  find: Find,
  text: string,
  resolution: Resolution<FilmRow>,
): Resolution<FilmRow> {
  if (resolution.kind !== "found" || resolution.fit === "exact") return resolution;
  const { value } = resolution;
  return {
    kind: "choices",
    values: [value, ...nextTo(find, text, value)].slice(0, MOST_OFFERED),
    reason: { kind: "near" },
  };
}

/** The same of a series, with its namesakes. */
export function seriesOfferedWhereNear(
  resolution: Resolution<PlatformTitleRow>,
): Resolution<PlatformTitleRow> {
  if (resolution.kind !== "found" || resolution.fit === "exact") return resolution;
  const { value, namesakes } = resolution;
  return {
    kind: "choices",
    values: [value, ...namesakes].slice(0, MOST_OFFERED),
    reason: { kind: "near" },
  };
}

/** The others that came into question beside a film; none where it was not found by its title alone. */
function nextTo(find: Find, text: string, film: FilmRow): readonly FilmRow[] {
  const { candidates, limit } = find.explain("film", text);
  const [best, ...others] = candidates;
  if (best?.row !== film) return [];
  return others.filter(({ spelling, part, year }) => spelling + part + year <= limit).map(({ row }) => row);
}
