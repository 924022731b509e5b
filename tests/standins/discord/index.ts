/**
 * A stand-in Discord: REST and gateway on loopback, for tests and benches. It holds bodies to Discord's rules and
 * refuses what Discord refuses, with its codes; it can be told to fail in the ways Discord fails.
 *
 *     const discord = await startDiscord();
 *     const client = new Client({ intents: 0, rest: { api: discord.api } });
 *     await client.login(discord.token);
 *     await discord.gateway.ready();
 *     const result = await discord.slash({ command: "pelicula", options: { titulo: "Alien" }, guild: "77" });
 *     expect(result.message?.embeds).toHaveLength(1);
 *     await discord.close();
 */
import { StandInDiscord } from "./stand-in.js";
import type { StandIn, StandInOptions } from "./types.js";

export type * from "./types.js";

export async function startDiscord(options: StandInOptions = {}): Promise<StandIn> {
  return await StandInDiscord.start(options);
}
