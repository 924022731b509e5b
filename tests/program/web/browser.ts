/** A real Chromium, and visits whose every complaint is written down. */
import { existsSync } from "node:fs";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";

const EXECUTABLE = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** Why there is no browser to test in; undefined where there is one. */
export const NO_BROWSER = existsSync(EXECUTABLE)
  ? undefined
  : `no Chromium at ${EXECUTABLE}: set CHROMIUM_PATH`;

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

/** As somebody on a phone; a Spanish browser at a desk is what everything else is. */
export const ON_A_PHONE: BrowserContextOptions = {
  viewport: PHONE,
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};

/** No test goes further than this machine; a poster is this picture. */
export const POSTERS = "https://image.tmdb.org/";
const POSTER = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 3"><path fill="#357" d="M0 0h2v3H0z"/></svg>`;

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings of the console, uncaught errors, breaches of the content policy, requests to third parties. */
  readonly complaints: string[];
  /** What it may complain about. */
  forgiven?: RegExp;
}

export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: "es-ES",
    reducedMotion: "reduce",
    // What a worker asks for is nothing that a test could answer instead.
    serviceWorkers: "block",
    ...options,
  });
  const complaints: string[] = [];
  await context.route(
    ({ hostname }) => hostname !== "127.0.0.1",
    (route) => {
      const url = route.request().url();
      if (url.startsWith(POSTERS)) return route.fulfill({ contentType: "image/svg+xml", body: POSTER });
      complaints.push(`a third party was asked: ${url}`);
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on("console", (message) => {
    // Of its own doing: see `serviceWorkers` above.
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, context, complaints };
}
