/** What is asked of ourselves after the start: films and people, and only while nobody else asks. */
import { describe, expect, it } from "vitest";
import { warmUp } from "../../src/app/warm-up.js";
import { parseLine } from "../../src/chat/line/parse.js";
import type { Surface, SurfaceFigures } from "../../src/surface/port.js";
import { starter } from "../support/starter-index.js";

const { bot } = starter;

/** A surface that only practises. @param heard told of each line, and answered by what the figures are then */
function surfaceOf(heard: (line: string) => Partial<SurfaceFigures>): Pick<Surface, "figures" | "practise"> {
  let figures: SurfaceFigures = { answered: 0, late: 0, lost: 0, repeated: 0, inFlight: 0 };
  return {
    get figures() {
      return figures;
    },
    practise: (line) => {
      figures = { ...figures, ...heard(line) };
      return Promise.resolve();
    },
  };
}

describe("warming up", () => {
  it("asks commands for films and people in lines that they understand", async () => {
    const lines: string[] = [];
    const surface = surfaceOf((line) => {
      lines.push(line);
      return {};
    });
    await warmUp([surface], { bot: () => bot }, new AbortController().signal);
    const commands = new Set(lines.map((line) => parseLine(bot.program.commands, line).command.name));
    expect(commands.size).toBeGreaterThan(20);
    for (const name of ["votos", "recomendar", "actor", "director", "ayuda"])
      expect(commands).toContain(name);
    expect(lines.some((line) => /^\/(?:actor|director) \p{L}/u.test(line))).toBe(true);
  });

  it("waits while somebody asks, and ends with the program", async () => {
    const leaving = new AbortController();
    let lines = 0;
    const surface = surfaceOf(() => {
      lines += 1;
      // Somebody is answered while each of the first is practised.
      if (lines === 3) setTimeout(() => leaving.abort(), 50);
      return { answered: lines };
    });
    await warmUp([surface], { bot: () => bot }, leaving.signal);
    expect(lines).toBe(3);
  });
});
