import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import { mention, rich } from "../../../src/chat/answer/rich-text.js";
import type { Action, Answer, RichText } from "../../../src/chat/answer/schema.js";
import { defineAction } from "../../../src/chat/command/action.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import type { Context } from "../../../src/chat/contract.js";
import { count } from "../../../src/chat/format.js";
import { knownAsker, storeOf } from "../../../src/chat/kept.js";
import { say } from "../../../src/chat/locale.js";
import { leaveNights } from "../../../src/nights/nights.js";
import type { StoredRows } from "../../../src/store/port.js";
import type { Words } from "../../../src/words.js";
import { HIDDEN, isHidden } from "./hidden.js";

/** The same is told to everybody: nothing of whoever asks, since others may read along. */
export const privacidad = defineCommand({
  names: { es: "privacidad", en: "privacy" },
  synonyms: { es: ["mis datos", "datos personales"], en: ["my data"] },
  summary: {
    es: "Qué se guarda de ti, llevártelo y borrarlo",
    en: "What is kept of you; take it away, delete it",
  },
  effect: "write",
  options: z.strictObject({}),
  result: z.null(),
  positional: [],
  examples: ["privacidad"],
  run: (context): Reply<null> => ({ status: "ok", result: null, answer: told(context) }),
});

function told(context: Context): Answer {
  const { locale, asker, ports } = context;
  const keeps = asker !== undefined && ports.store !== undefined;
  return {
    kind: "help",
    title: say(locale, { es: "Tus datos", en: "Your data" }),
    text: say<RichText>(locale, keeps ? KEPT : NOTHING_KEPT),
    ...(keeps ? { actions: [take(context), hide(context), remove(context)] } : {}),
  };
}

const KEPT = {
  es: rich`De ti guardo solo lo que me das:
• tu número en esta plataforma, nunca tu nombre ni lo que escribes;
• tus notas, lo que viste y tus pendientes;
• el idioma que elegiste y si te dejas comparar en ${mention("gustos")};
• en qué servidores y grupos participas;
• lo que propones y votas en las noches de cine, y si vas;
• si moderas, qué ajustes cambiaste.

Puedes llevártelo todo o borrarlo cuando quieras. Al borrar, lo que es de un servidor (una votación, una película de su lista) se queda sin tu nombre. Si un servidor o un grupo echa al bot, a los 30 días se borra lo suyo.`,
  en: rich`Of you I keep only what you give me:
• your number on this platform, never your name or what you write;
• your scores, what you saw and your watchlist;
• the language you chose, and whether you may be compared in ${mention("gustos")};
• in which servers and groups you take part;
• what you propose and vote for in film nights, and whether you come;
• where you moderate, which settings you changed.

You can take all of it away or delete it whenever you like. When deleted, what belongs to a server (a vote, a film on its list) stays without your name. Where a server or a group removes the bot, what is its own is deleted after 30 days.`,
};

const NOTHING_KEPT = {
  es: "Aquí no guardo nada de ti: ni quién eres ni lo que preguntas.",
  en: "Here I keep nothing of you: neither who you are nor what you ask.",
};

/** A button below what others may read: what it tells is told elsewhere, unless nobody else is there. */
function own({ place }: Context, button: Action): Action {
  if (!place?.direct) return button;
  const { shared: _, ...inPlace } = button;
  return inPlace;
}

const take = (context: Context) =>
  own(
    context,
    datos.sharedButton(say(context.locale, { es: "Llevarme mis datos", en: "Take my data" }), {}, "reply"),
  );
const hide = (context: Context) =>
  own(
    context,
    oculto.sharedButton(
      say(context.locale, { es: "Compararme: sí o no", en: "Be compared: yes or no" }),
      {},
      "reply",
    ),
  );
const remove = (context: Context) =>
  own(
    context,
    olvido.sharedButton(say(context.locale, { es: "Borrar mis datos", en: "Delete my data" }), {}, "reply"),
  );

const ALONE = { command: "privacidad", options: {} };

/** Everything that names whoever asks, as a file. */
export const datos = defineAction({
  name: "datos",
  state: z.strictObject({}),
  async run(context): Promise<Reply> {
    const { locale } = context;
    const { id } = knownAsker(context);
    const { privacy } = await storeOf(context);
    const rows = await privacy.ofPerson(id);
    const kept = rowsIn(rows);
    if (kept === 0) {
      const none = say(locale, NO_ROWS);
      return { status: "empty", result: rows, answer: { kind: "empty", text: none }, aside: { text: none } };
    }
    const text = JSON.stringify({ person: id, at: context.now.toISOString(), kept: rows }, undefined, 2);
    const entries = count(locale, kept, ENTRIES);
    return {
      status: "ok",
      result: rows,
      answer: {
        kind: "figure",
        title: say(locale, { es: "Tus datos", en: "Your data" }),
        text: say<RichText>(locale, {
          es: rich`Todo lo que guardo de ti: ${entries}. Las fechas son milisegundos desde 1970. Tus notas en la forma de Letterboxd te las da ${mention("perfil", "exportar=sí")}.`,
          en: rich`All that I keep of you: ${entries}. Times are milliseconds since 1970. Your scores in Letterboxd's form come with ${mention("perfil", "exportar=yes")}.`,
        }),
        files: [
          { name: "claqueta-data.json", type: "application/json", bytes: new TextEncoder().encode(text) },
        ],
      },
      aside: { privately: ALONE },
    };
  },
});

function rowsIn(rows: StoredRows): number {
  return Object.values(rows).reduce((sum, list) => sum + list.length, 0);
}

/** Whether others may compare their taste with that of whoever presses. */
export const oculto = defineAction({
  name: "oculto",
  state: z.strictObject({}),
  async run(context): Promise<Reply> {
    const { locale, now } = context;
    const { id } = knownAsker(context);
    const { people } = await storeOf(context);
    const hidden = !(await isHidden(people, id));
    await people.choose(id, HIDDEN, hidden ? "true" : undefined, now);
    const text = say(locale, hidden ? HIDDEN_NOW : SHOWN_NOW);
    return { status: "ok", result: { hidden }, answer: { kind: "figure", text }, aside: { text } };
  },
});

/** Asks once more; then all that names whoever presses is gone. */
export const olvido = defineAction({
  name: "olvido",
  state: z.strictObject({ si: z.coerce.number().int().min(0).max(1).optional() }),
  async run(context, { si }): Promise<Reply> {
    const { locale } = context;
    const { id } = knownAsker(context);
    const store = await storeOf(context);
    if (si === undefined) {
      return {
        status: "ok",
        result: null,
        answer: {
          kind: "choices",
          title: say(locale, { es: "¿Borrar todo lo tuyo?", en: "Delete all that is yours?" }),
          text: say(locale, SURE),
          actions: [
            olvido.button(say(locale, { es: "Sí, borrarlo todo", en: "Yes, delete everything" }), { si: 1 }),
            olvido.button(say(locale, { es: "No", en: "No" }), { si: 0 }),
          ],
        },
        aside: { privately: ALONE },
      };
    }
    if (si === 0)
      return { status: "ok", result: null, answer: { kind: "figure", text: say(locale, KEPT_ALL) } };
    // The choice of a language is remembered outside of the store, too.
    await context.ports.languages.set(id, undefined, context.now);
    await leaveNights(store, id, context.now);
    await store.privacy.deletePerson(id);
    return { status: "ok", result: null, answer: { kind: "figure", text: say(locale, GONE) } };
  },
});

const ENTRIES = { es: { one: "anotación", other: "anotaciones" }, en: { one: "entry", other: "entries" } };
const NO_ROWS: Words = { es: "No guardo nada de ti.", en: "I keep nothing of you." };
const HIDDEN_NOW: Words = {
  es: "Nadie puede comparar sus gustos con los tuyos. Púlsalo otra vez para permitirlo.",
  en: "Nobody can compare their taste with yours. Press it again to allow that.",
};
const SHOWN_NOW: Words = {
  es: "Otros miembros pueden comparar sus gustos con los tuyos. Púlsalo otra vez para impedirlo.",
  en: "Other members can compare their taste with yours. Press it again to prevent that.",
};
const SURE: Words = {
  es: "Se borran tus notas, lo que viste, tus pendientes, tus ajustes y en qué grupos participas. No se puede deshacer. En las noches de cine ya votadas tu voto sigue contando, sin que se sepa de quién es.",
  en: "Your scores, what you saw, your watchlist, your settings and where you take part are deleted. It cannot be undone. In film nights that were voted on your vote still counts, and nobody can tell whose it is.",
};
const KEPT_ALL: Words = { es: "No he borrado nada.", en: "Nothing was deleted." };
const GONE: Words = {
  es: "Borrado: ya no guardo nada que lleve a ti.",
  en: "Deleted: I keep nothing any more that leads to you.",
};
