/** A platform as the operator sets it up: its variables, and the surface that is made of them. */
import { z } from "zod";
import type { Words } from "../words.js";
import type { CheckHost, Finding } from "./finding.js";
import type { Surface, SurfaceOptions } from "./port.js";

export interface PlatformSpec<Variables extends z.ZodRawShape, Settings> {
  /** "discord". */
  readonly name: string;
  /** Variables of the environment, and how each is read. */
  readonly variables: Variables;
  /** What each should hold, for the error that says it does not. */
  readonly expected: Readonly<Record<keyof Variables & string, Words>>;
  /**
   * Undefined where nothing says that the platform is used.
   * @throws OperatorError where a variable lacks another
   */
  settings(read: z.output<z.ZodObject<Variables>>): Settings | undefined;
  /** Its library is best loaded here: only who uses it waits for it. */
  create(settings: Settings, options: SurfaceOptions): Promise<Surface>;
  /** Where its servers are asked; without a secret. */
  address(settings: Settings): string;
  /** Asks the platform what it knows of the bot, and changes nothing. Rejects for bugs alone. */
  check(settings: Settings, host: CheckHost): Promise<readonly Finding[]>;
}

/** A platform that is used. */
export interface ConfiguredPlatform {
  readonly name: string;
  /** @throws OperatorError for settings that cannot work */
  create(options: SurfaceOptions): Promise<Surface>;
  /** Where its servers are asked; without a secret. */
  readonly address: string;
  /** Asks the platform what it knows of the bot, and changes nothing. Rejects for bugs alone. */
  check(host: CheckHost): Promise<readonly Finding[]>;
}

export interface Platform<Settings = unknown> {
  readonly name: string;
  readonly variables: z.ZodRawShape;
  readonly expected: Readonly<Record<string, Words>>;
  /**
   * Undefined where it is not used.
   * @param given variables that were found to be right
   */
  configured(given: Readonly<Record<string, unknown>>): ConfiguredPlatform | undefined;
  /** Its settings among what is configured; undefined where it is not used. */
  settingsIn(platforms: readonly ConfiguredPlatform[]): Settings | undefined;
}

export function definePlatform<Variables extends z.ZodRawShape, Settings extends object>({
  name,
  variables,
  expected,
  settings: settingsOf,
  create,
  address,
  check,
}: PlatformSpec<Variables, Settings>): Platform<Settings> {
  const schema = z.object(variables);
  const known = new WeakMap<ConfiguredPlatform, Settings>();
  return {
    name,
    variables,
    expected,
    configured(given) {
      const settings = settingsOf(schema.parse(given));
      if (settings === undefined) return undefined;
      const platform = {
        name,
        create: (options: SurfaceOptions) => create(settings, options),
        address: address(settings),
        check: (host: CheckHost) => check(settings, host),
      };
      known.set(platform, settings);
      return platform;
    },
    settingsIn: (platforms) =>
      platforms.map((platform) => known.get(platform)).find((one) => one !== undefined),
  };
}
