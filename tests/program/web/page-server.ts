/** The page as the program serves it, with the answers of the starter catalogue. */
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { listening } from "../../support/http-host.js";
import { starter } from "../../support/starter-index.js";

const WEB = join(PACKAGE_ROOT, "src/adapters/http/web");

export interface PageServer {
  /** "http://127.0.0.1:40000" */
  readonly address: string;
  close(): Promise<void>;
}

export function servePage(): Promise<PageServer> {
  return listening(starter.bot, { assets: WEB, program: "test", now: () => new Date() });
}
