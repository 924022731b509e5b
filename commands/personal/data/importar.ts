import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import { mention, rich } from "../../../src/chat/answer/rich-text.js";
import type { RichText } from "../../../src/chat/answer/schema.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import type { Context } from "../../../src/chat/contract.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { knownAsker, storeOf } from "../../../src/chat/kept.js";
import { say } from "../../../src/chat/locale.js";
import type { ReadList } from "../../../src/chat/ports.js";
import type { Repositories, Seen } from "../../../src/store/port.js";
import { MOST_RATED, MOST_WANTED, noteMember } from "../films/film.js";
import { keepDoubtful } from "./doubtful.js";
import { importedAnswer } from "./import-words.js";
import { type Imported, importedSchema } from "./imported.js";

export const importar = defineCommand({
  names: { es: "importar", en: "import" },
  summary: { es: "Traer tus notas de Letterboxd o IMDb", en: "Bring your scores from Letterboxd or IMDb" },
  effect: "write",
  options: z.strictObject({}),
  result: importedSchema.nullable().describe("Null where it was only told how"),
  positional: [],
  examples: ["importar"],
  file: {
    es: "Archivo",
    en: "File",
    help: {
      es: "El ZIP o un CSV de Letterboxd, o el CSV de IMDb",
      en: "Letterboxd's ZIP or a CSV of it, or IMDb's CSV",
    },
  },
  async run(context) {
    const { file, ports, now } = context;
    const { id: person } = knownAsker(context);
    const store = await storeOf(context);
    if (ports.transfer === undefined) throw new UserError("not_allowed", NO_FILES);
    if (file === undefined) return howTo(context);
    const list = await ports.transfer.read({ name: file.name, bytes: await file.read(), now }, context);
    const result = await keep(store, person, list, now);
    await keepDoubtful(store, person, list, now);
    await noteMember(context, store);
    return { status: "ok", result, answer: importedAnswer(context, result, list) };
  },
});

/** Ratings first; what was seen is no longer to be seen. */
async function keep(
  { ratings, lists }: Pick<Repositories, "ratings" | "lists">,
  person: string,
  { report, matched }: ReadList,
  now: Date,
): Promise<Imported> {
  const rated = matched.ratings.map(({ film, score, at }): Seen => ({ film, score, at: new Date(at) }));
  const seen = matched.seen.map(({ film, at }): Seen => ({ film, at: new Date(at) }));
  const { added, changed, same, leftOut } = await ratings.setMany(person, [...rated, ...seen], MOST_RATED);
  const known = new Set((await ratings.all(person)).map(({ film }) => film));
  const unseen = matched.watchlist.filter(({ film }) => !known.has(film));
  const wanted = await lists.addMany(
    { person },
    unseen.map(({ film, at }) => ({ film, at: at === undefined ? now : new Date(at) })),
    person,
    MOST_WANTED,
  );
  return {
    source: report.source,
    added,
    changed,
    same,
    wanted,
    leftOut: leftOut + report.leftOut,
    notFound: matched.unmatched.length,
    doubtful: matched.ambiguous.length,
  };
}

function howTo({ locale }: Context): Reply<null> {
  return { status: "ok", result: null, answer: { kind: "help", text: say<RichText>(locale, HOW_TO) } };
}

const NO_FILES = { es: "Aquí no puedo leer archivos.", en: "I cannot read files here." };
const HOW_TO = {
  es: rich`Envíame tus notas y las guardo como tuyas:
• Letterboxd: Settings → Data → Export your data; vale el ZIP entero o uno de sus CSV.
• IMDb: Your ratings → Export; el CSV.

En Discord, elige el archivo en la opción «archivo». En Telegram, envíalo con ${mention("importar")} como texto, o responde al archivo con ${mention("importar")}.`,
  en: rich`Send me your scores and I keep them as yours:
• Letterboxd: Settings → Data → Export your data; the whole ZIP will do, or one of its CSVs.
• IMDb: Your ratings → Export; the CSV.

On Discord, pick the file in the option “file”. On Telegram, send it with ${mention("importar")} as its text, or reply to the file with ${mention("importar")}.`,
};
