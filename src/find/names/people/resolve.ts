/**
 * Whom a text means: a name, or what people write around one ("la actriz …", "Hanks, Tom", "hermanos Coen",
 * a second surname too many, another script).
 */
import type { PersonRow } from "../../../catalog/rows.js";
import { romanise } from "../../encode/scripts/romanise.js";
import type { Resolution } from "../../port.js";
import { Candidates, type Match, SAME_FIT } from "../candidates.js";
import { resolveName } from "../decision.js";
import { Query } from "../distance/query.js";
import type { Domain } from "../domain.js";
import { normalise } from "../matching.js";
import { thresholdsOf } from "../thresholds.js";
import { fewerWords, givenSurname, inOrder, pairIn, siblingsIn, withoutRole } from "./readings.js";
import { type FilmsOf, partners, siblings } from "./siblings.js";

type People = Resolution<PersonRow>;

/** Who is meant by a name with a word too many is known by some hundred votes (log10). */
const KNOWN_WITHOUT = 2.5;

/** @param filmsOf in the role asked for, to know who makes films together */
export function resolvePerson(domain: Domain<PersonRow>, text: string, filmsOf: FilmsOf): People {
  const plain = withoutRole(text);
  const whole = resolveName(domain, plain);
  if (whole.kind === "found" && whole.fit === "exact") return whole;
  const read = romanise(plain);
  if (whole.kind === "none" && read !== undefined) return resolveName(domain, read);
  return (
    swapped(domain, plain) ??
    together(domain, plain, filmsOf) ??
    pair(domain, plain, filmsOf) ??
    (whole.kind === "none" ? shortened(domain, plain) : undefined) ??
    whole
  );
}

/** "Cruz, Penélope". */
function swapped(domain: Domain<PersonRow>, text: string): People | undefined {
  const name = inOrder(text);
  if (name === undefined) return undefined;
  const found = resolveName(domain, name);
  return found.kind === "found" && found.fit === "exact" ? found : undefined;
}

/** "hermanos Coen", "the Wachowskis". */
function together(domain: Domain<PersonRow>, text: string, filmsOf: FilmsOf): People | undefined {
  for (const { surname, said } of siblingsIn(normalise(text))) {
    const values = siblings(domain, surname, said, filmsOf);
    if (values.length > 1) return { kind: "choices", values };
  }
  return undefined;
}

/** "tom hanks y meg ryan", "joel y ethan coen": whoever of the two is meant, we ask. */
function pair(domain: Domain<PersonRow>, text: string, filmsOf: FilmsOf): People | undefined {
  const both = pairIn(text);
  if (both === undefined) return undefined;
  const [first, second] = both;
  const seconds = meant(domain, second);
  if (seconds.length === 0) return undefined;
  const shared = givenSurname(first, second);
  const related = shared === undefined ? undefined : resolveName(domain, shared);
  const isRelated = related?.kind === "found" && related.fit === "exact";
  const firsts = isRelated ? [related.value] : meant(domain, first);
  const values = partners(firsts, seconds, filmsOf);
  return values.length > 1 ? { kind: "choices", values } : undefined;
}

/** Who one of two names means, likeliest first; one word alone has to be a name: "martes" is nobody's. */
function meant(domain: Domain<PersonRow>, text: string): readonly PersonRow[] {
  const name = normalise(text);
  if (!name.includes(" ")) return sameLetters(domain, name).map(({ row }) => row);
  const resolution = resolveName(domain, text);
  if (resolution.kind === "none") return [];
  return resolution.kind === "found" ? [resolution.value] : resolution.values;
}

function sameLetters(domain: Domain<PersonRow>, name: string): Match<PersonRow>[] {
  if (name === "") return [];
  const found = new Candidates(domain, thresholdsOf(name), {});
  found.addSameLetters(new Query(name));
  return found.sorted();
}

/** "Guillermo del Toro Gómez": the name of somebody known, with a second surname or a middle name more. */
function shortened(domain: Domain<PersonRow>, text: string): People | undefined {
  for (const name of fewerWords(normalise(text))) {
    const [best] = sameLetters(domain, name);
    if (best !== undefined && best.cost < SAME_FIT && domain.fame.logVotes(best.row) >= KNOWN_WITHOUT) {
      return { kind: "found", value: best.row, fit: "close", namesakes: [] };
    }
  }
  return undefined;
}
