/**
 * Whom a text means: a name, or what people write around one ("la actriz …", "Hanks, Tom", "hermanos Coen",
 * a second surname too many, another script).
 */
import type { PersonRow } from "../../../catalog/rows.js";
import { gluedParticles } from "../../encode/people/particles.js";
import { romanise } from "../../encode/scripts/romanise.js";
import type { Resolution } from "../../port.js";
import { Candidates, type Match, SAME_FIT } from "../candidates.js";
import { decide, nearest, type Ranked, rankNames, resolveName } from "../decision.js";
import { INEXACT } from "../distance/cost.js";
import { Query } from "../distance/query.js";
import type { Domain } from "../domain.js";
import { normalise } from "../matching.js";
import { thresholdsOf } from "../thresholds.js";
import { isDoubtfulPerson } from "./doubt.js";
import { likeness } from "./likeness.js";
import { fewerWords, givenSurname, inOrder, pairIn, siblingsIn, withoutRole } from "./readings.js";
import { type FilmsOf, partners, siblings } from "./siblings.js";

type People = Resolution<PersonRow>;

/** Who is meant by a name with a word too many is known by some hundred votes (log10). */
const KNOWN_WITHOUT = 2.5;

/** Somebody of so many votes (log10) is meant by their name, whatever they are asked as. */
const KNOWN_OTHERWISE = 2;

/** In one role. */
export interface PeopleOfRole {
  readonly domain: Domain<PersonRow>;
  /** The same people in the other role. */
  readonly otherRole: Domain<PersonRow>;
  /** In the role asked for, to know who makes films together. */
  readonly filmsOf: FilmsOf;
}

export function resolvePerson({ domain, otherRole, filmsOf }: PeopleOfRole, text: string): People {
  const plain = withoutRole(text);
  const ranking = rankNames(domain, plain);
  const whole = decide(ranking.ranked, ranking.thresholds);
  if (whole.kind === "found" && whole.fit === "exact") return whole;
  const read = romanise(plain);
  if (whole.kind === "none" && read !== undefined) return resolveName(domain, read);
  return (
    swapped(domain, plain) ??
    together(domain, plain, filmsOf) ??
    pair(domain, plain, filmsOf) ??
    (whole.kind === "none" ? (glued(domain, plain) ?? shortened(domain, plain)) : undefined) ??
    withDoubt(domain, otherRole, normalise(plain), ranking, whole)
  );
}

/** Without who is likely another: nobody where the name is somebody's of the other role, else offered. */
function withDoubt(
  domain: Domain<PersonRow>,
  otherRole: Domain<PersonRow>,
  text: string,
  { ranked, thresholds }: Ranked<PersonRow>,
  whole: People,
): People {
  const [best] = ranked;
  if (whole.kind === "none" || best === undefined) return whole;
  if (best.cost >= INEXACT && isNamedOtherwise(otherRole, text)) return { kind: "none", suggestions: [] };
  if (whole.kind !== "found" || best.row !== whole.value || best.key < 0) return whole;
  const { least } = likeness(text, domain.index.text(best.key));
  const known = domain.fame.logVotes(best.row);
  const doubtful = isDoubtfulPerson({ cost: best.cost, least, known, alone: !text.includes(" ") });
  return doubtful ? nearest(ranked, thresholds) : whole;
}

/** "tom cruise", asked for as a director. */
function isNamedOtherwise(otherRole: Domain<PersonRow>, text: string): boolean {
  const [best] = sameLetters(otherRole, text);
  return best !== undefined && best.cost < SAME_FIT && otherRole.fame.logVotes(best.row) >= KNOWN_OTHERWISE;
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

/** "O Hara Maureen", with its particle where it belongs. */
function glued(domain: Domain<PersonRow>, text: string): People | undefined {
  const [name] = gluedParticles(normalise(text));
  if (name === undefined) return undefined;
  const resolution = resolveName(domain, name);
  return resolution.kind === "none" ? undefined : resolution;
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
