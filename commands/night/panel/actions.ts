/** What the buttons below a night do. Whatever a button says is checked: which night, whose community, who presses. */
import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import { plainText } from "../../../src/chat/answer/rich-text.js";
import type { Answer, RichText } from "../../../src/chat/answer/schema.js";
import { defineAction } from "../../../src/chat/command/action.js";
import type { ActionHandler, Context } from "../../../src/chat/contract.js";
import { say } from "../../../src/chat/locale.js";
import type { NightCommand } from "../../../src/events/night/command.js";
import type { Night } from "../../../src/events/night/state.js";
import type { KeptNight } from "../../../src/nights/kept.js";
import type { Words } from "../../../src/words.js";
import { proposal } from "../propose.js";
import { done, followed, nightHere, type Reached, reach, shown } from "../reached.js";
import { wantedFor } from "../wanted.js";
import { filmName } from "../words/films.js";
import { needsTelling, pressed } from "./ballots.js";
import { ACTION } from "./buttons.js";
import { leadActions } from "./lead-actions.js";
import { MENUS, type Menu, menuOf } from "./menu.js";
import { film, inMenu, night, page } from "./states.js";

/** A menu of whoever pressed, as it is from now on. */
function menuReply(
  context: Context,
  { person, moderates }: Reached,
  kept: KeptNight,
  part: { readonly menu: Menu; readonly page?: number; readonly film?: number; readonly told?: RichText },
): Reply {
  const answer = menuOf(context, kept, context.now, { person, moderates, ...part });
  return { status: "ok", result: null, answer, cacheable: false };
}

/** In full, and in the words that are enough. */
function asideOf(answer: Answer) {
  return { answer, text: plainText(answer.text ?? "") };
}

const vote = defineAction({
  name: ACTION.vote,
  state: z.strictObject({
    n: night,
    f: film,
    p: page,
    s: z.coerce.number().int().min(1).max(5).optional(),
    m: inMenu,
  }),
  async run(context, { n, f, p, s, m }): Promise<Reply> {
    const reached = await reach(context);
    const { person } = reached;
    const kept = await done(context, reached, n, (now) => pressed(now, person, f, s));
    const own = menuReply(context, reached, kept, { menu: "vote", page: p, film: f });
    if (m !== undefined) return own;
    // Where the panel says as much, the words are enough.
    const aside = asideOf(own.answer);
    return { ...shown(context, kept), aside: needsTelling(kept.night) ? aside : { text: aside.text } };
  },
});

const mine = defineAction({
  name: ACTION.mine,
  state: z.strictObject({ n: night, d: z.enum(["show", "retract"]), m: inMenu }),
  async run(context, { n, d, m }): Promise<Reply> {
    const reached = await reach(context);
    const kept =
      d === "retract"
        ? await done(context, reached, n, { kind: "retract" })
        : await nightHere(context, reached, n);
    const own = menuReply(context, reached, kept, { menu: "vote" });
    return m === undefined ? { ...shown(context, kept), aside: asideOf(own.answer) } : own;
  },
});

const answer = defineAction({
  name: ACTION.answer,
  state: z.strictObject({ n: night, a: z.enum(["yes", "no", "maybe"]) }),
  async run(context, { n, a }): Promise<Reply> {
    const kept = await done(context, await reach(context), n, { kind: "answer", answer: a });
    return { ...shown(context, kept), aside: { text: say(context.locale, ANSWERED[a]) } };
  },
});

const attend = defineAction({
  name: ACTION.attend,
  state: z.strictObject({ n: night, a: z.enum(["yes", "no"]) }),
  async run(context, { n, a }): Promise<Reply> {
    const kept = await done(context, await reach(context), n, { kind: "attend", came: a === "yes" });
    return { ...shown(context, kept), aside: { text: say(context.locale, ATTENDED[a]) } };
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
  usesRights: true,
  state: z.strictObject({ n: night, v: z.enum(["main", ...MENUS]), p: page, m: inMenu }),
  async run(context, { n, v, p }): Promise<Reply> {
    const reached = await reach(context);
    const kept = await nightHere(context, reached, n);
    return v === "main" ? shown(context, kept) : menuReply(context, reached, kept, { menu: v, page: p });
  },
});

const veto = defineAction({
  name: ACTION.veto,
  state: z.strictObject({ n: night, f: film, p: page, m: inMenu }),
  async run(context, { n, f, p }): Promise<Reply> {
    const reached = await reach(context);
    const { person, moderates } = reached;
    const kept = await done(context, reached, n, (now) => vetoOrLift(now, f, person, moderates));
    return menuReply(context, reached, kept, { menu: "veto", page: p });
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
  state: z.strictObject({ n: night, f: film, p: page, m: inMenu }),
  async run(context, { n, f, p }): Promise<Reply> {
    const reached = await reach(context);
    const kept = await done(context, reached, n, (now) => ({
      kind: now.banned.has(f) ? "unban" : "ban",
      film: f,
    }));
    return menuReply(context, reached, kept, { menu: "ban", page: p });
  },
});

const withdraw = defineAction({
  name: ACTION.withdraw,
  state: z.strictObject({ n: night, f: film, p: page, m: inMenu }),
  async run(context, { n, f }): Promise<Reply> {
    const reached = await reach(context);
    const kept = await done(context, reached, n, { kind: "withdraw", film: f });
    const name = filmName(context, f);
    const told = say(context.locale, { es: `Retirada: ${name}.`, en: `Withdrawn: ${name}.` });
    return menuReply(context, reached, kept, { menu: "more", told });
  },
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
  state: z.strictObject({ n: night, g: z.coerce.number().int().optional(), m: inMenu }),
  async run(context, { n, g }): Promise<Reply> {
    const reached = await reach(context);
    return wantedFor(
      context,
      reached,
      await nightHere(context, reached, n),
      g === undefined ? "me" : "group",
    );
  },
});

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
  ...leadActions,
];
