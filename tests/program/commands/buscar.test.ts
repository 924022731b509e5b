/** `/buscar`, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/chat/outcome.js";
import { answerText } from "../../support/answer-text.js";
import { starter } from "../../support/starter-index.js";

const question = (line: string, tag?: string) => starter.ask(line, tag);

const words = ({ answer }: Outcome) => answerText(answer);

describe("/buscar", () => {
  it.each([
    ["tiburones", 578],
    ["de Spielberg con dinosaurios", 329],
    ["dinosaurs spielberg", 329],
  ])("%s", async (text, id) => {
    const outcome = await question(`/buscar ${text}`);
    expect((outcome.result as { films: { film: { id: number } }[] }).films[0]?.film.id).toBe(id);
    expect(outcome.answer.choices?.[0]).toMatchObject({
      command: "pelicula",
      options: { titulo: `tmdb:${id}` },
    });
  });

  it("says so where nothing is about that", async () => {
    const outcome = await question("/buscar xyzzy");
    expect(outcome).toMatchObject({ status: "empty", result: null });
    expect(words(outcome)).toContain("«xyzzy»");
    expect(words(await question("/buscar xyzzy", "en"))).toContain("“xyzzy”");
  });

  it("says of which words a film has fewer than the best", async () => {
    const { answer, result } = await question("/buscar de spielberg con dinosaurios");
    expect(answer.title).toBe("Películas sobre «de spielberg con dinosaurios»");
    const [first, ...others] = answer.list?.lines ?? [];
    expect(first).toEqual({
      head: "Parque Jurásico (Jurassic Park, 1993)",
      asks: { command: "pelicula", options: { titulo: "tmdb:329" } },
    });
    expect(others).toContainEqual(
      expect.objectContaining({ head: "Jurassic World (2015)", why: "dinosaurios" }),
    );
    expect(answer.list?.lines).toHaveLength((result as { films: unknown[] }).films.length);
    const { answer: english } = await question("/buscar dinosaurs spielberg", "en");
    expect(english.title).toBe("Films about “dinosaurs spielberg”");
  });
});
