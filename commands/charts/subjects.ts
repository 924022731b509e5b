/** Charts of somebody or something that is named: a person, a franchise, two of them. */
import type { FilmRow, PersonRow } from "../../src/catalog/rows.js";
import type { Chart } from "../../src/charts/chart.js";
import type { Charting } from "../../src/charts/topic.js";
import { comparedFilms, comparedPeople } from "../../src/charts/topics/people/compared.js";
import { franchiseChart } from "../../src/charts/topics/people/franchise.js";
import { personChart } from "../../src/charts/topics/people/person.js";
import type { Reply } from "../../src/chat/answer/reply.js";
import { mention, rich } from "../../src/chat/answer/rich-text.js";
import type { RichText } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { say } from "../../src/chat/locale.js";
import { quoted } from "../../src/chat/text.js";
import { collection } from "../../src/queries/people/collection.js";
import { inTurns } from "../../src/steps.js";
import { pairOf } from "../discover/pair.js";
import { forCollection, forPerson } from "../shared/reference.js";
import { collectionName } from "../shared/words/collections.js";
import { ownName } from "../shared/words/groups.js";

/** A chart in a language. */
export type ChartIn = (charting: Charting) => Chart | undefined;

/** What answers once it is known who or what is meant. */
type Answering<Result> = (chart: ChartIn) => Reply<Result>;

export const SUBJECTS = ["persona", "franquicia", "comparar"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Answers for what the option `de` names, or asks back. */
export async function forSubject<Result>(
  context: Context,
  subject: Subject,
  of: string | undefined,
  answer: Answering<Result>,
): Promise<Reply<Result>> {
  if (of === undefined) return nobodyNamed(context, subject);
  switch (subject) {
    case "persona":
      return forPerson(context, undefined, "de", (row) => answer((charting) => personChart(charting, row)));
    case "franquicia":
      return forCollection(context, "de", (row) =>
        answer((charting) => {
          const found = collection(charting.catalog, row);
          const name =
            found.collection === null
              ? found.universe && ownName(charting.locale, found.universe)
              : collectionName(charting.locale, found.collection);
          return franchiseChart(charting, found, name ?? "");
        }),
      );
    case "comparar":
      return compared(context, of, answer);
  }
}

/** Which kind of thing a name means, where nobody says: a person, else a franchise. */
export function subjectOf({ find }: Context, name: string): Subject {
  if (/[,;]| vs\.? | versus /iu.test(name)) return "comparar";
  const person = find.person(name);
  if (person.kind === "found" && person.fit === "exact") return "persona";
  return find.collection(name).kind === "found" ? "franquicia" : "persona";
}

/** Two people where both parts name one exactly, else two films. */
async function compared<Result>(
  context: Context,
  of: string,
  answer: Answering<Result>,
): Promise<Reply<Result>> {
  const people = peopleIn(context, of);
  if (people !== undefined) return answer((charting) => comparedPeople(charting, people));
  const pair = await inTurns(pairOf(context, of.split(/\s*[,;]\s+/u)));
  if (pair === undefined) return nobodyNamed(context, "comparar");
  const rows: FilmRow[] = [];
  for (const { text, found } of pair) {
    const row = found.kind === "found" ? found.value : found.kind === "choices" ? found.values[0] : undefined;
    if (row === undefined) return unknownFilm(context, text);
    rows.push(row);
  }
  const [one, other] = rows as [FilmRow, FilmRow];
  return answer((charting) => comparedFilms(charting, [one, other]));
}

const BETWEEN = /\s*[,;]\s*|\s+(?:vs?\.?|versus|contra|frente a|y|e|and|con|with)\s+/iu;

function peopleIn({ find }: Context, of: string): readonly [PersonRow, PersonRow] | undefined {
  const names = of.split(BETWEEN);
  if (names.length !== 2) return undefined;
  const [one, other] = names.map((name) => find.person(name));
  if (one?.kind !== "found" || other?.kind !== "found") return undefined;
  return one.fit === "exact" && other.fit === "exact" ? [one.value, other.value] : undefined;
}

function nobodyNamed<Result>({ locale, asked }: Context, subject: Subject): Reply<Result> {
  const example = mention(asked.command, EXAMPLES[subject]);
  const text = say<RichText>(locale, {
    es: rich`Dime de quién o de qué: ${example}`,
    en: rich`Say of whom or of what: ${example}`,
  });
  return { status: "empty", result: null, answer: { kind: "empty", text } };
}

const EXAMPLES: Readonly<Record<Subject, string>> = {
  persona: "persona tom hanks",
  franquicia: "franquicia toy story",
  comparar: "comparar alien, aliens",
};

function unknownFilm<Result>({ locale }: Context, title: string): Reply<Result> {
  const typed = quoted(title);
  const text = say(locale, {
    es: `No encontré ninguna película llamada ${typed.es}.`,
    en: `I couldn't find a film called ${typed.en}.`,
  });
  return { status: "empty", result: null, answer: { kind: "empty", text } };
}
