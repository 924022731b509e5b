/** A text that is a film's title, whatever its words may say besides. */
import type { FilmRow } from "../../../catalog/rows.js";
import { fold } from "../../encode/fold.js";
import type { Find, NamedSpan } from "../../port.js";
import type { Domain } from "../domain.js";

/** log10 of the votes (some 1,600) with which a film is meant by its title before what the words say of films. */
const KNOWN = 3.2;
/** What costs more, in edits, is a part of a title. */
const WHOLE_TITLE = 0.5;

/** The film of just that title, where many know it and nobody is called so. */
export function knownTitle(
  { film, namesIn }: Pick<Find, "film" | "namesIn">,
  { fame }: Pick<Domain<FilmRow>, "fame">,
  text: string,
): FilmRow | undefined {
  const found = film(text);
  if (found.kind !== "found" || found.fit !== "exact" || fame.logVotes(found.value) < KNOWN) return undefined;
  const words = fold(text).split(" ").filter(Boolean);
  const whole = <Row>(spans: readonly NamedSpan<Row>[]) =>
    spans.find(({ from, to }) => from === 0 && to === words.length);
  // "Cuánto dura Titanic" means just that film too, and is no title.
  const title = whole(namesIn("film", words));
  const isTitle = title !== undefined && title.part <= WHOLE_TITLE;
  return isTitle && whole(namesIn("person", words)) === undefined ? found.value : undefined;
}
