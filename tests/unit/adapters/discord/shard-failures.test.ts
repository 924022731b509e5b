/** What fails while a shard of discord.js connects is told, or wanted, and never ends the program. */
import type { EventEmitter } from "node:events";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { tellShardFailures } from "../../../../src/adapters/discord/connection/shard-failures.js";

interface Shard extends EventEmitter {
  connect(): Promise<void>;
  destroy(): Promise<void>;
}
type Shards = new (strategy: unknown, id: number) => Shard;

function shards(): Shards {
  const library = createRequire(createRequire(import.meta.url).resolve("discord.js"));
  return (library("@discordjs/ws") as { readonly WebSocketShard: Shards }).WebSocketShard;
}

it("fails to connect with what went wrong, however often it is asked to", async () => {
  tellShardFailures();
  tellShardFailures();
  const WebSocketShard = shards();
  const lost = new Error("WebSocket is not open: readyState 0 (CONNECTING)");
  const shard = new WebSocketShard({ options: {}, retrieveSessionInfo: () => Promise.reject(lost) }, 0);
  const errors: unknown[] = [];
  shard.on("error", (told) => errors.push(told));
  await expect(shard.connect()).rejects.toBe(lost);
  expect(errors).toEqual([{ error: lost }]);
});

it("gives up a connection that is still being made, whatever the network says of it afterwards", async () => {
  tellShardFailures();
  const port = await nobodyAt();
  const unheard: unknown[] = [];
  const hear = (error: unknown) => unheard.push(error);
  process.on("uncaughtException", hear);
  onTestFinished(() => void process.off("uncaughtException", hear));
  const strategy = {
    options: { gatewayInformation: { url: `ws://127.0.0.1:${port}` }, helloTimeout: 60_000 },
    retrieveSessionInfo: () => null,
    updateSessionInfo: () => undefined,
  };
  const WebSocketShard = shards();
  const shard = new WebSocketShard(strategy, 0);
  const given = new Promise<void>((resolve) => {
    shard.on("debug", ({ message }: { readonly message: string }) => {
      // The socket is made right after this is told, and refused a turn of the loop later.
      if (message.startsWith("Connecting to")) queueMicrotask(() => resolve(shard.destroy()));
    });
  });
  void shard.connect();
  await given;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(unheard).toEqual([]);
});

/** A port at which nobody listens: one that was open a moment ago. */
async function nobodyAt(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
