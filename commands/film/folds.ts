/** The parts of a film's card that open: the synopsis that there is only in another language, what else is known, money. */
import type { Field, Fold } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { date, decimal, list } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import type { Card } from "../../src/queries/film/card.js";
import type { Words } from "../../src/words.js";
import { collectionName } from "../shared/words/collections.js";
import { MONEY, moneySentence } from "../shared/words/money.js";
import { whereToWatch } from "../shared/words/watching.js";
import { genreName, votesOf } from "../shared/words/wording.js";
import { GLANCED } from "./glance.js";

/** What of a question they depend on. */
type Told = Pick<Context, "find" | "locale" | "settings"> & Partial<Pick<Context, "aspect">>;

export function folds(context: Told, result: Card): Fold[] {
  const { locale } = context;
  const money = moneySentence(locale, result.money);
  const more = fields(context, result);
  return [
    synopsis(context, result),
    more.length > 0 ? { label: say(locale, { es: "Más datos", en: "More" }), fields: more } : [],
    money === undefined ? [] : { label: say(locale, MONEY), text: money },
  ].flat();
}

/** Where there is none in the reader's language, that of the other says what it is; the own one opens where it is not told. */
function synopsis({ locale, aspect, settings }: Told, { synopsisEs, overview }: Card): Fold[] {
  const [own, other] = say(locale, { es: [synopsisEs, overview], en: [overview, synopsisEs] });
  const spoiler = settings.synopses === "folded";
  if (own && !spoiler && aspect !== "watching") return [];
  const text = own ?? other;
  if (!text) return [];
  const label = own
    ? { es: "Sinopsis", en: "Synopsis" }
    : { es: "Sinopsis (en inglés)", en: "Synopsis (in Spanish)" };
  return [{ label: say(locale, label), text, ...(spoiler ? { spoiler } : {}) }];
}

/** What the glance leaves out, in the order in which people ask for it. */
function fields(context: Told, result: Card): Field[] {
  const { locale, find } = context;
  const label = (vocabulary: "country" | "language", code: string) => {
    const term = find.term(vocabulary, code);
    return term.kind === "found" ? say(locale, term.value.label) : code;
  };
  const beyond = (values: readonly string[], glanced: number) =>
    values.length > glanced ? list(locale, values) : null;
  const names = (people: Card["cast"]) => people.map(({ name }) => name);
  const known: [name: Words, value: string | null][] = [
    [{ es: "Estreno", en: "Released" }, result.releaseDate && date(locale, result.releaseDate)],
    [{ es: "Dirección", en: "Directed by" }, beyond(names(result.directors), GLANCED.directors)],
    [{ es: "Reparto", en: "Cast" }, beyond(names(result.cast), GLANCED.cast)],
    [
      { es: "Géneros", en: "Genres" },
      beyond(
        result.genres.map((genre) => genreName(context, genre)),
        GLANCED.genres,
      ),
    ],
    [
      { es: "País", en: "Country" },
      list(
        locale,
        result.countries.map((code) => label("country", code)),
      ),
    ],
    [
      { es: "Idioma original", en: "Original language" },
      result.originalLanguage && label("language", result.originalLanguage),
    ],
    [{ es: "Parte de", en: "Part of" }, result.collection && collectionName(locale, result.collection)],
    [{ es: "Votos", en: "Votes" }, votes(locale, result)],
  ];
  const { before = [] } = whereToWatch(context, result);
  return [
    ...known.flatMap(([name, value]) => (value ? [{ name: say(locale, name), value }] : [])),
    ...[before].flat(),
  ];
}

function votes(locale: Locale, { voteCount, votesYear, voteAverage }: Card): string | null {
  if (voteCount === null || voteCount === 0) return null;
  const count = votesOf(locale, voteCount, votesYear);
  if (voteAverage === null) return count;
  const average = decimal(locale, voteAverage, 1);
  return say(locale, { es: `${count} · nota media ${average}`, en: `${count} · average ${average}` });
}
