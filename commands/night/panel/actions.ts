/** What the buttons below a night do. Whatever a button says is checked: which night, whose community, who presses. */
import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import { plainText } from "../../../src/chat/answer/rich-text.js";
import { defineAction } from "../../../src/chat/command/action.js";
import type { ActionHandler, Context } from "../../../src/chat/contract.js";
import { say } from "../../../src/chat/locale.js";
import type { NightCommand } from "../../../src/events/night/command.js";
import type { Night } from "../../../src/events/night/state.js";
import type { Asking } from "../../../src/nights/nights.js";
import type { Words } from "../../../src/words.js";
import { proposal } from "../propose.js";
import { done, followed, nightHere, reach, shown } from "../reached.js";
import { wantedFor } from "../wanted.js";
import { filmName } from "../words/films.js";
import { needsTelling, ownBallot, pressed } from "./ballots.js";
import { ACTION, DEEDS, type Deed, VIEWS } from "./buttons.js";
import type { Part } from "./panel.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const night = z.string().regex(/^[\w-]{1,20}$/u);
const film = z.coerce.number().int().positive();
const page = z.coerce.number().int().min(0).max(20).optional();

const vote = defineAction({
  name: ACTION.vote,
  state: z.strictObject({ n: night, f: film, p: page, s: z.coerce.number().int().min(1).max(5).optional() }),
  async run(context, { n, f, p, s }): Promise<Reply> {
    const reached = await reach(context);
    const { person } = reached;
    const kept = await done(context, reached, n, (now) => pressed(now, person, f, s));
    const answer = ownBallot(context, kept, person, f);
    // Where the panel says as much, the words are enough.
    const aside = needsTelling(kept.night) ? { answer } : { text: plainText(answer.text ?? "") };
    return { ...shown(context, kept, { page: p }), aside };
  },
});

const mine = defineAction({
  name: ACTION.mine,
  state: z.strictObject({ n: night, d: z.enum(["show", "retract"]) }),
  async run(context, { n, d }): Promise<Reply> {
    const reached = await reach(context);
    const kept =
      d === "retract"
        ? await done(context, reached, n, { kind: "retract" })
        : await nightHere(context, reached, n);
    return { ...shown(context, kept), aside: { answer: ownBallot(context, kept, reached.person) } };
  },
});

const answer = defineAction({
  name: ACTION.answer,
  state: z.strictObject({ n: night, a: z.enum(["yes", "no", "maybe"]) }),
  async run(context, { n, a }): Promise<Reply> {
    const reply = await doOne(context, n, { kind: "answer", answer: a });
    return { ...reply, aside: { text: say(context.locale, ANSWERED[a]) } };
  },
});

const attend = defineAction({
  name: ACTION.attend,
  state: z.strictObject({ n: night, a: z.enum(["yes", "no"]) }),
  async run(context, { n, a }): Promise<Reply> {
    const reply = await doOne(context, n, { kind: "attend", came: a === "yes" });
    return { ...reply, aside: { text: say(context.locale, ATTENDED[a]) } };
  },
});

const ANSWERED = {
  yes: { es: "Apuntado: vienes.", en: "Noted: you are coming." },
  maybe: { es: "Apuntado: quizá vienes.", en: "Noted: you may come." },
  no: { es: "Apuntado: no puedes venir.", en: "Noted: you cannot come." },
} as const satisfies Readonly<Record<string, Words>>;

const ATTENDED = {
  yes: { es: "Apuntado: estuviste.", en: "Noted: you were there." },
  no: { es: "Apuntado: no estuviste.", en: "Noted: you were not there." },
} as const satisfies Readonly<Record<string, Words>>;

const view = defineAction({
  name: ACTION.view,
  state: z.strictObject({ n: night, v: z.enum(VIEWS), p: page }),
  async run(context, { n, v, p }): Promise<Reply> {
    return shown(context, await nightHere(context, await reach(context), n), { view: v, page: p });
  },
});

const veto = defineAction({
  name: ACTION.veto,
  state: z.strictObject({ n: night, f: film, p: page }),
  async run(context, { n, f, p }): Promise<Reply> {
    const reached = await reach(context);
    const { person, moderates } = reached;
    const kept = await done(context, reached, n, (now) => vetoOrLift(now, f, person, moderates));
    return {
      ...shown(context, kept, { view: "veto", page: p }),
      aside: { answer: ownBallot(context, kept, person) },
    };
  },
});

/** One's own veto is lifted; a moderator lifts that of others. */
function vetoOrLift(now: Night, film: number, person: string, moderates: boolean): NightCommand {
  if (now.vetoes.get(person)?.includes(film)) return { kind: "liftVeto", film };
  const of = [...now.vetoes].find(([, films]) => films.includes(film))?.[0];
  return moderates && of !== undefined ? { kind: "liftVeto", film, of } : { kind: "veto", film };
}

const ban = defineAction({
  name: ACTION.ban,
  state: z.strictObject({ n: night, f: film, p: page }),
  run: (context, { n, f, p }) =>
    doOne(context, n, (now) => ({ kind: now.banned.has(f) ? "unban" : "ban", film: f }), {
      view: "ban",
      page: p,
    }),
});

const withdraw = defineAction({
  name: ACTION.withdraw,
  state: z.strictObject({ n: night, f: film, p: page }),
  run: (context, { n, f }) => doOne(context, n, { kind: "withdraw", film: f }),
});

const propose = defineAction({
  name: ACTION.propose,
  state: z.strictObject({ n: night, f: film }),
  async run(context, { n, f }): Promise<Reply> {
    const reached = await reach(context);
    const { night } = await nightHere(context, reached, n);
    const kept = await done(context, reached, n, await proposal(context, reached, night, f));
    const name = filmName(context, f);
    const text = say(context.locale, { es: `Propuesta: ${name}.`, en: `Proposed: ${name}.` });
    return { ...followed(context, reached, kept), aside: { text } };
  },
});

const wanted = defineAction({
  name: ACTION.wanted,
  state: z.strictObject({ n: night }),
  async run(context, { n }): Promise<Reply> {
    const reached = await reach(context);
    return wantedFor(context, reached, await nightHere(context, reached, n));
  },
});

const lead = defineAction({
  name: ACTION.lead,
  state: z.strictObject({ n: night, d: z.enum(DEEDS) }),
  async run(context, { n, d }): Promise<Reply> {
    const reached = await reach(context);
    const { night } = await nightHere(context, reached, n);
    // A film cannot begin before it is chosen anew: when, is said again.
    const begins = night.showing === null ? Number.POSITIVE_INFINITY : Date.parse(night.showing.instant);
    if (d === "reopen" && begins < context.now.getTime() + DAY)
      await done(context, reached, n, { kind: "setShowing", showing: null }, "/showing");
    return shown(context, await done(context, reached, n, (now) => deed(d, now, context.now)));
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

async function doOne(context: Context, id: string, asking: Asking, part?: Part): Promise<Reply> {
  return shown(context, await done(context, await reach(context), id, asking), part);
}

export const nightActions: readonly ActionHandler[] = [
  vote,
  mine,
  answer,
  attend,
  view,
  veto,
  ban,
  withdraw,
  propose,
  wanted,
  lead,
];
