import { z } from "zod";
import type { FilmRow } from "../../../src/catalog/rows.js";
import type { Reply } from "../../../src/chat/answer/reply.js";
import { joinTexts } from "../../../src/chat/answer/rich-text.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { filmRef } from "../../../src/chat/command/options.js";
import type { Context } from "../../../src/chat/contract.js";
import { openNights } from "../../../src/nights/lists.js";
import { filmRef as filmOf } from "../../../src/queries/refs/film.js";
import { forFilm } from "../../shared/reference.js";
import { proposal } from "../propose.js";
import { done, followed, nightHere, type Reached, reach } from "../reached.js";
import { type NightResult, nightResultSchema } from "../result.js";
import { saidWatchlist, wantedFor } from "../wanted.js";
import { forNight, nightOption } from "./which.js";

export const nocheProponer = defineCommand({
  names: { es: "noche proponer", en: "night propose" },
  summary: { es: "Propone una película para la noche", en: "Proposes a film for the night" },
  where: "groups",
  effect: "write",
  options: z.strictObject({
    titulo: filmRef({
      es: "Título",
      en: "Title",
      help: {
        es: "Sin él, tus pendientes; «del grupo», lo que más gente quiere ver",
        en: "Without one, your watchlist; “group list”, what most people want to see",
      },
    }).optional(),
    noche: nightOption(),
  }),
  result: nightResultSchema.nullable().describe("Null where it was asked which film"),
  positional: ["titulo"],
  examples: ["noche proponer el laberinto del fauno", "noche proponer"],
  async run(context, { titulo, noche }): Promise<Reply<NightResult>> {
    const reached = await reach(context);
    const source = titulo === undefined ? "me" : saidWatchlist(titulo);
    if (titulo === undefined || source !== undefined) {
      const nights = await openNights(reached.store, reached.community);
      return forNight(context, nights, noche, async ({ id }) =>
        wantedFor(context, reached, await nightHere(context, reached, id), source),
      );
    }
    // Which film is meant is asked first: what was typed for it is still in mind.
    let row: FilmRow | undefined;
    const read = forFilm<NightResult>(context, "titulo", (found) => {
      row = found;
      return { status: "ok", result: null, answer: { kind: "list" } };
    });
    const film = row;
    if (film === undefined) return read;
    const nights = await openNights(reached.store, reached.community);
    return forNight(context, nights, noche, async ({ id }) => {
      const reply = await proposed(context, reached, id, filmOf(context.catalog, film).id);
      return withRead(reply, read);
    });
  },
});

async function proposed(
  context: Context,
  reached: Reached,
  id: string,
  film: number,
): Promise<Reply<NightResult>> {
  const { night } = await nightHere(context, reached, id);
  const command = await proposal(context, reached, night, film);
  return followed(context, reached, await done(context, reached, id, command));
}

/** How the title was read, and which others it may mean. */
function withRead(reply: Reply<NightResult>, { answer: read }: Reply<NightResult>): Reply<NightResult> {
  const { text, choices, prompt } = read;
  const texts = [text, reply.answer.text].filter((one) => one !== undefined);
  return {
    ...reply,
    answer: {
      ...reply.answer,
      ...(texts.length > 0 ? { text: joinTexts(texts, "\n\n") } : {}),
      ...(choices && choices.length > 0 ? { choices, prompt } : {}),
    },
  };
}
