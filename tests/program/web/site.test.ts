/** Pages that are read: films, people, series of films, lists; with and without a script, on a phone and at a desk. */
import { describe, expect, it } from "vitest";
import { issues } from "./axe.js";
import { DESKTOP, NO_BROWSER, ON_A_PHONE, POSTERS } from "./browser.js";
import { usePage } from "./use-page.js";

const PLACES = [
  "/pelicula/603",
  "/persona/6384",
  "/saga/2344",
  "/descubrir?genero=terror&desde=1980",
  "/nada/de/esto",
];

/** Of a page with its styles and scripts, but for pictures. */
const MOST_BYTES = 150_000;

describe.skipIf(NO_BROWSER)(`pages ${NO_BROWSER ?? ""}`, () => {
  const { address, open } = usePage();

  it("show a film, what is like it, and lead from one to the other", async () => {
    const { page } = await open("/pelicula/603", { ...ON_A_PHONE, javaScriptEnabled: false });
    await expect.poll(() => page.locator("h1").innerText()).toBe("Matrix (1999)");
    await expect.poll(() => page.title()).toBe("Matrix (1999) · Claqueta");
    const first = page.locator(".grid a").first();
    const name = await first.locator(".name").innerText();
    await first.click();
    await expect.poll(() => page.locator("h1").innerText()).toContain(name);
    expect(new URL(page.url()).pathname).toMatch(/^\/pelicula\/\d+-[\w-]+$/u);
  });

  it("say what a pasted address shows: title, text, poster", async () => {
    const text = await (await fetch(address("/pelicula/603-lo-que-sea"))).text();
    const told = (property: string) =>
      new RegExp(`<meta property="og:${property}" content="([^"]*)">`, "u").exec(text)?.[1];
    expect(told("title")).toBe("Matrix (1999)");
    expect(told("type")).toBe("video.movie");
    expect(told("description")).toMatch(/^⭐/u);
    expect(text).toContain('<link rel="canonical" href="../pelicula/603-matrix">');
  });

  it("speak the reader's language", async () => {
    const english = await (await fetch(address("/pelicula/603?lang=en"))).text();
    expect(english).toContain('<html lang="en">');
    expect(english).toContain("The Matrix (1999)");
    expect(english).not.toContain("Parecidas");
    expect(english).toContain('href="../pelicula/603-matrix"');
  });

  it("lead from a film to its people and genres, in whichever language was chosen", async () => {
    const { page } = await open("/pelicula/603");
    await page.locator("#language").click();
    await page.getByRole("link", { name: "Keanu Reeves", exact: true }).first().click();
    await expect.poll(() => page.locator("h1").innerText()).toBe("Keanu Reeves");
    // Nothing in the link says so: the browser remembers.
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByRole("button", { name: "Switch to the dark theme" }).click();
    await page.goto(address("/pelicula/603"));
    await page.getByRole("link", { name: "Science Fiction" }).first().click();
    await expect.poll(() => page.locator("h1").innerText()).toContain("Science fiction");
    await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
    await expect
      .poll(() => page.getByRole("link", { name: /Remove Genre: Science Fiction/u }).count())
      .toBe(1);
  });

  it("are found by half a title, not by a sentence", async () => {
    const found = async (q: string) => {
      const response = await fetch(address(`/api/complete?q=${encodeURIComponent(q)}`));
      const { completions } = (await response.json()) as { completions: { insert: string }[] };
      return completions.map(({ insert }) => insert);
    };
    expect(await found("matri")).toContain("/pelicula Matrix (1999)");
    expect(await found("xq")).toEqual([]);
    expect(await found("quiero ver algo de miedo y matri")).toEqual([]);
  });

  it("take filters one by one, and give them back", async () => {
    const { page } = await open("/descubrir?genero=terror&desde=1970", { javaScriptEnabled: false });
    const all = await page.locator(".grid li").count();
    expect(all).toBeGreaterThan(3);
    await page.getByText("Filtros").click();
    await page.getByLabel("Hasta el año").fill("1979");
    await page.getByRole("button", { name: "Ver películas" }).click();
    await expect.poll(() => page.locator("h1").innerText()).toContain("1979");
    const years = await page.locator(".grid .year").allInnerTexts();
    expect(years.length).toBeGreaterThan(0);
    for (const year of years) expect(Number(year)).toBeLessThanOrEqual(1979);
    await page.getByRole("link", { name: /Quitar Hasta/u }).click();
    await expect.poll(() => page.locator(".grid li").count()).toBe(all);
  });

  it("ask the chat what is typed into them", async () => {
    const { page, reader } = await open("/saga/2344");
    await page.getByLabel("Pregunta o título").fill("votos titanic");
    await page.keyboard.press("Enter");
    await reader.answered(1);
    await expect.poll(() => reader.last.innerText()).toContain("Titanic");
  });

  it("draw a poster where none comes", async () => {
    const { page, context } = await open("");
    await context.route(`${POSTERS}**`, (route) => route.fulfill({ contentType: "text/plain", body: "no" }));
    await page.goto(address("/pelicula/603"));
    await page.locator(".cover .art svg").waitFor();
    await expect.poll(() => page.locator(".art img").count()).toBe(0);
    await expect.poll(() => page.locator(".cover text").first().textContent()).toBe("Matrix");
  });

  it.each(["/pelicula/999999999", "/pelicula/matrix", "/persona/1e9", "/saga/0"])(
    "say kindly that there is nothing at %s",
    async (path) => {
      const response = await fetch(address(path));
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(await response.text()).toContain("Aquí no hay nada");
    },
  );

  it.each([
    "/descubrir?genero=<script>alert(1)</script>",
    "/descubrir?desde=mil&zzz=1",
    "/descubrir?pagina=-3",
  ])("make nothing of %s but words", async (path) => {
    const response = await fetch(address(path));
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain("<script>alert");
  });

  it.each([
    ["390 px", ON_A_PHONE],
    ["1280 px", { viewport: DESKTOP }],
  ] as const)(
    "have no serious issue at %s, light and dark, and are no wider than that",
    async (_, options) => {
      for (const place of PLACES) {
        const { page, complaints } = await open(place, { ...options, colorScheme: "light" });
        for (const closed of await page.locator("main summary").all()) await closed.click();
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await issues(page), `${place}, ${colorScheme}`).toEqual([]);
        }
        if (place === "/nada/de/esto") complaints.length = 0;
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place).toBe(true);
      }
    },
  );

  it("weigh little without their pictures", async () => {
    for (const place of [...PLACES.slice(0, -1), "/"]) {
      const { page } = await open("");
      const sizes: Promise<number>[] = [];
      page.on("response", (response) => {
        if (response.request().resourceType() !== "image")
          sizes.push(response.body().then((body) => body.length));
      });
      await page.goto(address(place), { waitUntil: "networkidle" });
      // The page may be idle before the last body has been handed over.
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(bytes, place).toBeGreaterThan(5_000);
      expect(bytes, place).toBeLessThan(MOST_BYTES);
    }
  });

  it("have charts that are fetched when they come into view, in the reader's theme", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page } = await open("", { ...ON_A_PHONE, colorScheme });
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(address("/persona/6384"));
      const chart = page.locator(".chart img:visible");
      await expect.poll(() => chart.getAttribute("alt")).toMatch(/Keanu Reeves/u);
      await chart.scrollIntoViewIfNeeded();
      await expect.poll(() => asked.filter((url) => url.includes("/api/grafico/")).length).toBe(1);
      expect(asked.find((url) => url.includes("/api/grafico/"))).toContain(
        colorScheme === "dark" ? "fondo=oscuro" : "fondo=claro",
      );
    }
  });

  it("can be used by keyboard alone", async () => {
    const { page } = await open("/pelicula/603");
    const reached = new Set<string>();
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press("Tab");
      reached.add(
        await page.evaluate(
          "document.activeElement.matches('.grid a') ? 'grid' : document.activeElement.tagName",
        ),
      );
    }
    expect([...reached]).toEqual(expect.arrayContaining(["INPUT", "BUTTON", "SUMMARY", "A", "grid"]));
  });
});
