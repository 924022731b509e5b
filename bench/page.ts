/**
 * The pages as a phone on a slow network has them: when the largest thing on them has been painted, and what they weigh.
 * Chromium is slowed down as its own tools do it for "slow 4G": 1.6 Mbit/s, 150 ms a round trip, a processor four times
 * slower. Nothing is kept from one visit to the next. Posters come from elsewhere: without them is what is ours, with drawn
 * ones in their places; with them each is one picture, which comes after as long as finding that server takes. BENCH_INDEX
 * names an index that is built already.
 */
import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { withIndex } from "./tools/data/with-index.js";
import { type Served, serveProgram } from "./tools/programs/servers.js";
import { median, printTable } from "./tools/table.js";

const EXECUTABLE = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const VISITS = 5;
const TARGET = 1000;
const SLOW_4G = {
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
  offline: false,
};
const SLOWDOWN = 4;
/** Name, connection, encryption and request of a server not asked before: four round trips. */
const POSTER_DELAY = 4 * SLOW_4G.latency;
const POSTER = `<svg xmlns="http://www.w3.org/2000/svg" width="185" height="278"><rect width="185" height="278" fill="#357"/></svg>`;

const PAGES: Readonly<Record<string, string>> = {
  chat: "/",
  film: "/pelicula/603",
  person: "/persona/6384",
  franchise: "/saga/2344",
  discover: "/descubrir?genero=terror",
};

export async function benchPage(): Promise<void> {
  await withIndex(async (index) => {
    const server = await serveProgram(index);
    const browser = await chromium.launch({
      executablePath: EXECUTABLE,
      args: ["--headless", "--no-sandbox"],
    });
    try {
      const rows: Record<string, string>[] = [];
      for (const [name, path] of Object.entries(PAGES))
        rows.push(await measured(browser, server, name, path));
      printTable(rows);
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}

interface Visited {
  readonly first: number;
  readonly largest: number;
  readonly shift: number;
  readonly bytes: number;
}

async function measured(
  browser: Browser,
  server: Served,
  name: string,
  path: string,
): Promise<Record<string, string>> {
  const visits: Visited[] = [];
  const postered: Visited[] = [];
  for (let at = 0; at < VISITS; at++) {
    visits.push(await visit(browser, `${server.address}${path}`, false));
    postered.push(await visit(browser, `${server.address}${path}`, true));
  }
  const typical = (of: keyof Visited) => median(visits.map((one) => one[of]));
  return {
    page: name,
    "first paint": `${typical("first").toFixed(0)} ms`,
    "largest paint": `${typical("largest").toFixed(0)} ms`,
    slowest: `${Math.max(...visits.map(({ largest }) => largest)).toFixed(0)} ms`,
    target: `≤ ${TARGET} ms`,
    "with posters": `${median(postered.map(({ largest }) => largest)).toFixed(0)} ms`,
    "layout shift": median(postered.map(({ shift }) => shift)).toFixed(3),
    "sent, without pictures": `${(typical("bytes") / 1000).toFixed(0)} kB`,
  };
}

async function visit(browser: Browser, address: string, hasPosters: boolean): Promise<Visited> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 3,
    isMobile: true,
    hasTouch: true,
    locale: "es-ES",
  });
  try {
    await context.route(
      ({ hostname }) => hostname !== "127.0.0.1",
      async (route) => {
        if (!hasPosters) return route.abort();
        await pause(POSTER_DELAY);
        await route.fulfill({ contentType: "image/svg+xml", body: POSTER });
      },
    );
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW_4G);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    const pictures = new Set<string>();
    let bytes = 0;
    session.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Image") pictures.add(requestId);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (!pictures.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(address, { waitUntil: "load" });
    await pause(1500);
    return { ...(await paints(page)), bytes };
  } finally {
    await context.close();
  }
}

/** What the browser itself noted of painting. */
function paints(page: Page): Promise<Omit<Visited, "bytes">> {
  return page.evaluate(`new Promise((resolve) => {
    const noted = { first: 0, largest: 0, shift: 0 };
    const note = (type, take) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    note("paint", (entry) => { if (entry.name === "first-contentful-paint") noted.first = entry.startTime; });
    note("largest-contentful-paint", (entry) => { noted.largest = entry.startTime; });
    note("layout-shift", (entry) => { if (!entry.hadRecentInput) noted.shift += entry.value; });
    setTimeout(() => resolve(noted), 200);
  })`);
}
