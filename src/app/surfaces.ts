/** Which surfaces there are, as the operator set them; a library is only loaded where it is used. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HttpSurface } from "../adapters/http/surface.js";
import { PACKAGE_ROOT } from "../package-root.js";
import type { Surface, SurfaceOptions } from "../surface/port.js";
import { QuestionCounts } from "../surface/question-counts.js";
import type { Config } from "./config/config.js";
import { showNightPage } from "./nights/pages.js";

export interface Surfaces {
  /** Connected to a platform. */
  readonly platforms: readonly Surface[];
  /** Our own server, which also takes what platforms deliver. */
  readonly http: HttpSurface;
  /** The person at the terminal; undefined where there is none. */
  readonly terminal?: Surface;
}

/** @throws OperatorError for settings that cannot work */
export async function createSurfaces(
  config: Config,
  options: SurfaceOptions,
  hasTerminal: boolean,
): Promise<Surfaces> {
  const questions = new QuestionCounts();
  const platforms = await Promise.all(
    config.platforms.map((platform) =>
      platform.create({ ...options, bot: questions.of(platform.name, options.bot) }),
    ),
  );
  return {
    platforms,
    http: await http(config, options, { platforms, questions }),
    terminal: hasTerminal ? await terminal(options) : undefined,
  };
}

async function http(
  { http: settings }: Config,
  options: SurfaceOptions,
  { platforms, questions }: { readonly platforms: readonly Surface[]; readonly questions: QuestionCounts },
): Promise<HttpSurface> {
  const { HttpSurface } = await import("../adapters/http/surface.js");
  const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")) as {
    version: string;
  };
  const assets = join(PACKAGE_ROOT, "src/adapters/http/web");
  const { bot } = options;
  return new HttpSurface({
    ...options,
    settings,
    assets,
    program: version,
    questions,
    surfaces: () => platforms,
    nightPage: bot().ports.nightPages && ((secret, how) => showNightPage(bot(), secret, how)),
  });
}

async function terminal(options: SurfaceOptions): Promise<Surface> {
  const { TerminalSurface } = await import("../adapters/terminal/surface.js");
  return new TerminalSurface({
    ...options,
    streams: { input: process.stdin, output: process.stdout, env: process.env },
  });
}
