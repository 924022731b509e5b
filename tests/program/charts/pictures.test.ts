/** Charts as they are drawn: letters and marks are there, in both themes, off this thread and within bounds. */
import { afterAll, describe, expect, it } from "vitest";
import { ChartsBusy } from "../../../src/charts/busy.js";
import type { Drawing } from "../../../src/charts/chart.js";
import type { Picture, PictureForm } from "../../../src/charts/port.js";
import { Renderer } from "../../../src/charts/render/renderer.js";
import { TOPICS } from "../../../src/charts/topics/index.js";
import { ask } from "../../../src/chat/ask.js";
import { SPANISH } from "../../../src/chat/locale.js";
import { hostOf } from "../../support/http-host.js";
import { pixels } from "../../support/pixels.js";
import { starter } from "../../support/starter-index.js";

const renderer = new Renderer();
afterAll(() => renderer.close());

const PNG: PictureForm = { type: "image/png", theme: "light" };
const bars = (value: number): Drawing => ({
  kind: "plot",
  spec: {
    data: { values: [{ value }] },
    mark: "bar",
    encoding: { x: { field: "value", type: "quantitative" } },
  },
});
const picture = (value: number, title = "Título"): Picture => ({
  title,
  sentence: "Una frase.",
  notes: ["Una nota."],
  drawing: bars(value),
});

describe("every topic", () => {
  it.each(TOPICS.map((topic) => [topic.name, topic] as const))(
    "%s has letters and marks",
    async (name, topic) => {
      const charting = { catalog: starter.catalog, locale: SPANISH, filter: [] };
      const chart = await topic.chart(charting);
      expect(chart?.topic).toBe(name);
      if (chart === undefined) return;
      expect(chart.rows.every((row) => row.length === chart.columns.length)).toBe(true);
      const { title, sentence, drawing } = chart;
      const drawn = await renderer.draw({ title, sentence, notes: ["Una nota."], drawing }, PNG);
      const { width, height, band } = await pixels(drawn);
      expect(width).toBe(880);
      // The title, in ink; the marks, in hues.
      expect(band(0, 80).drawn).toBeGreaterThan(300);
      expect(band(80, height).hued).toBeGreaterThan(1500);
      // It is a picture for a chat, not a poster.
      expect(drawn.byteLength).toBeLessThan(400_000);
      expect(height).toBeLessThan(2400);
      const svg = await renderer.plot(drawing, title);
      expect(svg).toMatch(/<text/u);
      if (drawing.kind === "plot") expect(svg).toMatch(/<path[^>]*(?:fill|stroke)="var\(--c\d\)"/u);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
      // What is written is in letters that the bundled font has.
      expect(svg.replace(/<[^>]*>/gu, "")).toMatch(
        /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u,
      );
    },
  );
});

describe("somebody, or something, named", () => {
  const bot = { ...starter.bot, ports: { ...starter.bot.ports, charts: renderer } };

  it.each(["persona tom hanks", "franquicia toy story", "comparar matrix, titanic", "generos 1980"])(
    "%s has letters and marks",
    async (line) => {
      const { answer } = await ask(bot, `/grafico ${line}`, { locale: SPANISH, now: new Date() });
      const { media } = answer;
      if (media?.kind !== "bytes") throw new Error(`no picture: ${JSON.stringify(answer)}`);
      const { height, band } = await pixels(media.bytes);
      expect(band(0, 80).drawn).toBeGreaterThan(300);
      expect(band(80, height).hued).toBeGreaterThan(1000);
    },
  );
});

describe("a picture", () => {
  it("is on a light or a dark ground, with the same words", async () => {
    const [light, dark] = await Promise.all(
      (["light", "dark"] as const).map(async (theme) =>
        pixels(await renderer.draw(picture(1), { ...PNG, theme })),
      ),
    );
    expect(Math.min(...(light?.ground ?? []))).toBeGreaterThan(240);
    expect(Math.max(...(dark?.ground ?? []))).toBeLessThan(40);
    expect(dark?.band(0, 80).drawn).toBeGreaterThan(300);
  });

  it("has letters in more titles than ours", async () => {
    const heights = await Promise.all(
      ["Броненосец", "Το λιβάδι", "Ñandú ¿qué?"].map(async (title) =>
        (await pixels(await renderer.draw(picture(1, title), PNG))).band(0, 80),
      ),
    );
    for (const { drawn } of heights) expect(drawn).toBeGreaterThan(300);
  });

  it("as SVG says itself what it shows, and escapes what it is told", async () => {
    const bytes = await renderer.draw(picture(1, `<b>"&`), { type: "image/svg+xml", theme: "light" });
    const svg = new TextDecoder().decode(bytes);
    expect(svg).toContain('aria-label="&lt;b&gt;&quot;&amp;. Una frase."');
    expect(svg).not.toContain("var(--");
    expect(svg).not.toContain("<b>");
  });
});

describe("a cloud", () => {
  it("has its largest words, however long they are", async () => {
    const words = Array.from({ length: 40 }, (_, at) => ({ text: `palabra ${at}`, weight: 10 }));
    const longest = { text: "dirigida por una mujer independiente", weight: 400 };
    const svg = await renderer.plot({ kind: "cloud", words: [longest, ...words] }, "");
    expect(svg).toContain(`>${longest.text}</text>`);
  });
});

describe("the drawing thread", () => {
  it("draws what is the same once", async () => {
    const [one, other] = await Promise.all([renderer.draw(picture(7), PNG), renderer.draw(picture(7), PNG)]);
    expect(other).toBe(one);
    expect(await renderer.draw(picture(7), PNG)).toBe(one);
  });

  it("refuses what is too many, and answers the others", async () => {
    const small = new Renderer({ waiting: 2 });
    const asked = await Promise.allSettled([1, 2, 3, 4, 5].map((value) => small.draw(picture(value), PNG)));
    await small.close();
    expect(asked.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "fulfilled",
      "rejected",
      "rejected",
    ]);
    expect(asked.at(-1)).toMatchObject({ reason: expect.any(ChartsBusy) });
  });

  it("gives up what takes too long, and goes on with another thread", async () => {
    const hasty = new Renderer({ patience: 1 });
    await expect(hasty.draw(picture(1), PNG)).rejects.toThrow(ChartsBusy);
    await hasty.close();
    const patient = new Renderer({ patience: 4000 });
    const slow: Drawing = {
      kind: "plot",
      spec: {
        data: { sequence: { start: 0, stop: 3e6, as: "x" } },
        mark: "bar",
        encoding: { x: { field: "x" } },
      },
    };
    const [late, next] = await Promise.allSettled([patient.plot(slow, ""), patient.plot(slow, "another")]);
    expect([late.status, next.status]).toEqual(["rejected", "rejected"]);
    expect(await patient.plot(bars(1), "")).toContain("<path");
    await patient.close();
  });

  it("tells a chart that is none, and goes on", async () => {
    await expect(renderer.plot({ kind: "plot", spec: {} }, "")).rejects.toThrow("no mark");
    expect(await renderer.plot(bars(3), "")).toContain("<path");
  });
});

describe("in an answer", () => {
  const bot = { ...starter.bot, ports: { ...starter.bot.ports, charts: renderer } };

  it("it stands over HTTP, with its facts as words, and alone as PNG and as SVG", async () => {
    const host = await hostOf(bot);
    const told = await host.get("/api/grafico/meses");
    const { media, text } = told.body.answer;
    expect(media?.url).toMatch(/^data:image\/png;base64,/u);
    expect(media?.alt?.replace(/\s/gu, " ")).toBe(`Estrenos por mes. ${text}`.replace(/\s/gu, " "));
    const png = await host.get("/api/grafico/meses.png");
    expect([png.status, png.headers["content-type"]]).toEqual([200, "image/png"]);
    const svg = await host.get("/api/grafico/estrenos.svg?genero=terror&fondo=oscuro");
    expect([svg.status, svg.headers["content-type"]]).toEqual([200, "image/svg+xml"]);
    expect(svg.text).toMatch(/^<svg[\s\S]*Estrenos por año: terror[\s\S]*<\/svg>$/u);
    const none = await host.get("/api/grafico/tomate.png");
    expect(none.status).toBe(400);
  });

  it("is missing where it cannot be drawn, which is said, and the figures are there", async () => {
    const closed = {
      draw: () => Promise.reject(new ChartsBusy("full")),
      plot: () => Promise.reject(new ChartsBusy("full")),
      raster: () => Promise.reject(new ChartsBusy("full")),
    };
    const host = await hostOf({ ...bot, ports: { ...bot.ports, charts: closed } });
    const { body, headers } = await host.get("/api/grafico/meses");
    expect(body.answer.media).toBeUndefined();
    expect(body.answer.footer).toContain("demasiados gráficos");
    expect((await host.get("/cartel/603.png")).status).toBe(503);
    expect((await host.get("/cartel/603.svg")).status).toBe(200);
    expect(body.answer.folds?.[0]?.list?.lines).toHaveLength(12);
    expect(headers["cache-control"]).toBe("no-store");
  });
});

describe("the poster of a film that has none", () => {
  it("is drawn as PNG, with letters, for who shows cards", async () => {
    const bot = { ...starter.bot, ports: { ...starter.bot.ports, charts: renderer } };
    const { app } = await hostOf(bot);
    const { statusCode, headers, rawPayload } = await app.inject({ url: "/cartel/603.png" });
    expect({ statusCode, type: headers["content-type"] }).toEqual({ statusCode: 200, type: "image/png" });
    const drawn = await pixels(rawPayload);
    expect([drawn.width, drawn.height]).toEqual([370, 556]);
    // Its title, between the band above and the genre below.
    expect(drawn.band(150, 190).drawn).toBeGreaterThan(100);
    const svg = await app.inject({ url: "/cartel/603.svg?lang=en" });
    expect(svg.headers["content-type"]).toBe("image/svg+xml");
    expect(svg.body).toContain(">The Matrix<");
    expect((await app.inject({ url: "/cartel/zzz.png" })).statusCode).toBe(404);
    expect((await app.inject({ url: "/cartel/999999999.png" })).statusCode).toBe(404);
  });
});
