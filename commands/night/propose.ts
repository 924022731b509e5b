/** A film to be proposed, with what is known of it. */
import type { Context } from "../../src/chat/contract.js";
import { UserError } from "../../src/chat/errors/errors.js";
import type { NightCommand } from "../../src/events/night/command.js";
import type { Night } from "../../src/events/night/state.js";
import { seenInNights } from "../../src/nights/lists.js";
import { filmRowOf } from "../../src/queries/refs/film.js";
import { fittingFacts, type NightLimits } from "../../src/queries/taste/for-night.js";
import type { Words } from "../../src/words.js";
import type { Reached } from "./reached.js";

/** Who moderates proposes, too, what was seen here. @throws UserError for a film that the catalogue does not have */
export async function proposal(
  context: Context,
  { store, community }: Reached,
  night: Night,
  film: number,
): Promise<NightCommand> {
  const { catalog, now } = context;
  const row = filmRowOf(catalog, film);
  // Whoever made up a button may have made up a film.
  if (row === undefined) throw new UserError("not_found", NO_FILM);
  const seenAt = (await seenInNights(store, community, now)).get(film) ?? null;
  return {
    kind: "propose",
    film,
    facts: { ...fittingFacts(catalog, row, limitsOf(context, night)), seenAt },
  };
}

const NO_FILM: Words = {
  es: "Esa película no está en el catálogo.",
  en: "That film is not in the catalogue.",
};

/** The platform stands in a night's rules by its name. */
export function limitsOf({ find }: Pick<Context, "find">, { rules }: Night): NightLimits {
  const { platform, runtimeLimit } = rules;
  const term = platform === null ? undefined : find.term("platform", platform);
  return { runtime: runtimeLimit, platform: term?.kind === "found" ? term.value.id : null };
}
