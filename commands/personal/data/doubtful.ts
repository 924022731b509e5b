/** Films of an import that may be one or another: whoever brought them says which, one press each. */
import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import type { Action, Answer, Line } from "../../../src/chat/answer/schema.js";
import { defineAction } from "../../../src/chat/command/action.js";
import type { Context } from "../../../src/chat/contract.js";
import { knownAsker, storeOf } from "../../../src/chat/kept.js";
import { say } from "../../../src/chat/locale.js";
import type { ReadList } from "../../../src/chat/ports.js";
import { filmOfId } from "../../../src/queries/refs/film.js";
import type { Repositories } from "../../../src/store/port.js";
import type { Words } from "../../../src/words.js";
import { filmCount, shortHeading } from "../../shared/words/wording.js";
import { MOST_RATED, MOST_WANTED } from "../films/film.js";

/** Under what the films are kept with whoever brought them, until they said which is meant. */
const DOUBTFUL = "imported-doubtful";

/** Kept of one import, shown at a time, and films that one may be. */
const MOST_KEPT = 200;
const SHOWN = 4;
const MOST_MEANT = 3;

const id = z.int().positive();
const keptSchema = z.array(
  z.object({
    films: z.array(id).min(1).max(MOST_MEANT),
    score: z.int().min(1).max(10).optional(),
    /** ISO 8601. */
    at: z.string(),
    /** Whether it is only wanted. */
    wanted: z.literal(true).optional(),
  }),
);

type Doubtful = z.infer<typeof keptSchema>[number];

const film = z.coerce.number().int().positive();

/** Shows what is in doubt; takes the film that was picked, or leaves out the one that it might be. */
export const dudosas = defineAction({
  name: "dudosas",
  state: z.strictObject({ film: film.optional(), leave: film.optional() }),
  async run(context, { film: picked, leave }): Promise<Reply> {
    const { now } = context;
    const { id: person } = knownAsker(context);
    const store = await storeOf(context);
    const kept = await doubtfulOf(store, person);
    const meant = kept.find(({ films }) => films.includes(picked ?? leave ?? 0));
    const left = kept.filter((one) => one !== meant);
    if (meant !== undefined) {
      if (picked !== undefined) await keep(store, person, picked, meant);
      await store.people.choose(person, DOUBTFUL, left.length > 0 ? JSON.stringify(left) : undefined, now);
    }
    return { status: "ok", result: { left: left.length }, answer: doubtfulAnswer(context, left) };
  },
});

/** Keeps what is in doubt of an import, in the place of what was of one before. */
export async function keepDoubtful(
  { people }: Pick<Repositories, "people">,
  person: string,
  { matched }: ReadList,
  now: Date,
): Promise<void> {
  const doubtful = matched.ambiguous.slice(0, MOST_KEPT).map(({ entry, films }): Doubtful => {
    const { rating, seen, wanted } = entry;
    const at = rating?.at ?? seen ?? wanted ?? now.toISOString();
    const isWanted = rating === undefined && seen === undefined && wanted !== undefined;
    return {
      films: films.slice(0, MOST_MEANT),
      at,
      ...(rating === undefined ? {} : { score: rating.score }),
      ...(isWanted ? { wanted: true } : {}),
    };
  });
  const some = doubtful.filter(({ films }) => films.length > 0);
  await people.choose(person, DOUBTFUL, some.length > 0 ? JSON.stringify(some) : undefined, now);
}

async function doubtfulOf(
  { people }: Pick<Repositories, "people">,
  person: string,
): Promise<readonly Doubtful[]> {
  const text = (await people.choices(person)).get(DOUBTFUL);
  if (text === undefined) return [];
  return keptSchema.safeParse(JSON.parse(text)).data ?? [];
}

async function keep(
  { ratings, lists }: Pick<Repositories, "ratings" | "lists">,
  person: string,
  picked: number,
  { score, at, wanted }: Doubtful,
): Promise<void> {
  const one = { film: picked, at: new Date(at) };
  if (wanted) await lists.addMany({ person }, [one], person, MOST_WANTED);
  else await ratings.setMany(person, [{ ...one, ...(score === undefined ? {} : { score }) }], MOST_RATED);
}

function doubtfulAnswer(context: Context, left: readonly Doubtful[]): Answer {
  const { locale } = context;
  const shown = left.slice(0, SHOWN).map((one) => ({ one, names: namesOf(context, one) }));
  if (shown.length === 0) return { kind: "figure", text: say(locale, DONE) };
  const lines = shown.map(({ one, names }): Line => {
    const score = one.score === undefined ? [] : [`${one.score}/10`];
    return { head: names.map(({ label }) => label).join(" / "), details: score };
  });
  const actions = shown.flatMap(({ one, names }): Action[] => {
    const [first] = one.films;
    const none = dudosas.button(say(locale, NEITHER), { leave: first ?? 0 });
    return [...names.map(({ label, film: meant }) => dudosas.button(label, { film: meant })), none];
  });
  return {
    kind: "choices",
    title: say(locale, WHICH),
    text: say(locale, {
      es: `${left.length === 1 ? "Falta" : "Faltan"} ${filmCount(locale, left.length)}. Pulsa la que es.`,
      en: `${filmCount(locale, left.length)} to go. Press the right one.`,
    }),
    list: { numbered: false, lines },
    actions,
  };
}

function namesOf({ catalog, locale }: Context, { films }: Doubtful) {
  return films.flatMap((one) => {
    const ref = filmOfId(catalog, one);
    return ref === undefined ? [] : [{ film: one, label: shortHeading(locale, ref) }];
  });
}

const WHICH: Words = { es: "¿Cuál de ellas es?", en: "Which of them is it?" };
const NEITHER: Words = { es: "Ninguna", en: "Neither" };
const DONE: Words = { es: "Ya no queda ninguna dudosa.", en: "None is in doubt any more." };
