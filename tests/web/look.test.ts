import { it } from "vitest";
import { DESKTOP, launch, ON_A_PHONE, visit } from "./browser.js";
import { servePage } from "./page-server.js";

it("look", async () => {
  const server = await servePage();
  const browser = await launch();
  try {
    for (const [name, options] of [
      ["phone", ON_A_PHONE],
      ["desk", { viewport: DESKTOP }],
    ] as const)
      for (const colorScheme of ["light", "dark"] as const) {
        const { page, complaints, close } = await visit(browser, { ...options, colorScheme });
        const shot = (n: string) => page.screenshot({ path: `/tmp/look/${name}-${colorScheme}-${n}.png` });
        await page.goto(server.address);
        await page.waitForSelector(".chip");
        await shot("1-home");
        await page.fill("#q", "");
        await page.locator("#q").pressSequentially("votos toy");
        await page.waitForSelector("[role=option]:has-text('Toy')");
        await page.keyboard.press("ArrowDown");
        await shot("2-complete");
        await page.keyboard.press("Escape");
        await page.fill("#q", "votos cinderella");
        await page.keyboard.press("Enter");
        await page.waitForSelector(".choice");
        await shot("3-choices");
        await page.click(".choice >> nth=1");
        await page.waitForSelector(".figures");
        await page.waitForTimeout(100);
        await shot("4-votes");
        for (const [n, q] of [
          ["5-list", "director spielberg"],
          ["6-error", "votso titanic"],
          ["7-empty", "votos asdfghjkl"],
          ["8-help", "ayuda"],
          ["9-rec", "recomendar el padrino"],
          ["a-datos", "datos"],
          ["b-film", "pelicula el padrino"],
          ["c-find", "buscar tiburones"],
          ["d-long", "actor tom hanks"],
        ]) {
          await page.fill("#q", q);
          await page.keyboard.press("Enter");
          await page.waitForTimeout(250);
          await shot(n);
        }
        console.log(name, colorScheme, complaints);
        await close();
      }
  } finally {
    await browser.close();
    await server.close();
  }
});
