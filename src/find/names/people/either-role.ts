/** Whom a name means where it is not said whether they act or direct. */
import type { Catalog } from "../../../catalog/catalog.js";
import type { PersonRow } from "../../../catalog/rows.js";
import type { Resolution } from "../../port.js";

/** What fits better; where both fit alike, who is better known in that role, and the other is a namesake. */
export function inEitherRole(
  catalog: Pick<Catalog, "people">,
  actor: Resolution<PersonRow>,
  director: Resolution<PersonRow>,
): Resolution<PersonRow> {
  if (actor.kind === "found" && director.kind === "found") {
    const { actedVotes, directedVotes } = catalog.people;
    const isDirector =
      actor.fit === director.fit
        ? (directedVotes[director.value] ?? 0) > (actedVotes[actor.value] ?? 0)
        : director.fit === "exact";
    const [first, second] = isDirector ? [director, actor] : [actor, director];
    const others = distinct([...first.namesakes, second.value, ...second.namesakes]);
    const isAsGood = first.fit === second.fit;
    return {
      ...first,
      namesakes: isAsGood ? others.filter((row) => row !== first.value) : first.namesakes,
    };
  }
  if (actor.kind === "found") return actor;
  if (director.kind === "found") return director;
  if (actor.kind === "choices" && director.kind === "choices") {
    return { ...actor, values: byFame([...actor.values, ...director.values]) };
  }
  if (actor.kind === "choices") return actor;
  if (director.kind === "choices") return director;
  return { ...actor, suggestions: byFame([...actor.suggestions, ...director.suggestions]) };
}

/** Rows come best known first. */
function byFame(rows: readonly PersonRow[]): PersonRow[] {
  return distinct(rows).sort((a, b) => a - b);
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
