/** What we wrote ourselves: titles, keywords, synopses, and what proves the facts of recent films. */

import type { TitlesOfFilm } from "../merge/spanish-titles.js";
import type { StarterFilm } from "../read/sources/starter/schema.js";
import type { Finding, Rule } from "./finding.js";
import type { Starter } from "./load.js";

type Add = (rule: Rule, detail: string) => void;

export function checkTexts({ films, titles, keywordNames }: Starter): Finding[] {
  const findings: Finding[] = [];
  const uses = new Map<string, number>();
  for (const { film } of films) {
    const add: Add = (rule, detail) => void findings.push({ rule, about: film.id, detail });
    checkTitles(film, titles.byFilm.get(film.id), add);
    checkKeywords(film, add);
    if (film.synopsis !== undefined) checkSynopsis(film.synopsis, add);
    checkProof(film, add);
    if ((film.voteCount === undefined) !== (film.votesAsOf === undefined))
      add("votes", "votes and their date");
    for (const keyword of film.keywords ?? []) uses.set(keyword, (uses.get(keyword) ?? 0) + 1);
  }
  for (const [keyword, count] of uses) {
    if (count > 1 && !keywordNames.has(keyword))
      findings.push({
        rule: "keywords",
        about: keyword,
        detail: `has no Spanish name, and is used ${count} times`,
      });
  }
  return findings;
}

function checkTitles(film: StarterFilm, overlay: TitlesOfFilm | undefined, add: Add): void {
  const { title, originalTitle, titleEs, titleEs419, aka = [] } = film;
  if (titleEs419 === titleEs) add("titles", "the Latin American title is Spain's");
  if (originalTitle === title) add("titles", "the original title is the English one");
  const taken = new Set([title, originalTitle, titleEs, titleEs419].map((name) => name?.toLowerCase()));
  for (const name of aka) {
    if (taken.has(name.toLowerCase())) add("titles", `“${name}” is said already`);
    taken.add(name.toLowerCase());
  }
  const ours = [titleEs, titleEs419, ...aka];
  const theirs = overlay && [overlay.es, overlay.es419, ...overlay.aka];
  if (ours.join("|") !== theirs?.join("|"))
    add("overlay", `titles-es.json has ${theirs?.filter(Boolean).join(", ") ?? "nothing"}`);
}

/** Words about endings and about what is found out late. */
const GIVES_AWAY =
  /\b(?:ending|plot twist|suicide|fak(?:e|ed|ing) (?:own )?death|back from the dead|killer revealed|traitor|betrayal|(?:death|murder|loss) of (?:father|mother|son|daughter|husband|wife|lover|friend|child|brother|sister)|dead (?:wife|husband|son|daughter|child))\b/i;
/** What tells of how a film was made or shown, and nothing of what it is about. */
const TELLS_NOTHING =
  /^(?:(?:after|during)creditsstinger|woman director|independent film|3d|imax|nudity|sex)$/;

function checkKeywords({ keywords = [] }: StarterFilm, add: Add): void {
  if (keywords.length < 5 || keywords.length > 12) add("keywords", `${keywords.length} of them, not 5 to 12`);
  for (const keyword of keywords) {
    if (GIVES_AWAY.test(keyword)) add("keywords", `“${keyword}” may give the plot away`);
    if (TELLS_NOTHING.test(keyword)) add("keywords", `“${keyword}” says nothing of the film`);
  }
}

const SHORTEST = 40;
const LONGEST = 320;
const MOST_SENTENCES = 2;
/** Words that only one side of the Atlantic uses, or understands differently. */
const NOT_NEUTRAL =
  /(?<!\p{L})(?:vosotr[oa]s|vuestr[oa]s?|os|coger|cog(?:e|en|ió)|ordenador(?:es)?|móvil(?:es)?|chaval(?:es|a)?|coche|carro|celular|computadora)(?!\p{L})/iu;
/** A full stop that ends no sentence. */
const ABBREVIATION = /(?<!\p{L})(?:\p{Lu}|Dr|Sr|Sra|Mr|Mrs|vs)\./gu;

function checkSynopsis(synopsis: string, add: Add): void {
  if (synopsis.length < SHORTEST || synopsis.length > LONGEST)
    add("synopsis", `${synopsis.length} characters, not ${SHORTEST} to ${LONGEST}`);
  const plain = synopsis.replace(ABBREVIATION, "");
  const sentences = [...new Intl.Segmenter("es", { granularity: "sentence" }).segment(plain)].length;
  if (sentences > MOST_SENTENCES) add("synopsis", `${sentences} sentences`);
  if (!/[.»”]$/.test(synopsis)) add("synopsis", "does not end with a full stop");
  if (/\s{2}|\.{3}|…$|\?$/.test(synopsis)) add("synopsis", "double spaces, trailing dots or a question");
  const word = NOT_NEUTRAL.exec(synopsis)?.[0];
  if (word !== undefined) add("synopsis", `“${word}” is not neutral Spanish`);
}

/** What a page is said to confirm, or somebody to know by heart, is told. */
function checkProof(film: StarterFilm, add: Add): void {
  for (const fact of new Set(film.checked?.flatMap(({ facts }) => facts))) {
    if (film[fact as keyof StarterFilm] === undefined)
      add("proof", `a page confirms ${fact}, which is not told`);
  }
  for (const fact of film.fromKnowledge ?? []) {
    if (film[fact === "billing" ? "cast" : fact] === undefined)
      add("proof", `${fact} is known by heart, and not told`);
  }
}
