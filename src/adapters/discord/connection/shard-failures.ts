/**
 * What fails while a shard connects. discord.js does not wait for it (`void this.internalConnect()`): a connection that is
 * lost just before it says who we are, and it ends as a rejection that nobody handles, which ends the whole program.
 */
import type { EventEmitter } from "node:events";
import { createRequire } from "node:module";

/** The part of the library's shard that connects. */
interface Shard extends EventEmitter {
  internalConnect(): Promise<void>;
}

const told = new WeakSet<object>();

/** From here on such a failure is an error of the shard like any other, after which the library comes back by itself. */
export function tellShardFailures(): void {
  const library = createRequire(createRequire(import.meta.url).resolve("discord.js"));
  const { WebSocketShard } = library("@discordjs/ws") as { readonly WebSocketShard: { prototype: Shard } };
  const { prototype } = WebSocketShard;
  if (told.has(prototype)) return;
  told.add(prototype);
  const connect = prototype.internalConnect;
  prototype.internalConnect = async function (this: Shard): Promise<void> {
    try {
      await connect.call(this);
    } catch (error) {
      this.emit("error", { error });
    }
  };
}
