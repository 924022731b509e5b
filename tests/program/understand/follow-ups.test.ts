/** What is said in one conversation changes, or goes on with, the question before. */
import { describe, expect, it } from "vitest";
import type { Asking } from "../../../src/chat/asking.js";
import { understoodOf } from "../../../src/chat/sentence/understood.js";
import { PLACE, SOMEBODY } from "../../support/fakes.js";
import { starter } from "../../support/starter-index.js";

/** What each of some sentences is understood as, said one after the other by one person in one place. */
async function conversation(chat: string, sentences: readonly string[], tag = "es") {
  const here: Partial<Asking> = { place: { ...PLACE, chat }, asker: SOMEBODY };
  const said = [];
  for (const sentence of sentences) {
    const outcome = await starter.ask(sentence, tag, here);
    said.push({ outcome, understood: understoodOf(starter.bot, outcome) });
  }
  return said;
}

describe("a conversation", () => {
  it("narrows a question down, goes on, and picks a film of the answer", async () => {
    const [first, narrowed, more, picked] = await conversation("follow-1", [
      "comedias españolas",
      "¿y de los 90?",
      "otra",
      "la segunda",
    ]);
    const options = { genero: ["Comedy"], pais: "ES" };
    expect(first?.understood).toEqual({ command: "descubrir", options });
    const nineties = { ...options, desde: 1990, hasta: 1999 };
    expect(narrowed?.understood).toEqual({ command: "descubrir", options: nineties });
    expect(narrowed?.outcome.status).toBe("ok");
    expect(more?.understood).toMatchObject({ command: "descubrir", options: nineties });
    expect(more?.outcome.result).not.toEqual(narrowed?.outcome.result);
    expect(picked?.understood).toMatchObject({ command: "pelicula" });
    expect(picked?.outcome.status).toBe("ok");
  });

  it("asks more of the film that was spoken of", async () => {
    const [, length] = await conversation("follow-2", ["Titanic", "¿cuánto dura?"]);
    expect(length?.understood).toEqual({ command: "duracion", options: { titulo: "tmdb:597" } });
  });

  it("goes on in English too", async () => {
    const [, second] = await conversation("follow-3", ["horror movies", "and from the 80s?"], "en");
    expect(second?.understood).toEqual({
      command: "descubrir",
      options: { genero: ["Horror"], desde: 1980, hasta: 1989 },
    });
  });

  it("is one person's in one place: nothing comes of it elsewhere", async () => {
    await conversation("follow-4", ["comedias españolas"]);
    const [alone] = await conversation("follow-5", ["¿y de los 90?"]);
    expect(alone?.understood?.options).not.toHaveProperty("genero");
  });
});
