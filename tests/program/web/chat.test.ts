/** The page in a real browser: asking, completing, choosing, sharing, going back, changing language and theme. */
import { describe, expect, it } from "vitest";
import { eachRow } from "../../../src/catalog/rows.js";
import { date, number } from "../../../src/chat/format.js";
import { parseLocale } from "../../../src/chat/locale.js";
import { TMDB_NOTICE } from "../../../src/chat/notice.js";
import { starter } from "../../support/starter-index.js";
import { NO_BROWSER, ON_A_PHONE } from "./browser.js";
import { usePage } from "./use-page.js";

const { films, people, manifest } = starter.catalog;
/** What the page tells of the data, as a reader of `tag` reads it. */
const filmCount = (tag: string) => number(parseLocale(tag), films.rowCount);
const dataDate = (tag: string) => date(parseLocale(tag), manifest.dataDate);
/** Films that Spielberg directed. */
const spielberg = [...eachRow(people)].find((row) => people.name.get(row) === "Steven Spielberg");
const directed = spielberg === undefined ? 0 : people.directed.get(spielberg).length;

describe.skipIf(NO_BROWSER)(`web chat ${NO_BROWSER ?? ""}`, () => {
  const { open, address } = usePage();

  it("greets with examples, the data's date and the notice", async () => {
    const { page, reader } = await open();
    const examples = page.getByRole("list", { name: "Prueba con" }).getByRole("button");
    await examples.first().waitFor();
    await expect.poll(() => examples.count()).toBe(10);
    await page.getByText(`${filmCount("es")} películas · datos del ${dataDate("es")}`).waitFor();
    await page.getByText("not endorsed or certified by TMDB").waitFor();
    await page.getByText("Cómo añadirlo a Discord o Telegram").click();
    await page.getByText("Las respuestas son las mismas que aquí").waitFor();
    const browse = page.getByRole("navigation", { name: "Explorar" });
    await expect
      .poll(() => browse.getByRole("link", { name: "Terror" }).getAttribute("href"))
      .toBe("descubrir?genero=Horror");
    await examples.first().click();
    await reader.answered(1);
    expect(reader.asked()).toBe("¿Qué veo hoy?");
    await expect.poll(() => reader.last.getByRole("listitem").count()).toBeGreaterThan(2);
  });

  it("says how it read a sentence, and goes on with what was asked before", async () => {
    const { page, reader } = await open("/", ON_A_PHONE);
    await reader.ask("películas de terror de los 80");
    const read = reader.last.getByText("Lo leí como:");
    await read.waitFor();
    const mention = reader.last.getByRole("button", { name: "/descubrir terror desde=1980 hasta=1989" });
    await mention.waitFor();
    expect(reader.asked()).toBe("películas de terror de los 80");

    await reader.ask("¿y de los 90?");
    await reader.last.getByText("/descubrir terror desde=1990 hasta=1999").waitFor();
    // Its address asks the same without the one before.
    expect(reader.asked()).toBe("/descubrir genero=Horror desde=1990 hasta=1999");
    await reader.ask("la segunda");
    expect(reader.asked()).toMatch(/^\/pelicula titulo=tmdb:\d+$/u);

    // What was asked before is what is seen, not what was asked last.
    await page.goBack();
    await page.goBack();
    await reader.answered(1);
    await reader.ask("¿y en netflix?");
    expect(reader.asked()).toBe("/descubrir genero=Horror desde=1980 hasta=1989 plataforma=netflix");

    // Said to nobody it is a question of its own.
    const { reader: stranger } = await open("/?q=otra");
    await stranger.answered(1);
    await stranger.last.getByText("¿Más de qué?").waitFor();
  });

  describe("completes by keyboard", () => {
    it("follows the combobox pattern", async () => {
      const { page, reader } = await open();
      const { input, options } = reader;
      expect(await reader.focused()).toBe("q");
      await expect.poll(() => input.getAttribute("aria-expanded")).toBe("false");
      await reader.type("votos toy", "Toy Story 2");
      await expect.poll(() => input.getAttribute("aria-expanded")).toBe("true");
      const count = await options.count();
      await reader.announced(`${count} sugerencias`);
      await expect.poll(() => input.getAttribute("aria-activedescendant")).toBeNull();

      await input.press("ArrowDown");
      const active = page.locator(`#${await input.getAttribute("aria-activedescendant")}`);
      await expect.poll(() => active.getAttribute("aria-selected")).toBe("true");
      await expect.poll(() => active.textContent()).toContain("Toy Story (1995)");
      await input.press("ArrowUp");
      await expect.poll(() => input.getAttribute("aria-activedescendant")).toBeNull();
      await input.press("ArrowUp");
      await expect
        .poll(() => input.getAttribute("aria-activedescendant"))
        .toBe(await options.last().getAttribute("id"));
      await expect.poll(() => page.locator("[aria-selected=true]").count()).toBe(1);
      await input.press("ArrowDown");
      await expect.poll(() => input.getAttribute("aria-activedescendant")).toBeNull();
      await expect.poll(() => input.inputValue()).toBe("votos toy");
    });

    it("fills in with Tab, closes with Escape, asks with Enter", async () => {
      const { page, reader } = await open();
      const { input } = reader;
      await reader.type("votos toy", "Toy Story (1995)");
      await input.press("ArrowDown");
      await input.press("Tab");
      await expect.poll(() => input.inputValue()).toBe("votos Toy Story (1995) ");
      await expect.poll(() => reader.turns.count()).toBe(0);
      expect(await reader.focused()).toBe("q");

      await input.fill("votos toy");
      await reader.options.first().waitFor();
      await input.press("Escape");
      await expect.poll(() => input.getAttribute("aria-expanded")).toBe("false");
      await page.getByRole("listbox").waitFor({ state: "hidden" });
      await expect.poll(() => input.inputValue()).toBe("votos toy");
      await input.press("Escape");
      await expect.poll(() => input.inputValue()).toBe("");

      await reader.type("votos toy", "Toy Story 2 (1999)");
      await input.press("ArrowDown");
      await input.press("Enter");
      await reader.answered(1);
      await expect
        .poll(() => reader.last.getByRole("heading", { name: "Toy Story (1995)", level: 3 }).count())
        .toBe(1);
      await expect.poll(() => reader.last.locator(".glance").innerText()).toContain("5.415");
      await expect.poll(() => input.inputValue()).toBe("");
      expect(await reader.focused()).toBe("q");
    });

    it("lets Tab leave where no suggestion is picked out", async () => {
      const { reader } = await open();
      await reader.type("votos toy", "Toy Story");
      await reader.input.press("Tab");
      expect(await reader.focused()).toBe("send");
      await expect.poll(() => reader.input.getAttribute("aria-expanded")).toBe("false");
    });

    it("does not ask before a command has all it needs", async () => {
      const { reader } = await open();
      await reader.type("/plataforma puntaje net", "Netflix");
      await reader.input.press("ArrowDown");
      await reader.input.press("Enter");
      await expect.poll(() => reader.input.inputValue()).toMatch(/^\/plataforma puntaje netflix $/i);
      await expect.poll(() => reader.turns.count()).toBe(0);
    });
  });

  it("completes by tap, and lets the keyboard of a phone fold away", async () => {
    const { page, reader } = await open("/", ON_A_PHONE);
    expect(await reader.focused()).not.toBe("q");
    await page.getByRole("button", { name: "Ver los comandos" }).tap();
    await reader.options.filter({ hasText: "Votos de una película" }).tap();
    await expect.poll(() => reader.input.inputValue()).toBe("/votos ");
    await reader.type("toy", "Toy Story (1995)");
    await reader.options.filter({ hasText: "Toy Story (1995)" }).tap();
    await reader.answered(1);
    await reader.last.getByText("5.415").waitFor();
    expect(await reader.focused()).not.toBe("q");
  });

  it("has room for thumbs, and never scrolls sideways", async () => {
    const { page, reader } = await open("/?q=director+spielberg", ON_A_PHONE);
    await reader.answered(1);
    await reader.last.getByText("Dinero", { exact: true }).click();
    await reader.ask("pelicula el padrino");
    await reader.ask("votos cinderella");
    await reader.input.fill("votos toy");
    await reader.options.first().waitFor();
    for (const target of await page.locator("button, input, summary, a.share, a.lead, [role=option]").all()) {
      const box = await target.boundingBox();
      // What is closed takes no room.
      if (box && (await target.isVisible()))
        expect(Math.min(box.height, box.width), await target.innerText()).toBeGreaterThanOrEqual(43.5);
    }
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 700 });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    }
  });

  it("keeps the input at the bottom, and the newest answer in sight", async () => {
    const { page, reader } = await open("/", ON_A_PHONE);
    const atBottom = async () => {
      const box = await page.locator("#composer").boundingBox();
      expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
    };
    await atBottom();
    for (const line of ["votos cinderella", "director spielberg", "ayuda", "votos titanic"]) {
      await reader.ask(line);
      await atBottom();
      const top = (await reader.last.boundingBox())?.y ?? 0;
      expect(top, line).toBeGreaterThanOrEqual(64);
      expect(top, line).toBeLessThan(700);
    }
  });

  it("shows that it waits where the reader looks", async () => {
    const { page, reader, context } = await open("/?q=director+spielberg", ON_A_PHONE);
    await reader.answered(1);
    await reader.last.getByRole("button", { name: `Ver las ${directed}` }).click();
    await context.route(/q=slow/, () => {});
    await reader.input.fill("slow");
    await reader.input.press("Enter");
    const box = await page.getByText("Buscando…").boundingBox();
    const composer = await page.locator("#composer").boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(composer?.y ?? 0);
  });

  it("asks which one, and takes the choice", async () => {
    const { page, reader } = await open();
    await reader.ask("votos cinderella");
    await reader.announced("3 opciones");
    await reader.last.getByRole("button", { name: /La Cenicienta \(1950\)/ }).click();
    await reader.answered(2);
    await expect
      .poll(() => reader.last.getByRole("heading", { level: 2 }).textContent())
      .toBe("Toma 2: La Cenicienta (1950) · Clyde Geronimi");
    const title = reader.last.getByRole("heading", { level: 3 });
    await expect.poll(() => title.textContent()).toBe("La Cenicienta (Cinderella, 1950)");
    // Who came by keyboard reads on at the question, not at the top of the page.
    expect(await reader.focused()).toBe("turn-2");
    expect(reader.asked()).toBe("/votos titulo=tmdb:11224");
    await page.reload();
    await reader.answered(2);
    await expect.poll(() => title.textContent()).toBe("La Cenicienta (Cinderella, 1950)");
  });

  it("recalls with the arrow up what was asked, whatever was typed staying as it is", async () => {
    const { page, reader } = await open();
    const { input } = reader;
    await reader.ask("votos titanic");
    await reader.ask("mes enero");
    await page.reload();
    await reader.answered(2);
    await input.press("ArrowUp");
    await expect.poll(() => input.inputValue()).toBe("mes enero");
    await input.press("ArrowUp");
    await expect.poll(() => input.inputValue()).toBe("votos titanic");
    await input.press("ArrowDown");
    await input.press("ArrowDown");
    await expect.poll(() => input.inputValue()).toBe("");
    // Where something is typed there is no second slash before it.
    await page.locator("#slash").waitFor();
    await input.fill("/votos");
    await page.locator("#slash").waitFor({ state: "hidden" });
  });

  it("shows a film's poster beside it in a list, and all lines of a long one", async () => {
    const { reader } = await open("/", ON_A_PHONE);
    await reader.ask("recomendar matrix");
    await expect.poll(() => reader.last.locator(".thumb img").count()).toBeGreaterThan(2);
  });

  it("goes on with the next ones when told so", async () => {
    const { reader } = await open();
    await reader.ask("/recomendar matrix");
    await reader.ask("¡Otra!");
    expect(reader.asked()).toBe("/recomendar titulo=tmdb:603 pagina=2");
    await expect
      .poll(() => reader.last.getByRole("heading", { level: 3 }).textContent())
      .toMatch(/^Parecidas a Matrix/);
    await reader.ask("mas");
    expect(reader.asked()).toContain("pagina=3");
    await reader.ask("votos titanic");
    await reader.ask("more");
    expect(reader.asked()).toBe("more");
  });

  it("unfolds a long list, and folds it again", async () => {
    const { page, reader } = await open();
    await reader.ask("director spielberg");
    const lines = reader.last.locator(".card > .lines > li");
    await expect.poll(() => lines.count()).toBe(6);
    const button = reader.last.getByRole("button", { name: `Ver las ${directed}` });
    await expect.poll(() => button.getAttribute("aria-expanded")).toBe("false");
    await button.click();
    await expect.poll(() => lines.count()).toBe(directed);
    await expect.poll(() => reader.last.locator(".card > .lines > li:nth-child(7):focus").count()).toBe(1);
    await page.getByRole("button", { name: "Ver menos" }).click();
    await expect.poll(() => lines.count()).toBe(6);
  });

  it("shows a line of a list in two parts, and changes none of its words", async () => {
    const { reader } = await open();
    await reader.ask("director spielberg");
    const line = reader.last.locator(".card > .lines > li").filter({ hasText: "Tiburón" });
    await reader.last.getByRole("button", { name: `Ver las ${directed}` }).click();
    await expect.poll(() => line.locator(".head").textContent()).toBe("Tiburón (1975)");
    await expect.poll(() => line.textContent()).toBe("Tiburón (1975) · 67×");
  });

  it("opens what a card keeps closed, and goes where it leads", async () => {
    const { page, reader } = await open();
    await reader.ask("pelicula el padrino");
    const { last } = reader;
    await expect.poll(() => last.locator(".glance").innerText()).toMatch(/^⭐ 8,5 \(6\.024\) · 2 h 55 min/);
    const money = last.getByText(/^Costó 6 millones/);
    await money.waitFor({ state: "hidden" });
    await last.getByText("Dinero", { exact: true }).click();
    await money.waitFor();
    const link = last.getByRole("list", { name: "En otras páginas" }).getByRole("link", { name: "IMDb" });
    await expect.poll(() => link.getAttribute("href")).toBe("https://www.imdb.com/title/tt0068646/");
    await expect.poll(() => link.getAttribute("target")).toBe("_blank");
    await expect.poll(() => link.getAttribute("rel")).toBe("noopener noreferrer");
    await expect.poll(() => last.getByText(TMDB_NOTICE).count()).toBe(1);

    const leads = last.getByRole("list", { name: "Sigue con" });
    await expect
      .poll(() => leads.getByRole("button").allInnerTexts())
      .toEqual(["Parecidas", "Saga", "Dirección", "Reparto"]);
    await leads.getByRole("button", { name: "Reparto" }).click();
    await reader.answered(2);
    expect(reader.asked()).toBe("/pelicula titulo=tmdb:238 reparto=true");
    await reader.last.getByRole("button", { name: "Al Pacino" }).click();
    await reader.answered(3);
    expect(reader.asked()).toBe("/actor nombre=person:1158");
    await expect.poll(() => reader.last.getByRole("heading", { level: 3 }).textContent()).toBe("Al Pacino");
    await page.goBack();
    await reader.last.getByRole("button", { name: "Ficha" }).waitFor();
  });

  it("tells an error kindly, with what to ask instead", async () => {
    const { reader } = await open();
    await reader.ask("/votso titanic");
    await reader.last.getByText("No conozco «/votso».").waitFor();
    await reader.last.getByRole("button", { name: "/votos titanic" }).click();
    await reader.answered(2);
    await reader.last.getByText("7.770").waitFor();
  });

  it("says so where nothing is found", async () => {
    const { reader } = await open();
    await reader.ask("votos asdfghjkl");
    await reader.last.getByText("No encontré ninguna película llamada «asdfghjkl».").waitFor();
  });

  it("asks nothing where nothing is typed", async () => {
    const { reader, page } = await open();
    await reader.input.fill("   ");
    await reader.input.press("Enter");
    await expect.poll(() => reader.turns.count()).toBe(0);
    expect(new URL(page.url()).search).toBe("");
  });

  it("puts what the help lists into the input, and asks its examples", async () => {
    const { reader } = await open();
    await reader.ask("ayuda");
    await reader.last.getByRole("button", { name: "Más", exact: true }).click();
    await reader.answered(2);
    await reader.last.getByRole("button", { name: /^\/pelicula/ }).click();
    await expect.poll(() => reader.input.inputValue()).toBe("/pelicula ");
    await reader.ask("ayuda votos");
    await reader.last.locator(".use").first().click();
    await reader.answered(4);
    expect(reader.asked()).toMatch(/^\/votos ./);
    await reader.ask("/votso titanic");
    await reader.last.getByRole("button", { name: "/votos", exact: true }).click();
    await expect.poll(() => reader.input.inputValue()).toBe("/votos ");
  });

  it("shares an answer by its address", async () => {
    const { page, reader, context } = await open();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await reader.ask("votos ¿qué? & más #1 100%");
    await reader.ask("votos la vida es bella");
    await reader.turns.first().getByRole("link", { name: "Copiar enlace" }).click();
    await reader.announced("Enlace copiado");
    const copied = String(await page.evaluate("navigator.clipboard.readText()"));
    expect(new URL(copied).searchParams.get("q")).toBe("votos ¿qué? & más #1 100%");
    await reader.last.getByRole("link", { name: "Copiar enlace" }).click();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(address("/?q=votos+la+vida+es+bella"));
    expect(page.url()).toBe(address("/?q=votos+la+vida+es+bella"));

    // What has a page of its own is shared as that: others show a card of it.
    await reader.ask("pelicula matrix");
    await reader.last.getByRole("link", { name: "Copiar enlace" }).click();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(address("/pelicula/603"));

    const friend = await open("/?q=votos+la+vida+es+bella");
    await friend.reader.answered(1);
    await expect
      .poll(() => friend.reader.last.getByRole("heading", { level: 3 }).textContent())
      .toMatch(/^La vida es bella/);
    await expect.poll(() => friend.page.title()).toBe("votos la vida es bella · Claqueta");
  });

  it("goes back and forward through the questions", async () => {
    const { page, reader } = await open();
    const questions = () => page.locator(".asked").allTextContents();
    await reader.ask("votos titanic");
    await reader.ask("score toy story");
    await page.goBack();
    await reader.answered(1);
    expect(await questions()).toEqual(["votos titanic"]);
    expect(reader.asked()).toBe("votos titanic");
    await page.goForward();
    await reader.answered(2);
    await page.goBack();
    await page.goBack();
    await page.getByRole("heading", { name: "Pregúntame de cine" }).waitFor();
    expect(await questions()).toEqual([]);
    await page.goForward();
    await reader.ask("mes enero");
    expect(await questions()).toEqual(["votos titanic", "mes enero"]);

    // Loaded anew the page still has all that was asked, and the way back.
    await page.reload();
    await reader.answered(2);
    expect(await questions()).toEqual(["votos titanic", "mes enero"]);
    await page.goBack();
    await reader.answered(1);
    expect(await questions()).toEqual(["votos titanic"]);
    await page.goForward();
    await reader.answered(2);
    await reader.ask("dia lunes");
    expect(await questions()).toEqual(["votos titanic", "mes enero", "dia lunes"]);
    await page.getByRole("link", { name: "Claqueta" }).click();
    expect(await questions()).toEqual([]);
    expect(page.url()).toBe(address());
  });

  it("speaks English when asked to, and remembers it", async () => {
    const { page, reader } = await open();
    await reader.ask("votos titanic");
    await reader.ask("votos toy story");
    await page.getByRole("button", { name: "English" }).click();
    await reader.last.getByText("5,415").waitFor();
    // Not the last answer alone: nothing of what is shown stays in the other language.
    await reader.turns.first().getByText("7,770").waitFor();
    await expect.poll(() => page.locator(".take").allInnerTexts()).toEqual(["TAKE 1", "TAKE 2"]);
    await expect.poll(() => page.getByText("Copiar enlace").count()).toBe(0);
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("en");
    await reader.ask("/votso titanic");
    await reader.last.getByText("Did you mean /votos?").waitFor();
    await page.getByRole("link", { name: "Claqueta" }).click();
    await page.getByRole("heading", { name: "Ask me about films" }).waitFor();
    await page.getByText(`${filmCount("en")} films · data as of ${dataDate("en")}`).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Ask me about films" }).waitFor();
    await page.getByRole("button", { name: "Español" }).click();
    await page.getByRole("heading", { name: "Pregúntame de cine" }).waitFor();
  });

  it("speaks the browser's language and knows its region", async () => {
    const english = await open("/", { locale: "en-GB" });
    await english.page.getByText(`data as of ${dataDate("en-GB")}`).waitFor();
    const mexican = await open("/?q=votos+tt0114709", { locale: "es-MX" });
    await mexican.reader.answered(1);
    await expect.poll(() => mexican.page.locator("html").getAttribute("lang")).toBe("es");
    const request = mexican.page.waitForRequest(/api\/ask/);
    await mexican.reader.ask("votos home alone");
    expect((await request).url()).toContain("lang=es-MX");
    const german = await open("/", { locale: "de-DE" });
    await german.page.getByRole("heading", { name: "Pregúntame de cine" }).waitFor();
  });

  it("is dark where the system is, and otherwise when asked to", async () => {
    const { page } = await open("/", { colorScheme: "dark" });
    const ground = () => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    const dark = await ground();
    await page.getByRole("button", { name: "Cambiar a tema claro" }).click();
    const light = await ground();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await ground()).toBe(light);
    await page.emulateMedia({ colorScheme: "light" });
    await page.getByRole("button", { name: "Cambiar a tema oscuro" }).click();
    expect(await ground()).toBe(dark);
    // Back to what the system shows is following the system.
    await page.getByRole("button", { name: "Cambiar a tema claro" }).click();
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await ground()).toBe(dark);
  });
});
