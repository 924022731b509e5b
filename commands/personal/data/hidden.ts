/** Whether somebody lets others compare tastes with theirs. */
import type { People, PersonId } from "../../../src/store/port.js";

/** The choice that says they do not. */
export const HIDDEN = "hidden";

export async function isHidden(people: Pick<People, "choices">, person: PersonId): Promise<boolean> {
  return (await people.choices(person)).get(HIDDEN) === "true";
}
