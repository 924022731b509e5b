/** Discord as the operator sets it up. */
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../package-root.js";
import { definePlatform } from "../../surface/platform.js";
import { DISCORD_EXPECTED, DISCORD_VARIABLES, discordSettings } from "./settings.js";

export const discord = definePlatform({
  name: "discord",
  variables: DISCORD_VARIABLES,
  expected: DISCORD_EXPECTED,
  settings: discordSettings,
  async create(settings, options) {
    const { createDiscord } = await import("./start.js");
    const program = join(PACKAGE_ROOT, "dist/src/cli/discord.js");
    return createDiscord({ ...options, settings, program, args: ["shard"] });
  },
  address: ({ apiUrl }) => apiUrl,
  async check(settings, host) {
    const { checkDiscord } = await import("./doctor/check.js");
    return checkDiscord(settings, host);
  },
});
