import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { filmRef, flag, integer } from "../../../src/chat/command/options.js";
import type { Context } from "../../../src/chat/contract.js";
import { knownAsker } from "../../../src/chat/kept.js";
import { foldName } from "../../../src/chat/text.js";
import { filmRef as refOf } from "../../../src/queries/refs/film.js";
import { forFilmAwaited } from "../../shared/awaited-film.js";
import { putOnList, takeOffList, type Wanted, wantedSchema } from "./wanted.js";
import { listSchema, ofGroup, oneAtRandom, ownList } from "./wanted-lists.js";

const options = z.strictObject({
  titulo: filmRef({
    es: "Título",
    en: "Title",
    help: {
      es: "La que quieres ver; sin ella, tu lista",
      en: "The one you want to see; without it, your list",
    },
  }).optional(),
  quitar: flag({
    es: "Quitar",
    en: "Remove",
    help: { es: "Sí: la quita de tu lista", en: "Yes: takes it off your list" },
  }),
  azar: flag({
    es: "Azar",
    en: "Random",
    help: { es: "Sí: una de tu lista, al azar", en: "Yes: one of your list, at random" },
  }),
  grupo: flag({
    es: "Grupo",
    en: "Group",
    help: {
      es: "Sí: lo que más quiere ver este grupo y nadie ha visto",
      en: "Yes: what this group most wants to see and nobody has seen",
    },
  }),
  pagina: integer({ min: 1, max: 1_000, default: 1 }, { es: "Página", en: "Page" }),
});

export const pendientes = defineCommand({
  names: { es: "pendientes", en: "watchlist" },
  synonyms: { es: ["pendiente"], en: [] },
  summary: {
    es: "Películas que quieres ver: añadir, quitar, una al azar, para el grupo",
    en: "Films you want to see: add, remove, one at random, for the group",
  },
  phrases: {
    es: [
      "(añade|añadir|agrega|agregar|pon|apunta|anota) {titulo} (a|en) [mis|la lista de] pendientes",
      "quiero ver {titulo} (algún día|más adelante|otro día)",
    ],
    en: ["(add|put) {titulo} (to|on) my watchlist"],
  },
  effect: "write",
  options,
  result: z.union([listSchema, wantedSchema]),
  positional: ["titulo"],
  label: { es: "Pendientes[: {titulo}]", en: "Watchlist[: {titulo}]" },
  examples: ["pendientes", "pendientes el laberinto del fauno", "pendientes azar"],
  run(context, options) {
    knownAsker(context);
    const { titulo } = options;
    if (options.grupo) return ofGroup(context, options.pagina);
    if (options.azar) return oneAtRandom(context, options.pagina);
    if (titulo === undefined) return ownList(context);
    const word = titleIsFound(context, titulo) ? undefined : said(titulo);
    switch (word?.wants) {
      case "random":
        return oneAtRandom(context, 1);
      case "group":
        return ofGroup(context, 1);
      default:
        return changeList(context, word?.title ?? titulo, options.quitar || word?.wants === "remove");
    }
  },
});

function changeList(context: Context, titulo: string, quitar: boolean): Promise<Reply<Wanted>> {
  const asked = { ...context.asked, options: { titulo, ...(quitar ? { quitar } : {}) } };
  const about = { ...context, asked };
  return forFilmAwaited(about, "titulo", async (row) => {
    const film = refOf(about.catalog, row);
    return quitar ? takeOffList(about, film) : putOnList(about, film);
  });
}

function titleIsFound({ find }: Context, text: string): boolean {
  const found = find.film(text);
  return found.kind === "found" && found.fit === "exact";
}

interface Said {
  readonly wants: "add" | "remove" | "random" | "group";
  readonly title?: string;
}

/** What the words before a title want, and words that stand alone: "quitar dune", "al azar". */
function said(text: string): Said | undefined {
  if (/^(?:al )?azar$|^(?:at )?random$/u.test(foldName(text))) return { wants: "random" };
  if (/^(?:para |del )?(?:el )?grupo$|^(?:for )?(?:the )?group$/u.test(foldName(text)))
    return { wants: "group" };
  const [, first = "", title] = /^(\S+)\s+(.+)$/u.exec(text) ?? [];
  if (title === undefined) return undefined;
  if (ADD.has(foldName(first))) return { wants: "add", title };
  return REMOVE.has(foldName(first)) ? { wants: "remove", title } : undefined;
}

const ADD: ReadonlySet<string> = new Set(
  "anadir anade agregar agrega apuntar apunta poner pon mas add".split(" "),
);
const REMOVE: ReadonlySet<string> = new Set(
  "quitar quita borrar borra eliminar elimina sacar saca remove delete".split(" "),
);
