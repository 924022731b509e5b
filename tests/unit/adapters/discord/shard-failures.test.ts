/** What fails while a shard of discord.js connects is told, and no rejection that nobody handles. */
import type { EventEmitter } from "node:events";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { tellShardFailures } from "../../../../src/adapters/discord/connection/shard-failures.js";

interface Shard extends EventEmitter {
  connect(): Promise<void>;
}
type Shards = new (strategy: unknown, id: number) => Shard;

it("fails to connect with what went wrong, however often it is asked to", async () => {
  tellShardFailures();
  tellShardFailures();
  const library = createRequire(createRequire(import.meta.url).resolve("discord.js"));
  const { WebSocketShard } = library("@discordjs/ws") as { readonly WebSocketShard: Shards };
  const lost = new Error("WebSocket is not open: readyState 0 (CONNECTING)");
  const shard = new WebSocketShard({ options: {}, retrieveSessionInfo: () => Promise.reject(lost) }, 0);
  const errors: unknown[] = [];
  shard.on("error", (told) => errors.push(told));
  await expect(shard.connect()).rejects.toBe(lost);
  expect(errors).toEqual([{ error: lost }]);
});
