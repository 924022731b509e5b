/** What somebody, or a community, likes: the same figures as their answers tell, and nothing more. */
import { count, decimal, number } from "../../../chat/format.js";
import { type Locale, say } from "../../../chat/locale.js";
import type { Community } from "../../../queries/taste/community.js";
import type { Profile } from "../../../queries/taste/profile.js";
import type { Chart } from "../../chart.js";
import { bars } from "../../specs/bars.js";
import { columns } from "../../specs/columns.js";
import { genreName } from "../../words.js";

/** How often somebody gave each score; undefined where they gave none. */
export function scoresChart(locale: Locale, { distribution, average, rated }: Profile): Chart | undefined {
  if (average === null) return undefined;
  const most = distribution.lastIndexOf(Math.max(...distribution)) + 1;
  return {
    topic: "perfil",
    title: say(locale, { es: "Tus notas", en: "Your scores" }),
    sentence: say(locale, {
      es: `De ${count(locale, rated, SCORES)}, la media es ${decimal(locale, average, 1)}; la que más pones es un ${most} (${number(locale, distribution[most - 1] ?? 0)}).`,
      en: `Of ${count(locale, rated, SCORES)} the average is ${decimal(locale, average, 1)}; most often you give ${most} (${number(locale, distribution[most - 1] ?? 0)}).`,
    }),
    columns: [
      { name: say(locale, { es: "Nota", en: "Score" }), kind: "text" },
      { name: say(locale, { es: "Películas", en: "Films" }), kind: "count" },
    ],
    rows: distribution.map((times, at) => [String(at + 1), times]),
    drawing: {
      kind: "plot",
      spec: columns({
        language: locale.language,
        bars: distribution.map((times, at) => ({ label: String(at + 1), value: times })),
        y: say(locale, { es: "películas", en: "films" }),
        valued: true,
      }),
    },
    asks: [],
  };
}

/** The genres that a community likes best; undefined where it has none that it likes more than others. */
export function communityChart(locale: Locale, { genres, people }: Community): Chart | undefined {
  const liked = genres.flatMap(({ name, rated, average }) =>
    average === null ? [] : [{ name: genreName(locale, name), rated, average }],
  );
  const [best] = liked;
  if (best === undefined) return undefined;
  const members = count(locale, people, PEOPLE);
  const told = `${best.name.toLocaleLowerCase(locale.tag)} (${decimal(locale, best.average, 1)})`;
  return {
    topic: "servidor",
    title: say(locale, { es: "Los géneros que más gustan aquí", en: "The genres people like most here" }),
    sentence: say(locale, {
      es: `De ${members}, el género que más gusta es ${told}: media de sus notas.`,
      en: `Of ${members}, the genre liked most is ${told}: the mean of their scores.`,
    }),
    columns: [
      { name: say(locale, { es: "Género", en: "Genre" }), kind: "text" },
      { name: say(locale, { es: "Nota media", en: "Average score" }), kind: "decimal" },
      { name: say(locale, { es: "Notas", en: "Scores" }), kind: "count" },
    ],
    rows: liked.map(({ name, average, rated }) => [name, average, rated]),
    drawing: {
      kind: "plot",
      spec: bars(
        liked.map(({ name, average }) => ({
          label: name,
          value: average,
          text: decimal(locale, average, 1),
        })),
        { most: 10 },
      ),
    },
    asks: [],
  };
}

const SCORES = { es: { one: "nota", other: "notas" }, en: { one: "score", other: "scores" } };
const PEOPLE = { es: { one: "persona", other: "personas" }, en: { one: "person", other: "people" } };
