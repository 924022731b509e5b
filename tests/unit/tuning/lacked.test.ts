/** A film that the catalogue lacked when a message was written is rightly answered once it is there. */
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/chat/outcome.js";
import { isLackedFilm } from "../../../tuning/evaluate/messages/lacked.js";

const titles: Readonly<Record<number, readonly string[]>> = {
  1: ["Birds of Passage", "Pájaros de verano"],
  2: ["Zootopia", "Zootrópolis"],
  3: ["Summer"],
};

function isLacked(text: string, note: string, id: number, status: Outcome["status"] = "ok"): boolean {
  const understood = { command: "pelicula", options: { titulo: `tmdb:${id}` } };
  const answer = { kind: "film" } as const;
  const outcome = { command: "pelicula", asked: null, status, result: null, answer, cacheable: true };
  return isLackedFilm({ text, note }, { understood, outcome }, (film) => titles[film] ?? []);
}

describe("a film that was lacked", () => {
  const note = "es-CO; not in the catalogue";

  it("is there where it is answered by any of its titles", () => {
    expect(isLacked("de qué trata Pajaros de verano?", note, 1)).toBe(true);
  });

  it("is not where another is answered, or none", () => {
    expect(isLacked("de qué trata Pájaros de verano", note, 3)).toBe(false);
    expect(isLacked("de qué trata Pájaros de veranos", note, 1)).toBe(false);
    expect(isLacked("de qué trata Pájaros de verano", note, 1, "empty")).toBe(false);
  });

  it("is not where something else could not be answered", () => {
    expect(isLacked("did Birds of Passage win an Oscar?", "awards", 1)).toBe(false);
  });

  it("is none that is said not to be meant", () => {
    expect(isLacked("who is in Zootopia 2", "not in the catalogue; never Zootopia", 2)).toBe(false);
  });
});
