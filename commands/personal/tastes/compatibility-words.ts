/** How far two tastes go together, in words. */
import type { Answer, Field } from "../../../src/chat/answer/schema.js";
import type { NamedPerson } from "../../../src/chat/asking.js";
import type { Context } from "../../../src/chat/contract.js";
import { list, percent } from "../../../src/chat/format.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import type { Verdict } from "../../../src/queries/taste/agreement.js";
import type { Compatibility } from "../../../src/queries/taste/compatibility.js";
import type { Words } from "../../../src/words.js";
import { cardOf } from "../../shared/card.js";
import { filmCount, genreName, shortHeading } from "../../shared/words/wording.js";

/** @param isOwn whether the first of the two is whoever asks */
export function compared(
  context: Context,
  [one, other]: readonly [NamedPerson, NamedPerson],
  result: Compatibility,
  isOwn: boolean,
): Answer {
  const { locale } = context;
  const loved = result.bothLoved.films.map(({ film, scores: [a, b] }) => ({
    head: shortHeading(locale, film),
    details: [`${a} · ${b}`],
    asks: cardOf(film),
  }));
  const title = say(locale, { es: `${one.name} y ${other.name}`, en: `${one.name} and ${other.name}` });
  return {
    kind: "figure",
    title: result.percent === null ? title : `${title}: ${percent(locale, result.percent / 100)}`,
    text: verdictText(locale, result, isOwn),
    fields: fields(context, [one.name, other.name], result),
    ...(loved.length === 0
      ? {}
      : {
          list: {
            heading: say(locale, { es: "Les encantaron a los dos:", en: "Both loved:" }),
            lines: loved,
          },
        }),
  };
}

const VERDICTS: Readonly<Record<Verdict, Words>> = {
  opposite: { es: "Gustos opuestos.", en: "Opposite tastes." },
  different: { es: "Gustos distintos.", en: "Different tastes." },
  mixed: { es: "Unas sí, otras no.", en: "Some yes, some no." },
  alike: { es: "Gustos parecidos.", en: "Similar tastes." },
  same: { es: "Casi el mismo gusto.", en: "Nearly the same taste." },
};

function verdictText(
  locale: Locale,
  { verdict, by, sure, common, fewest }: Compatibility,
  isOwn: boolean,
): string {
  const films = filmCount(locale, common);
  if (verdict === null) {
    return say(locale, {
      es: `Hay muy poco para comparar: ${films} en común. Hacen falta ${fewest}${isOwn ? ", o diez notas de cada uno" : ""}.`,
      en: `There is too little to compare: ${films} in common. It takes ${fewest}${isOwn ? ", or ten scores of each" : ""}.`,
    });
  }
  const said = say(locale, VERDICTS[verdict]);
  if (by === "genres") {
    return say(locale, {
      es: `${said} Solo por géneros: tienen ${films} en común, muy pocas.`,
      en: `${said} By genres alone: they have ${films} in common, too few.`,
    });
  }
  const doubt =
    sure === "low"
      ? say(locale, { es: " Es poco: tómalo con pinzas.", en: " Not many: take it lightly." })
      : "";
  return say(locale, {
    es: `${said} Por ${films} en común.${doubt}`,
    en: `${said} By ${films} in common.${doubt}`,
  });
}

function fields(context: Context, names: readonly [string, string], result: Compatibility): Field[] {
  const { locale } = context;
  const { bothLike, dividedBy, disagreement } = result;
  const genres = bothLike.map((genre) => genreName(context, genre));
  const [a, b] = disagreement?.scores ?? [0, 0];
  const known: readonly (readonly [Words, string | null])[] = [
    [{ es: "Les gusta", en: "Both like" }, genres.length === 0 ? null : list(locale, genres)],
    [
      { es: "Les separa", en: "What divides them" },
      dividedBy === null ? null : genreName(context, dividedBy),
    ],
    [
      { es: "Donde más chocan", en: "Where they clash most" },
      disagreement === null
        ? null
        : `${shortHeading(locale, disagreement.film)} (${names[0]} ${a}, ${names[1]} ${b})`,
    ],
  ];
  return known.flatMap(([name, value]) => (value === null ? [] : [{ name: say(locale, name), value }]));
}
