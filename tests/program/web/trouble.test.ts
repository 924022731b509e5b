/** The page when the server, the network or a film's title means ill. */
import type { Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { SentAnswer } from "../../../src/adapters/http/api/bodies.js";
import { NO_BROWSER, POSTERS, type Visit } from "./browser.js";
import { servePage } from "./page-server.js";
import { usePage } from "./use-page.js";

const HOSTILE = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;

const answers = (answer: SentAnswer) => (route: Route) =>
  route.fulfill({ json: { command: "votos", status: "ok", result: null, answer } });

/** Chromium itself reports what does not load; that is what these tests do to it. */
const EXPECTED = /^Failed to load resource: /;

/** Some come late: those are forgiven too. */
async function forgive(visit: Visit): Promise<void> {
  await expect.poll(() => visit.complaints.length).toBeGreaterThan(0);
  visit.forgiven = EXPECTED;
}

describe.skipIf(NO_BROWSER)(`web chat in trouble ${NO_BROWSER ?? ""}`, () => {
  const { open } = usePage();

  const hacked = (page: Page) => page.evaluate("window.hacked");

  it("shows hostile text as text, wherever it comes", async () => {
    const { page, reader, context } = await open("");
    const text = (name: string) => `${name} ${HOSTILE}`;
    const choice = { label: text("choice"), command: "votos", options: { titulo: HOSTILE }, line: HOSTILE };
    const mention = { command: HOSTILE, typed: HOSTILE, line: HOSTILE };
    await context.route(
      /api\/ask/,
      answers({
        kind: "help",
        title: text("title"),
        text: [`${text("first")}\n\n${text("second")}`, mention],
        fields: [{ name: text("name"), value: text("value") }],
        list: {
          heading: text("heading"),
          lines: [
            { head: text("plain") },
            { head: text("head"), details: [text("detail")], why: text("why") },
            { head: [mention], details: [text("mentioned")] },
            ...Array.from({ length: 8 }, () => ({ head: text("more") })),
          ],
        },
        table: { head: [text("column")], rows: [[text("cell")]] },
        media: { kind: "link", url: `javascript:${HOSTILE}`, alt: text("alt") },
        choices: [choice],
        prompt: text("prompt"),
        footer: text("footer"),
        glance: [text("glance")],
        folds: [
          { label: text("fold"), text: text("folded"), fields: [{ name: "x", value: text("figure") }] },
        ],
        follow: [{ ...choice, label: text("follow") }],
        links: [
          { label: text("link"), url: `https://example.org/${HOSTILE}` },
          { label: text("script"), url: "javascript:window.hacked=1" },
        ],
      }),
    );
    const completion = { label: text("label · "), value: HOSTILE, insert: HOSTILE };
    await context.route(/api\/complete/, (route) => route.fulfill({ json: { completions: [completion] } }));
    const command = {
      name: HOSTILE,
      summary: HOSTILE,
      usage: HOSTILE,
      required: [HOSTILE],
      examples: [HOSTILE],
    };
    const about = {
      films: 1,
      dataDate: HOSTILE,
      version: HOSTILE,
      commands: [command],
      notice: text("notice"),
    };
    await context.route(/api\/about/, (route) => route.fulfill({ json: about }));

    await page.goto(`${reader.home}?q=${encodeURIComponent(HOSTILE)}`);
    await reader.answered(1);
    await expect.poll(() => page.title()).toContain(HOSTILE);
    await reader.last.getByRole("button", { name: "Ver los 11" }).click();
    const parts = [
      ..."title first name value heading plain head why mentioned column cell alt prompt footer glance fold folded figure follow link".split(
        " ",
      ),
    ];
    for (const part of parts) {
      expect(await reader.last.getByText(text(part), { exact: true }).count(), part).toBe(1);
    }
    for (const part of ["second", "detail"]) {
      expect(await reader.last.getByText(text(part)).count(), part).toBe(1);
    }
    await expect.poll(() => reader.last.getByText(text("script")).count()).toBe(0);
    await expect.poll(() => reader.last.locator(".mention").textContent()).toBe(`/${HOSTILE} ${HOSTILE}`);
    await expect.poll(() => page.getByText(text("notice"), { exact: true }).count()).toBe(1);
    await expect.poll(() => page.locator("#log img, #composer img, main script").count()).toBe(0);
    await reader.input.pressSequentially("v");
    await reader.options.getByText("<img src=x").first().waitFor();
    await reader.input.press("ArrowDown");
    await reader.input.press("Tab");
    await expect.poll(() => reader.input.inputValue()).toBe(`${HOSTILE} `.slice(0, 200));
    await reader.last.getByRole("button", { name: "choice" }).click();
    await reader.answered(2);
    expect(reader.asked()).toContain(HOSTILE);
    expect(await hacked(page)).toBeUndefined();
  });

  it("shows posters of one place only, and does without those that do not come", async () => {
    const visitor = await open();
    const { page, reader, context, complaints } = visitor;
    const film = (url: string) =>
      answers({
        kind: "film",
        title: "Titanic (1997)",
        media: { kind: "link", url, alt: "Cartel de Titanic" },
      });
    await context.route(/q=good/, film(`${POSTERS}t/p/w342/good.jpg`));
    await context.route(/q=lost/, film(`${POSTERS}t/p/w342/lost.jpg`));
    await context.route(/q=evil/, film("https://image.tmdb.org.evil.example/x.jpg"));
    await context.route(/lost\.jpg/, (route) => route.abort());
    await reader.ask("good");
    const picture = reader.last.locator("img");
    await expect
      .poll(() => picture.evaluate("document.querySelector('#log img').naturalWidth"))
      .toBeGreaterThan(0);
    await expect.poll(() => picture.getAttribute("referrerpolicy")).toBe("no-referrer");
    await expect.poll(() => picture.getAttribute("alt")).toBe("Cartel de Titanic");
    const height = (await reader.last.boundingBox())?.height;
    await reader.ask("evil");
    await expect.poll(() => reader.last.locator("img").count()).toBe(0);
    await expect.poll(() => reader.last.getByText("Cartel de Titanic").count()).toBe(1);
    expect(complaints).toEqual([]);
    await reader.ask("lost");
    await expect.poll(() => reader.last.locator("img").count()).toBe(0);
    expect((await reader.last.boundingBox())?.height, "its room is kept").toBe(height);
    await expect.poll(() => page.getByRole("heading", { name: "Titanic (1997)" }).count()).toBe(3);
    await forgive(visitor);
  });

  it("shows a picture that the answer holds, and a table that is wider than the card", async () => {
    const { page, reader, context } = await open();
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>window.hacked=1</script></svg>';
    const url = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
    const head = Array.from({ length: 30 }, (_, at) => `Columna ${at + 1}`);
    const rows = [head.map((_, at) => `celda-${at + 1}`)];
    await context.route(
      /q=chart/,
      answers({
        kind: "figure",
        title: "Votos",
        media: { kind: "link", url, alt: "Un gráfico" },
        table: { head, rows },
      }),
    );
    await reader.ask("chart");
    const picture = reader.last.getByRole("img", { name: "Un gráfico" });
    await expect.poll(() => picture.evaluate("document.querySelector('#log img').naturalWidth")).toBe(40);
    expect(await hacked(page)).toBeUndefined();
    const table = reader.last.getByRole("table");
    await expect.poll(() => table.getByRole("columnheader").count()).toBe(30);
    await expect.poll(() => table.getByRole("rowheader", { name: "celda-1" }).count()).toBe(1);
    const card = (await reader.last.locator(".card").boundingBox())?.width ?? 0;
    expect((await reader.last.locator(".table").boundingBox())?.width ?? 0).toBeLessThan(card);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });

  it("says that it waits, that it is slow, and that it was too long; then tries again", async () => {
    const { page, reader, context } = await open("");
    await page.clock.install();
    await page.goto(reader.home);
    let held: Route | undefined;
    await context.route(/api\/ask/, (route) => {
      held = route;
    });
    await reader.input.fill("votos titanic");
    await reader.input.press("Enter");
    await reader.last.getByText("Buscando…").waitFor();
    await page.clock.fastForward(4_100);
    await reader.announced("Está tardando más de lo normal…");
    await reader.last.getByText("Está tardando más de lo normal…").waitFor();
    await page.clock.fastForward(11_000);
    await reader.announced("El servidor no respondió a tiempo.");
    expect(held).toBeDefined();
    await context.unroute(/api\/ask/);
    await reader.last.getByRole("button", { name: "Reintentar" }).press("Enter");
    await reader.last.getByText("7.770").waitFor();
    await expect.poll(() => reader.turns.count()).toBe(1);
    expect(await reader.focused()).toBe("body");
  });

  it("says when there is no connection, and asks once there is", async () => {
    const visitor = await open();
    const { reader, context } = visitor;
    await context.setOffline(true);
    await reader.ask("votos titanic");
    await reader.last.getByText("No hay conexión.").waitFor();
    await expect.poll(() => reader.last.getByRole("link", { name: "Copiar enlace" }).count()).toBe(0);
    await context.setOffline(false);
    await reader.last.getByRole("button", { name: "Reintentar" }).click();
    await reader.last.getByText("7.770").waitFor();
    await forgive(visitor);
  });

  it("says when the server is not there, is broken, or has had enough", async () => {
    const visitor = await open();
    const { reader, context } = visitor;
    const limit = {
      code: "too_many_requests",
      detail: "Demasiadas preguntas (600 por minuto): espera 12 s.",
    };
    await context.route(/q=gone/, (route) => route.abort());
    await context.route(/q=proxy/, (route) => route.fulfill({ status: 502, body: "<h1>Bad Gateway</h1>" }));
    await context.route(/q=nonsense/, (route) => route.fulfill({ body: "[]" }));
    await context.route(/q=limit/, (route) => route.fulfill({ status: 429, json: limit }));
    await context.route(/q=enough/, (route) => route.fulfill({ status: 429, body: "" }));
    for (const [line, told] of [
      ["gone", "No pude llegar al servidor."],
      ["proxy", "Algo falló de nuestro lado."],
      ["nonsense", "Algo falló de nuestro lado."],
      ["limit", "espera 12 s."],
      ["enough", "Demasiadas preguntas seguidas."],
    ] as const) {
      await reader.ask(line);
      await reader.last.getByText(told).waitFor();
      expect(await reader.last.getByRole("button", { name: "Reintentar" }).count(), line).toBe(1);
    }
    await forgive(visitor);
  });

  it("drops suggestions that come too late", async () => {
    const { page, reader, context } = await open();
    let late: Route | undefined;
    await context.route(/api\/complete\?q=votos\+tit&/, (route) => {
      late = route;
    });
    await reader.input.fill("votos tit");
    await expect.poll(() => late !== undefined).toBe(true);
    await reader.input.fill("votos toy");
    await reader.options.filter({ hasText: "Toy Story (1995)" }).waitFor();
    const stale = [{ label: "Titanic (1997)", value: "tmdb:597", insert: "votos Titanic (1997)" }];
    // The page has given that request up; where it had not, this would reach it.
    await late?.fulfill({ json: { completions: stale } }).catch(() => undefined);
    await page.waitForTimeout(200);
    await expect.poll(() => reader.options.filter({ hasText: "Titanic" }).count()).toBe(0);
  });

  it("does not reopen suggestions after the question was asked", async () => {
    const { page, reader, context } = await open();
    let asked = 0;
    await context.route(/api\/complete/, async (route) => {
      asked++;
      await new Promise((resolve) => setTimeout(resolve, 150));
      await route.continue().catch(() => undefined);
    });
    await reader.input.fill("votos toy story");
    await expect.poll(() => asked).toBeGreaterThan(0);
    await reader.input.press("Enter");
    await reader.answered(1);
    await page.waitForTimeout(400);
    await page.getByRole("listbox").waitFor({ state: "hidden" });
  });

  it("answers without suggestions, without the greeting and without a storage", async () => {
    const visitor = await open("");
    const { page, reader, context } = visitor;
    await context.route(/api\/(complete|about)/, (route) => route.abort());
    await page.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })",
    );
    await page.goto(reader.home);
    await reader.input.pressSequentially("votos titanic");
    await page.waitForTimeout(200);
    await reader.input.press("Enter");
    await reader.answered(1);
    await reader.last.getByText("7.770").waitFor();
    await page.getByRole("button", { name: "Cambiar a tema oscuro" }).click();
    await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.getByRole("button", { name: "English" }).click();
    await reader.last.getByText("7,770").waitFor();
    await forgive(visitor);
  });

  it("draws the posters of the first screen that do not come", async () => {
    const visitor = await open("");
    const { page, reader, context } = visitor;
    await context.route(`${POSTERS}**`, (route) => route.abort());
    await page.goto(reader.home);
    await page.locator(".pick").first().waitFor();
    const drawn = page.locator(".pick .cover img[src^='cartel/'][src$='.svg?lang=es']");
    await expect.poll(() => drawn.count()).toBe(await page.locator(".pick").count());
    const width = "document.querySelector('.pick .cover img').naturalWidth";
    await expect.poll(() => page.evaluate(width)).toBe(185);
    await forgive(visitor);
  });

  it("asks what is sent before its scripts are there", async () => {
    const { page, reader, context } = await open("");
    let go: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await context.route(
      /\/app\.js$/u,
      async (route) => {
        await held;
        await route.continue();
      },
      { times: 1 },
    );
    await page.goto(reader.home, { waitUntil: "commit" });
    await reader.input.fill("votos titanic");
    await reader.input.press("Enter");
    await page.waitForURL(/\?q=votos\+titanic/u);
    go();
    await reader.answered(1);
    await reader.last.getByText("7.770").waitFor();
  });

  it("opens without a connection, and says kindly that there is none", async () => {
    const visitor = await open("", { serviceWorkers: "allow" });
    const { page } = visitor;
    const server = await servePage();
    const home = `${server.address}/`;
    await page.goto(home);
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    await server.close();
    await page.goto(`${home}pelicula/603-matrix`);
    await expect.poll(() => page.locator("h1").innerText()).toBe("Sin conexión");
    await page.getByRole("link", { name: "Volver a intentarlo" }).waitFor();
    await page.getByRole("link", { name: "Ir a Claqueta" }).click();
    await page.getByRole("combobox").fill("votos titanic");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Reintentar" }).waitFor();
    await forgive(visitor);
  });

  it("asks for nothing but its own files and answers, and for posters", async () => {
    const { page, reader } = await open("");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).origin));
    const refused: number[] = [];
    page.on("response", (response) => {
      if (response.status() >= 400) refused.push(response.status());
    });
    await page.goto(reader.home);
    await reader.ask("recomendar el padrino");
    const posters = new URL(POSTERS).origin;
    expect(new Set(asked.filter((origin) => origin !== posters))).toEqual(
      new Set([new URL(reader.home).origin]),
    );
    expect(refused).toEqual([]);
  });
});
