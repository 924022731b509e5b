/**
 * What fails while a shard connects. discord.js leaves two such failures to nobody, and either ends the whole program:
 *
 * - it does not wait for a connection it makes (`void this.internalConnect()`): one that is lost just before it says who
 *   we are ends as a rejection that nobody handles;
 * - it stops listening to a connection it gives up (`connection.onerror = null`), also while that is still being made: what
 *   the network says of it afterwards, refused or timed out, is an error that nobody hears.
 */
import type { EventEmitter } from "node:events";
import { createRequire } from "node:module";

/** The part of the library's shard that connects and gives up. */
interface Shard extends EventEmitter {
  readonly connection: WebSocket | null;
  internalConnect(): Promise<void>;
  destroy(options?: unknown): Promise<void>;
}

/** `WebSocket.CONNECTING`, which Node 20 has no such object to read from. */
const CONNECTING = 0;

const told = new WeakSet<object>();

/** From here on such a failure is an error of the shard like any other, after which the library comes back by itself. */
export function tellShardFailures(): void {
  const library = createRequire(createRequire(import.meta.url).resolve("discord.js"));
  const { WebSocketShard } = library("@discordjs/ws") as { readonly WebSocketShard: { prototype: Shard } };
  const { prototype } = WebSocketShard;
  if (told.has(prototype)) return;
  told.add(prototype);
  const { internalConnect, destroy } = prototype;
  prototype.internalConnect = async function (this: Shard): Promise<void> {
    try {
      await internalConnect.call(this);
    } catch (error) {
      this.emit("error", { error });
    }
  };
  prototype.destroy = function (this: Shard, options?: unknown): Promise<void> {
    if (this.connection?.readyState === CONNECTING) letGo(this.connection);
    return destroy.call(this, options);
  };
}

/** Ends a connection that is still being made; that it did not come about is what was wanted, so nobody is told. */
function letGo(connection: WebSocket): void {
  connection.addEventListener("error", () => undefined);
  connection.onclose = null;
  connection.onerror = null;
  connection.close();
}
