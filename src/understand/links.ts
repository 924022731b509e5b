/** A text that holds a link or an id: the command that answers for what that leads to. */
import type { Edition } from "../chat/contract.js";
import type { Role } from "../find/port.js";

type Known = Pick<Edition, "find" | "catalog">;

/** Undefined for a film's and where there is none. */
export function commandOfLink({ find, catalog }: Known, text: string): string | undefined {
  switch (find.linkIn(text)) {
    case "person":
      return roleOfLink({ find, catalog }, text) ?? "actor";
    case "page":
      return find.film(text).kind === "none" ? roleOfLink({ find, catalog }, text) : undefined;
    case "collection":
      return "franquicia";
    case "company":
      return "productora";
    default:
      return undefined;
  }
}

/** What the person is better known for whom a link leads to; undefined where it leads to none that is known. */
function roleOfLink({ find, catalog }: Known, text: string): Role | undefined {
  const director = find.person(text, "director");
  const actor = find.person(text, "actor");
  if (director.kind !== "found") return actor.kind === "none" ? undefined : "actor";
  const { actedVotes, directedVotes } = catalog.people;
  const row = director.value;
  return (directedVotes[row] ?? 0) > (actedVotes[row] ?? 0) ? "director" : "actor";
}
