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
 *
 * Where things are: `types.ts` says what tests can do; `rules/` holds what Discord refuses, one named rule a
 * function; `rest/` and `gateway/` speak the two protocols, and their `faults-types.ts` and `types.ts` list the faults;
 * `interactions/` is what people do, and `messages/` what stands in channels.
 *
 * What it costs: about 0.2 ms of CPU an interaction, half of it Node's own HTTP; the official document adds 7 µs a
 * body, and once a process some 80 ms for compiling (`openapi: false` leaves it out of benches).
 *
 * What it does not imitate: guilds, channels and members beyond what interactions show, message and user context
 * menus, voice, presence, components in modals other than text inputs, compression and ETF at the gateway, the
 * daily limit of new commands. Codes of rules that Discord does not document are its own where they were seen, and
 * otherwise made up in its style.
 */
import { StandInDiscord } from "./stand-in.js";
import type { StandIn, StandInOptions } from "./types.js";

export type * from "./types.js";

export async function startDiscord(options: StandInOptions = {}): Promise<StandIn> {
  return await StandInDiscord.start(options);
}
