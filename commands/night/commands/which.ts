/** Which night is meant, of those that are open here. */
import type { Reply } from "../../../src/chat/answer/reply.js";
import { mention, type RichWords, rich } from "../../../src/chat/answer/rich-text.js";
import { text } from "../../../src/chat/command/options.js";
import type { Context } from "../../../src/chat/contract.js";
import { say } from "../../../src/chat/locale.js";
import { foldName, quoted } from "../../../src/chat/text.js";
import type { ListedNight } from "../../../src/nights/kept.js";
import { openNights, pastNights } from "../../../src/nights/lists.js";
import type { Words } from "../../../src/words.js";
import type { Reached } from "../reached.js";
import { moment } from "../words/times.js";

export const nightOption = () =>
  text({
    es: "Noche",
    en: "Night",
    help: {
      es: "Cuál, si hay varias: parte de su título",
      en: "Which, where there are several: part of its title",
    },
  }).optional();

/** Of the nights that ended last, so many may still be ahead. */
const LOOKED_THROUGH = 10;

/** For so long a night whose film has no time yet may still be shown. */
const WAITED = 7 * 86_400_000;

/**
 * Open nights, and those whose film is still to be shown.
 * @param timeless those too that ended lately and whose film has no time yet
 */
export async function nightsAhead(
  context: Context,
  { store, community }: Reached,
  { timeless = false } = {},
): Promise<readonly ListedNight[]> {
  const past = await pastNights(store, community, { from: 0, size: LOOKED_THROUGH });
  const now = context.now.toISOString();
  const since = context.now.getTime() - WAITED;
  const ahead = past.items.filter(({ winner, showing, endedAt }) => {
    if (winner === null) return false;
    return showing === null ? timeless && (endedAt?.getTime() ?? 0) > since : showing > now;
  });
  return [...(await openNights(store, community)), ...ahead];
}

/** Those, and those that ended last, where one of them is named. */
export async function nightsToShow(
  context: Context,
  reached: Reached,
  named: string | undefined,
): Promise<readonly ListedNight[]> {
  const ahead = await nightsAhead(context, reached);
  if (ahead.some((night) => named === undefined || isCalled(night, named))) return ahead;
  if (named === undefined) return endedLately(context, reached);
  const past = await pastNights(reached.store, reached.community, { from: 0, size: LOOKED_THROUGH });
  return past.items.some((night) => isCalled(night, named)) ? past.items : ahead;
}

/** The last night, where people may still want to see how it came out or say that they came. */
async function endedLately({ now }: Context, { store, community }: Reached): Promise<readonly ListedNight[]> {
  const { items } = await pastNights(store, community, { from: 0, size: 1 });
  return items.filter(({ endedAt }) => (endedAt?.getTime() ?? 0) > now.getTime() - WAITED);
}

/** Answers for the night that is meant, or asks back which. */
export async function forNight<Result>(
  context: Context,
  nights: readonly ListedNight[],
  named: string | undefined,
  answer: (night: ListedNight) => Promise<Reply<Result>>,
): Promise<Reply<Result>> {
  const fitting = named === undefined ? nights : nights.filter((night) => isCalled(night, named));
  const [night, ...others] = fitting;
  if (night === undefined) return none(context, named, nights.length > 0);
  return others.length === 0 ? answer(night) : whichOne(context, fitting);
}

function isCalled({ id, title }: ListedNight, named: string): boolean {
  return id === named || foldName(title).includes(foldName(named));
}

function whichOne({ asked, locale }: Context, nights: readonly ListedNight[]): Reply<never> {
  const choices = nights.map(({ id, title, deadline, zone }) => ({
    label: `${title} · ${moment(locale, deadline, zone)}`,
    command: asked.command,
    options: { ...asked.options, noche: id },
  }));
  const title = say(locale, { es: "¿Qué noche?", en: "Which night?" });
  return { status: "choices", result: null, answer: { kind: "choices", title, choices }, cacheable: false };
}

function none({ locale }: Context, named: string | undefined, areOthers: boolean): Reply<never> {
  const typed = named === undefined ? undefined : quoted(named);
  const words: Words =
    typed === undefined
      ? { es: "No hay ninguna noche abierta.", en: "No night is open." }
      : {
          es: `No hay ninguna noche abierta que se llame ${typed.es}.`,
          en: `No night called ${typed.en} is open.`,
        };
  return {
    status: "empty",
    result: null,
    answer: { kind: "empty", text: say(locale, areOthers ? withOthers(words) : withHowTo(words)) },
    cacheable: false,
  };
}

/** Somebody may have typed a film to vote for. */
function withOthers(words: Words): RichWords {
  return {
    es: rich`${words.es} Para ver las que hay y votar con sus botones: ${mention("noche ver")}`,
    en: rich`${words.en} To see those there are and vote by their buttons: ${mention("noche ver")}`,
  };
}

function withHowTo(words: Words): RichWords {
  return {
    es: rich`${words.es} Para abrir una: ${mention("noche abrir", "noche de terror cierra=2h")}`,
    en: rich`${words.en} To open one: ${mention("noche abrir", "horror night cierra=2h")}`,
  };
}
