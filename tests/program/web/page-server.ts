/** The page as the program serves it, with the answers of the starter catalogue. */
import { join } from "node:path";
import type { ChartPort } from "../../../src/charts/port.js";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { listening } from "../../support/http-host.js";
import { starter } from "../../support/starter-index.js";

const WEB = join(PACKAGE_ROOT, "src/adapters/http/web");

export interface PageServer {
  /** "http://127.0.0.1:40000" */
  readonly address: string;
  close(): Promise<void>;
}

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 440 330"><rect width="440" height="330" fill="#357"/></svg>`;

/** Draws one thing, whatever is asked: what charts look like is seen elsewhere. */
const charts: ChartPort = {
  draw: async () => new TextEncoder().encode(SVG),
  plot: async () => SVG,
  raster: async () => new TextEncoder().encode(SVG),
};

export function servePage(): Promise<PageServer> {
  const bot = { ...starter.bot, ports: { ...starter.bot.ports, charts } };
  return listening(bot, { assets: WEB, program: "test", now: () => new Date() });
}
