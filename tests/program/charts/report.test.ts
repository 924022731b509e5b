/** The page of figures, as `npm run report` writes it. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repairs } from "../../../src/charts/topics/figures/repairs.js";
import { SPANISH } from "../../../src/chat/locale.js";
import { readReportArguments, runReport } from "../../../src/cli/report.js";
import { REPORT_TOPICS } from "../../../src/reports/report.js";
import { starter } from "../../support/starter-index.js";
import { launch, NO_BROWSER, ON_A_PHONE } from "../web/browser.js";
import { films } from "./starter-films.js";

const folder = mkdtempSync(join(tmpdir(), "claqueta-report-"));
const file = join(folder, "index.html");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  const asked = readReportArguments([...args, "--data", starter.root]);
  if (asked === undefined) throw new Error(args.join(" "));
  await runReport(asked, { dataDir: "", locale: SPANISH }, (line) => void lines.push(line));
  return lines;
}

describe("the page", () => {
  let page = "";
  beforeAll(async () => {
    await run("--out", folder);
    page = readFileSync(file, "utf8");
  });

  it("has every chart with its sentence, its table and the commands that give it", () => {
    // The starter catalogue needs no repairs.
    for (const topic of REPORT_TOPICS.filter((name) => name !== "reparaciones")) {
      const [, article = ""] = page.split(`<article id="${topic}">`);
      const own = article.split("</article>")[0] ?? "";
      const has = (part: RegExp) => [topic, part.source, part.test(own)];
      const parts = [
        /<h3>.+<\/h3>\n<p>.{30,}<\/p>\n<figure><svg[\s\S]+<\/svg><\/figure>/u,
        /<details>.*<tbody><tr>/u,
        new RegExp(`npm run report -- --only ${topic}<`, "u"),
      ];
      for (const part of parts) expect(has(part)).toEqual([topic, part.source, true]);
      // Of two drawings on a page none may mean the other's parts.
      expect([topic, /<svg[\s\S]* id="/u.test(own.split("</svg>")[0] ?? "")]).toEqual([topic, false]);
    }
    expect(page.match(/<figure><svg/gu)?.length).toBeGreaterThanOrEqual(12);
  });

  it("stands alone, and is small", () => {
    expect(Buffer.byteLength(page)).toBeLessThan(1_500_000);
    expect(
      /<script|<link rel="stylesheet"|@import|url\(|(?:src|href)="(?!#|data:)/u.exec(page)?.[0],
    ).toBeUndefined();
    expect(page.split("<footer>")[1]).toContain(
      "This product uses the TMDB API but is not endorsed or certified by TMDB.",
    );
  });

  it.skipIf(NO_BROWSER)(
    "opens on a phone without a complaint, and without a scroll to the side",
    async () => {
      const browser = await launch();
      try {
        for (const colorScheme of ["light", "dark"] as const) {
          const tab = await browser.newPage({ ...ON_A_PHONE, colorScheme, javaScriptEnabled: true });
          const complaints: string[] = [];
          tab.on("console", (message) => complaints.push(message.text()));
          tab.on("request", (request) => {
            if (!/^(?:file|data):/u.test(request.url())) complaints.push(request.url());
          });
          await tab.goto(pathToFileURL(file).href);
          const { wide, ink, paper } = await tab.evaluate<{
            readonly wide: number;
            readonly ink: string;
            readonly paper: string;
          }>(`({
          wide: document.documentElement.scrollWidth,
          ink: getComputedStyle(document.querySelector("figure svg text")).fill,
          paper: getComputedStyle(document.body).backgroundColor,
        })`);
          expect(complaints).toEqual([]);
          expect(wide).toBeLessThanOrEqual(390);
          expect([ink, paper]).toEqual(
            colorScheme === "light"
              ? ["rgb(33, 28, 21)", "rgb(255, 253, 248)"]
              : ["rgb(244, 236, 223)", "rgb(31, 26, 20)"],
          );
          await tab.close();
        }
      } finally {
        await browser.close();
      }
    },
  );
});

describe("one chart", () => {
  it("is its table as JSON, in the language asked for", async () => {
    const [line = ""] = await run("--only", "completitud", "--lang", "en");
    const { topic, sentence, rows } = JSON.parse(line) as {
      topic: string;
      sentence: string;
      rows: (string | number)[][];
    };
    expect(topic).toBe("completitud");
    expect(sentence).toContain("films");
    expect(rows.find(([name]) => name === "Revenue")?.[1]).toBe(
      films.filter(({ revenue }) => revenue !== undefined).length,
    );
  });

  it("tells what the build found, most first", () => {
    const found = (what: string, severity: string, count: number) => ({
      what: { es: what, en: what },
      severity,
      done: { es: severity, en: severity },
      count,
    });
    const chart = repairs(SPANISH, [
      found("filas partidas", "repaired", 3),
      found("repetidas: vale la primera", "merged", 30),
      found("repartos", "merged", 4),
    ]);
    expect(chart?.rows.map(([, , count]) => count)).toEqual([30, 4, 3]);
    expect(chart?.sentence).toContain(
      "34 duplicados y se repararon 3 filas; lo más frecuente: repetidas (30)",
    );
  });

  it.each([["--only", "tomate"], ["--lang", "fr"], ["--nada"]])("%s %s is no usage", (...args) => {
    expect(readReportArguments(args.filter(Boolean))).toBeUndefined();
  });
});
