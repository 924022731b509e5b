/** What those who lead a night do with a press: its course, its evening, and who leads it. */
import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import { plainText, type RichWords, rich } from "../../../src/chat/answer/rich-text.js";
import type { RichText } from "../../../src/chat/answer/schema.js";
import { defineAction } from "../../../src/chat/command/action.js";
import type { ActionHandler, Context } from "../../../src/chat/contract.js";
import { count, list } from "../../../src/chat/format.js";
import { say } from "../../../src/chat/locale.js";
import type { NightCommand } from "../../../src/events/night/command.js";
import type { Night } from "../../../src/events/night/state.js";
import type { KeptNight } from "../../../src/nights/kept.js";
import { done, nightHere, reach, shown } from "../reached.js";
import { filmName } from "../words/films.js";
import { outcomeText } from "../words/outcome.js";
import { momentIn } from "../words/times.js";
import { ACTION, DEEDS, type Deed } from "./buttons.js";
import { inMenu, night } from "./states.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const lead = defineAction({
  name: ACTION.lead,
  state: z.strictObject({ n: night, d: z.enum(DEEDS), m: inMenu }),
  async run(context, { n, d, m }): Promise<Reply> {
    const reached = await reach(context);
    const { night } = await nightHere(context, reached, n);
    // A film cannot begin before it is chosen anew: when, is said again.
    const begins = night.showing === null ? Number.POSITIVE_INFINITY : Date.parse(night.showing.instant);
    if (d === "reopen" && begins < context.now.getTime() + DAY)
      await done(context, reached, n, { kind: "setShowing", showing: null }, "/showing");
    const kept = await done(context, reached, n, (now) => deed(d, now, context.now));
    return toldIn(context, kept, toldOf(context, kept, d), m !== undefined);
  },
});

/** As many of those that lost as the next night may begin with. */
const MOST_CARRIED = 5;

function deed(which: Deed, night: Night, now: Date): NightCommand {
  const later = (milliseconds: number) =>
    new Date(Math.max(now.getTime(), Date.parse(night.deadline)) + milliseconds).toISOString();
  switch (which) {
    case "hour":
      return { kind: "extend", deadline: later(HOUR) };
    case "day":
      return { kind: "extend", deadline: later(DAY) };
    case "reopen":
      return { kind: "reopen", deadline: new Date(now.getTime() + DAY).toISOString() };
    case "carry":
      return { kind: "carryOver", most: MOST_CARRIED };
    default:
      return { kind: which };
  }
}

const when = defineAction({
  name: ACTION.when,
  /** Minutes since 1970; 0 for no time. */
  state: z.strictObject({ n: night, t: z.coerce.number().int().min(0).max(99_999_999), m: inMenu }),
  async run(context, { n, t, m }): Promise<Reply> {
    const reached = await reach(context);
    const { zone } = await nightHere(context, reached, n);
    const kept = await done(context, reached, n, (now) => ({
      kind: "setShowing",
      showing:
        t === 0 ? null : { instant: new Date(t * MINUTE).toISOString(), zone: now.showing?.zone ?? zone },
    }));
    return toldIn(context, kept, say<RichText>(context.locale, showingWords(context, kept)), m !== undefined);
  },
});

const allCame = defineAction({
  name: ACTION.allCame,
  state: z.strictObject({ n: night, m: inMenu }),
  async run(context, { n, m }): Promise<Reply> {
    const reached = await reach(context);
    const { night } = await nightHere(context, reached, n);
    const people = [...night.answers].filter(([who, said]) => said === "yes" && !night.attendance.has(who));
    for (const [at, [person]] of people.entries())
      await done(context, reached, n, { kind: "attend", came: true, person }, `/${at}`);
    const told = {
      es: `Anotado: ${count(context.locale, people.length, CAME)}.`,
      en: `Noted: ${count(context.locale, people.length, CAME)}.`,
    };
    return toldIn(context, await nightHere(context, reached, n), say(context.locale, told), m !== undefined);
  },
});

const CAME = {
  es: { one: "persona vino", other: "personas vinieron" },
  en: { one: "person came", other: "people came" },
};

/** In the menu it is all that is left of it; beside the panel it is told to whoever pressed. */
function toldIn(context: Context, kept: KeptNight, told: RichText, isMenu: boolean): Reply {
  if (!isMenu)
    return { ...shown(context, kept), ...(told === "" ? {} : { aside: { text: plainText(told) } }) };
  const answer = { kind: "figure", title: kept.night.rules.title, text: told } as const;
  return { status: "ok", result: null, answer, cacheable: false };
}

function toldOf(context: Context, kept: KeptNight, which: Deed): RichText {
  return say<RichText>(context.locale, wordsOf(context, kept, which));
}

function wordsOf(context: Context, kept: KeptNight, which: Deed): RichWords {
  const { locale } = context;
  const { night, zone } = kept;
  switch (which) {
    case "hour":
    case "day": {
      const until = momentIn(locale, night.deadline, zone);
      return { es: rich`Se vota hasta el ${until}.`, en: rich`Votes are taken until ${until}.` };
    }
    case "lock":
      return { es: "Ya no se propone más.", en: "No more films are proposed." };
    case "close": {
      const text = outcomeText(context, night);
      return { es: `La votación terminó. ${text}`, en: `Voting is over. ${text}` };
    }
    case "cancel":
      return { es: "La noche se canceló.", en: "The night is cancelled." };
    case "stepDown":
      return {
        es: "Ya no la llevas: la lleva quien pulse «La llevo yo» en el mensaje de la noche.",
        en: "You lead it no more: whoever presses “I will lead it” below the night does.",
      };
    case "takeLead":
      return { es: "Desde ahora la llevas tú.", en: "You lead it from now on." };
    case "carry": {
      const films = list(
        locale,
        (night.carriedOver ?? []).map(({ film }) => filmName(context, film)),
      );
      return { es: `Guardadas para la próxima: ${films}.`, en: `Kept for the next night: ${films}.` };
    }
    case "skip":
    case "reopen":
      return { es: "", en: "" };
  }
}

/** When its film is shown, or that this is open again. */
export function showingWords(
  { locale }: Pick<Context, "locale">,
  { night: { showing } }: KeptNight,
): RichWords {
  if (showing === null) return { es: "La noche ya no tiene hora.", en: "The night has no time any more." };
  const at = momentIn(locale, showing.instant, showing.zone);
  return { es: rich`Se ve el ${at}.`, en: rich`It is shown on ${at}.` };
}

export const leadActions: readonly ActionHandler[] = [lead, when, allCame];
