import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import type { Line } from "../../../src/chat/answer/schema.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { integer } from "../../../src/chat/command/options.js";
import type { Context } from "../../../src/chat/contract.js";
import { count, decimal } from "../../../src/chat/format.js";
import { say } from "../../../src/chat/locale.js";
import type { Night } from "../../../src/events/night/state.js";
import type { KeptNight } from "../../../src/nights/kept.js";
import { openNights, seenInNights } from "../../../src/nights/lists.js";
import { filmRefSchema } from "../../../src/queries/refs/film.js";
import {
  filmsForNight,
  type NightSuggestion,
  type NightSuggestions,
} from "../../../src/queries/taste/for-night.js";
import { nextTurn } from "../../../src/steps.js";
import { cardOf } from "../../shared/card.js";
import { sourceOfPlatform } from "../../shared/filter/words.js";
import { shortHeading } from "../../shared/words/wording.js";
import { ACTION, pressing } from "../panel/buttons.js";
import { limitsOf } from "../propose.js";
import { nightHere, type Reached, reach } from "../reached.js";
import { filmLabels } from "../words/films.js";
import { forNight, nightOption } from "./which.js";

const resultSchema = z.object({
  night: z.string(),
  members: z.int().describe("Who take part and have rated something"),
  films: z.array(
    z.object({ film: filmRefSchema, average: z.number().nullable(), lowest: z.number().nullable() }),
  ),
});

type Suggested = z.infer<typeof resultSchema>;

export const nocheSugiere = defineCommand({
  names: { es: "noche sugiere", en: "night suggest" },
  summary: { es: "Películas que les gustarían a quienes vienen", en: "Films that those who come would like" },
  where: "groups",
  cacheable: false,
  options: z.strictObject({
    cantidad: integer({ min: 1, max: 10, default: 5 }, { es: "Cantidad", en: "Count" }),
    noche: nightOption(),
  }),
  result: resultSchema,
  positional: ["cantidad"],
  examples: ["noche sugiere"],
  async run(context, { cantidad, noche }) {
    const reached = await reach(context);
    const nights = await openNights(reached.store, reached.community);
    return forNight(context, nights, noche, async ({ id }) =>
      suggested(context, reached, await nightHere(context, reached, id), cantidad),
    );
  },
});

/** So many take part in what is suggested: others are as if they were not there. */
const MOST_MEMBERS = 40;

async function suggested(
  context: Context,
  reached: Reached,
  kept: KeptNight,
  size: number,
): Promise<Reply<Suggested>> {
  const { catalog, now } = context;
  const { store, community, person } = reached;
  const people = [...new Set([person, ...takingPart(kept.night)])].slice(0, MOST_MEMBERS);
  const [rated, seen] = await Promise.all([
    store.ratings.ofPeople(people),
    seenInNights(store, community, now),
  ]);
  const ratings = people.map((one) =>
    rated
      .filter((rating) => rating.person === one)
      .map(({ film, score, at }) => ({
        film,
        ...(score === undefined ? {} : { score }),
        at: at.toISOString(),
      })),
  );
  const found = await filmsForNight({
    catalog,
    recommender: await context.recommender(),
    ratings,
    limits: limitsOf(context, kept.night),
    leftOut: new Set([...kept.night.proposals.keys(), ...seen.keys()]),
    count: size,
    seed: Math.floor(now.getTime() / MS_PER_DAY),
    pause: nextTurn,
  });
  return told(context, kept, found);
}

const MS_PER_DAY = 86_400_000;

/** Who leads, proposed something, votes or means to come. */
function takingPart({ leader, proposals, ballots, answers }: Night): readonly string[] {
  const proposers = [...proposals.values()].map(({ by }) => by);
  const coming = [...answers].flatMap(([person, answer]) => (answer === "no" ? [] : person));
  return [leader, ...proposers, ...ballots.keys(), ...coming].filter((person) => person !== null);
}

function told(
  context: Context,
  { id, night }: KeptNight,
  { members, films }: NightSuggestions,
): Reply<Suggested> {
  const { locale } = context;
  const result = { night: id, members, films: films.map(figuresOf) };
  if (films.length === 0) {
    const text = say(locale, {
      es: "No encuentro ninguna que quepa en esta noche y nadie haya visto.",
      en: "I find none that fits this night and nobody has seen.",
    });
    return { status: "empty", result, answer: { kind: "empty", text }, cacheable: false };
  }
  const press = pressing(id, locale);
  const label = filmLabels(context);
  const why = (suggestion: NightSuggestion): Pick<Line, "why"> => {
    const { average, lowest } = figuresOf(suggestion);
    if (average === null || lowest === null) return {};
    const [mean, least] = [decimal(locale, average, 1), decimal(locale, lowest, 1)];
    return {
      why: say(locale, {
        es: `le darían ${mean} de media; quien menos, ${least}`,
        en: `they would give it ${mean} on average; ${least} at least`,
      }),
    };
  };
  const title =
    members === 0
      ? { es: "Muy apreciadas, para la noche", en: "Well liked, for the night" }
      : { es: "Para quienes vienen", en: "For those who come" };
  const footer =
    members === 0
      ? {
          es: "De quienes participan aún no sé gustos: estas gustan a casi todo el mundo.",
          en: "I know nobody's taste yet: these are liked by nearly everybody.",
        }
      : {
          es: `Por las notas de ${count(locale, members, PEOPLE)}: nadie les daría menos de 5, y nadie las ha visto.`,
          en: `By the ratings of ${count(locale, members, PEOPLE)}: nobody would give them less than 5, and nobody has seen them.`,
        };
  return {
    status: "ok",
    result,
    cacheable: false,
    answer: {
      kind: "list",
      title: say(locale, title),
      list: {
        numbered: true,
        lines: films.map((one) => ({
          head: shortHeading(locale, one.film),
          ...why(one),
          asks: cardOf(one.film),
        })),
      },
      actions: films.map(({ film }) =>
        press(
          ACTION.propose,
          { f: film.id },
          say(locale, { es: `Proponer ${label(film.id)}`, en: `Propose ${label(film.id)}` }),
        ),
      ),
      footer: [say(locale, footer), ...offeredWhere(context, night)].join(" "),
    },
  };
}

const PEOPLE = { es: { one: "persona", other: "personas" }, en: { one: "person", other: "people" } };

/** Of what country it is known what the night's platform has. */
function offeredWhere(context: Context, night: Night): string[] {
  const { platform } = limitsOf(context, night);
  return platform === null ? [] : sourceOfPlatform(context, platform, night.rules.platform ?? platform);
}

function figuresOf({ film, predicted }: NightSuggestion): Suggested["films"][number] {
  if (predicted.length === 0) return { film, average: null, lowest: null };
  const sum = predicted.reduce((total, one) => total + one, 0);
  return { film, average: sum / predicted.length, lowest: Math.min(...predicted) };
}
