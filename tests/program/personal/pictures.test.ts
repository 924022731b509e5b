/** What somebody likes, and what a group does, as pictures: where the words are shown, with the same figures. */
import { afterAll, describe, expect, it } from "vitest";
import type { ChartPort, Picture } from "../../../src/charts/port.js";
import { Renderer } from "../../../src/charts/render/renderer.js";
import { ask } from "../../../src/chat/ask.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import { asking } from "../../support/fakes.js";
import { GROUP, keptBot } from "../../support/kept-bot.js";
import { pixels } from "../../support/pixels.js";

const kept = keptBot();
const renderer = new Renderer();
afterAll(() => renderer.close());
const drawn: Picture[] = [];
const charts: ChartPort = {
  draw: (picture, form) => {
    drawn.push(picture);
    return renderer.draw(picture, form);
  },
  plot: () => Promise.reject(new Error("not asked for")),
  raster: () => Promise.reject(new Error("not asked for")),
};

function asks(person: string, line: string, language: "es" | "en" = "es"): Promise<Outcome> {
  const bot = { ...kept.bot, ports: { ...kept.bot.ports, charts } };
  const asker = { id: person, moderates: false };
  return ask(bot, line, asking(language, { now: new Date("2026-01-01"), asker, place: GROUP }));
}

/** The title, in ink, and marks, in hues. */
async function expectDrawn({ answer: { media } }: Outcome): Promise<void> {
  if (media?.kind !== "bytes") throw new Error("no picture");
  const { height, band } = await pixels(media.bytes);
  expect(band(0, 80).drawn).toBeGreaterThan(300);
  expect(band(80, height).hued).toBeGreaterThan(1500);
}

const SCORES = { 348: 10, 694: 9, 948: 9, 1091: 10, 9552: 10, 11631: 2 };

describe("a picture of likings", () => {
  it("has somebody's scores, counted", async () => {
    expect((await asks("fake:Ana", "/perfil")).answer.media).toBeUndefined();
    for (const [film, score] of Object.entries(SCORES))
      await asks("fake:Ana", `/valorar tmdb:${film} nota=${score}`);
    const profile = await asks("fake:Ana", "/perfil");
    await expectDrawn(profile);
    expect(profile.answer.media?.alt).toBe(
      "Tus notas. De 6 notas, la media es 8,3; la que más pones es un 10 (3).",
    );
    expect(JSON.stringify(drawn.at(-1)?.drawing)).toContain('{"label":"9","value":2,"apart":false}');
    const english = await asks("fake:Ana", "/perfil", "en");
    expect(english.answer.media?.alt).toMatch(/^Your scores\. Of 6 scores the average is 8\.3;/u);
    expect((await asks("fake:Ana", "/perfil exportar=sí")).answer.media).toBeUndefined();
  });

  it("has the genres that a group likes, and names nobody", async () => {
    for (const person of ["fake:Ben", "fake:Eva"]) {
      for (const [film, score] of Object.entries(SCORES))
        await asks(person, `/valorar tmdb:${film} nota=${score}`);
    }
    const group = await asks("fake:Ana", "/servidor");
    await expectDrawn(group);
    expect(group.answer.media?.alt).toMatch(
      /^Los géneros que más gustan aquí\. De 3 personas, .*terror \(9,6\)/u,
    );
    expect(JSON.stringify(drawn.at(-1))).not.toMatch(/Ana|Ben|Eva/u);
  });
});
