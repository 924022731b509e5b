import { z } from "zod";
import { scoresChart } from "../../../src/charts/topics/people/tastes.js";
import type { Reply } from "../../../src/chat/answer/reply.js";
import { mention, rich } from "../../../src/chat/answer/rich-text.js";
import type { RichText } from "../../../src/chat/answer/schema.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { flag } from "../../../src/chat/command/options.js";
import type { Context } from "../../../src/chat/contract.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { count } from "../../../src/chat/format.js";
import { knownAsker, storeOf } from "../../../src/chat/kept.js";
import { say } from "../../../src/chat/locale.js";
import { type Profile, profile, profileSchema } from "../../../src/queries/taste/profile.js";
import { USUAL_FORM, withPicture } from "../../charts/pictured.js";
import { noteMember } from "../films/film.js";
import { ownRatings } from "./own-ratings.js";
import { figures, likes } from "./profile-words.js";

export const perfil = defineCommand({
  names: { es: "perfil", en: "profile" },
  synonyms: { es: ["mis notas"], en: ["my ratings"] },
  summary: { es: "Tus películas en números", en: "Your films in figures" },
  effect: "write",
  options: z.strictObject({
    exportar: flag({
      es: "Exportar",
      en: "Export",
      help: {
        es: "Sí: tus notas y pendientes, como archivos que Letterboxd importa",
        en: "Yes: your scores and watchlist, as files that Letterboxd imports",
      },
    }),
  }),
  result: profileSchema,
  positional: [],
  examples: ["perfil"],
  async run(context, { exportar }) {
    const { locale, catalog } = context;
    const { id: person } = knownAsker(context);
    const store = await storeOf(context);
    await noteMember(context, store);
    const seen = await store.ratings.all(person);
    const result = profile(catalog, ownRatings(seen));
    if (exportar) return exported(context, result);
    if (seen.length === 0) return nothing(context, result);
    const reply: Reply<Profile> = {
      status: "ok",
      result,
      answer: {
        kind: "figure",
        title: say(locale, { es: "Tus películas", en: "Your films" }),
        glance: figures(locale, result),
        fields: likes(context, result),
        choices: [
          {
            label: say(locale, { es: "Qué ver, por tus notas", en: "What to watch, by your scores" }),
            command: "recomendar",
            options: {},
          },
        ],
      },
    };
    const chart = scoresChart(locale, result);
    return chart === undefined ? reply : withPicture(context, reply, chart, USUAL_FORM);
  },
});

async function exported(context: Context, result: Profile): Promise<Reply<Profile>> {
  const { locale, ports } = context;
  const { id: person } = knownAsker(context);
  const { ratings, lists } = await storeOf(context);
  const [seen, wanted] = await Promise.all([ratings.all(person), lists.all({ person })]);
  if (ports.transfer === undefined) throw new UserError("not_allowed", NO_FILES);
  const files = ports.transfer.write(seen, wanted, context);
  if (files.length === 0) return nothing(context, result);
  const films = count(locale, seen.length, SEEN);
  const listed = count(locale, wanted.length, WANTED);
  return {
    status: "ok",
    result,
    answer: {
      kind: "figure",
      title: say(locale, { es: "Tus notas, para llevar", en: "Your scores, to take away" }),
      text: say(locale, {
        es: `${films} y ${listed}. Letterboxd las importa tal cual, y yo también.`,
        en: `${films} and ${listed}. Letterboxd imports them as they are, and so do I.`,
      }),
      files,
    },
  };
}

const SEEN = {
  es: { one: "película vista", other: "películas vistas" },
  en: { one: "film seen", other: "films seen" },
};
const WANTED = { es: { one: "pendiente", other: "pendientes" }, en: { one: "to watch", other: "to watch" } };
const NO_FILES = { es: "Aquí no puedo enviar archivos.", en: "I cannot send files here." };

function nothing({ locale }: Context, result: Profile): Reply<Profile> {
  const text = say<RichText>(locale, {
    es: rich`Aún no has valorado nada. Empieza con ${mention("valorar", "el padrino 9")}, o trae tus notas de Letterboxd o IMDb con ${mention("importar")}.`,
    en: rich`You have rated nothing yet. Begin with ${mention("valorar", "the godfather 9")}, or bring your scores from Letterboxd or IMDb with ${mention("importar")}.`,
  });
  return { status: "empty", result, answer: { kind: "empty", text } };
}
