/** One server and one browser for a file of tests, and a page that must have had nothing to complain about. */
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launch, type Visit, visit } from "./browser.js";
import { type PageServer, servePage } from "./page-server.js";
import { Reader } from "./reader.js";

export interface Visitor extends Visit {
  readonly reader: Reader;
}

export interface PageUnderTest {
  address(path?: string): string;
  /** A new visitor at `path`; "" goes nowhere yet, so that something can be prepared. */
  open(path?: string, options?: BrowserContextOptions): Promise<Visitor>;
}

/** Registers the hooks of a file of tests. */
export function usePage(): PageUnderTest {
  let server: PageServer;
  let browser: Browser;
  let visitors: Visitor[] = [];
  beforeAll(async () => {
    [server, browser] = await Promise.all([servePage(), launch()]);
  });
  afterEach(async () => {
    const left = visitors;
    visitors = [];
    await Promise.all(left.map(({ context }) => context.close()));
    const unexpected = left.flatMap(({ complaints, forgiven }) =>
      complaints.filter((complaint) => forgiven?.test(complaint) !== true),
    );
    expect(unexpected).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const address = (path = "/") => `${server.address}${path}`;
  return {
    address,
    async open(path = "/", options = {}) {
      const came = await visit(browser, options);
      const visitor = { ...came, reader: new Reader(came.page, address()) };
      visitors.push(visitor);
      if (path !== "") await came.page.goto(address(path));
      return visitor;
    },
  };
}
