/** Looks at everything that is set up, at once, and changes nothing. */
import type { Finding } from "../../surface/finding.js";
import { bad } from "../../surface/finding.js";
import { OperatorError } from "../../words.js";
import { createProgram } from "../bot/program.js";
import type { Config } from "../config/config.js";
import type { Environment } from "../config/environment.js";
import { dataFindings } from "./data.js";
import { nodeFinding, roomFinding, roomIn } from "./machine.js";
import { networkFindings } from "./network.js";
import { portFinding } from "./port.js";
import { readSettings } from "./settings.js";
import { sourceFindings } from "./sources.js";

/** Milliseconds for each request. */
const PATIENCE = 5_000;

export interface DoctorHost {
  readonly env: Environment;
  /** The settings file, which need not be there. */
  readonly file: string;
  readonly now: Date;
  /** Milliseconds for each request, instead of five seconds. */
  readonly patience?: number;
}

/** What was found, in the order in which one would mend it. */
export async function examine(host: DoctorHost): Promise<readonly Finding[]> {
  const { findings, config } = readSettings(host.env, host.file);
  const first = [nodeFinding(), ...findings];
  return config === undefined ? first : [...first, ...(await examineConfig(config, host))];
}

async function examineConfig(
  config: Config,
  { env, now, patience = PATIENCE }: DoctorHost,
): Promise<readonly Finding[]> {
  const { platforms, locale } = config;
  const room = roomIn(config.dataDir).then(roomFinding);
  const port = portFinding(config.http, patience);
  const network = networkFindings(platforms, { env, patience, now });
  const sources = sourceFindings(config.refresh, patience);
  const asked = programOf(config);
  const told =
    "verdict" in asked
      ? [Promise.resolve([asked])]
      : platforms.map((platform) => platform.check({ program: asked, locale, now, patience }));
  // Reading the index blocks: what goes over the network is under way by now.
  const data = dataFindings(config, now);
  return [
    await room,
    ...data,
    await port,
    ...(await network),
    ...(await Promise.all(told)).flat(),
    ...(await sources),
  ];
}

/** The commands as configured; a finding where a setting names none. */
function programOf(config: Config): ReturnType<typeof createProgram> | Finding {
  try {
    return createProgram(config);
  } catch (error) {
    if (error instanceof OperatorError) return bad(error.words);
    throw error;
  }
}
