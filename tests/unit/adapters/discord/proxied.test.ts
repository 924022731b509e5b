/** Discord through a proxy that the environment names: what the library loads after it, and our own requests. */
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { throughProxy } from "../../../../src/adapters/discord/connection/proxied.js";
import { Rest } from "../../../../src/adapters/discord/connection/rest.js";
import { OperatorError } from "../../../../src/words.js";
import { until } from "../../../support/discord-running.js";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A proxy that gives no connection, and notes to where one was asked of it. */
async function proxy(): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer();
  server.on("connect", ({ url = "" }, socket) => {
    asked.push(url);
    socket.end("HTTP/1.1 403 No\r\n\r\n");
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://ana:hunter2@127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe("a proxy", () => {
  it("is asked by our requests, and failures tell no password", async () => {
    const { address, asked } = await proxy();
    const rest = new Rest("https://discord.test/api", { HTTPS_PROXY: address });
    const patience = { total: 200, perTry: 100 };
    const sent = rest.send({ method: "GET", path: "/gateway", patience });
    await expect(sent).rejects.toThrow("no answer");
    await expect(sent).rejects.not.toThrow("hunter2");
    expect(asked[0]).toBe("discord.test:443");
    rest.close();
  });

  it("is asked by discord.js, by its requests and its socket, but for what NO_PROXY lists", async () => {
    const { address, asked } = await proxy();
    const makeRequest = throughProxy({ HTTPS_PROXY: address, NO_PROXY: "direct.test" });
    await expect(makeRequest?.("https://discord.test/api/v10/gateway/bot", {})).rejects.toThrow("PROXY_403");
    const library = createRequire(createRequire(import.meta.url).resolve("discord.js"));
    const { WebSocketManager, WebSocketShard, SimpleContextFetchingStrategy } = library("@discordjs/ws");
    const rest = { get: async () => gateway("wss://gateway.discord.test") };
    const manager = new WebSocketManager({ token: "x", intents: 0, rest, shardCount: 1 });
    const options = {
      ...manager.options,
      gatewayInformation: gateway("wss://gateway.discord.test"),
      shardCount: 1,
    };
    const shard = new WebSocketShard(new SimpleContextFetchingStrategy(manager, options), 0);
    shard.on("error", () => undefined);
    void shard.connect().catch(() => undefined);
    await until(() => asked.includes("gateway.discord.test:443"));
    expect(asked).toEqual(["discord.test:443", "gateway.discord.test:443"]);
    await shard.destroy({ code: 1000 }).catch(() => undefined);
  });

  it("that is none is told, without what it holds", () => {
    expect(throughProxy({})).toBeUndefined();
    for (const make of [
      () => throughProxy({ HTTPS_PROXY: "socks5://ana:hunter2@x:1" }),
      () => new Rest("https://discord.test/api", { HTTPS_PROXY: "socks5://ana:hunter2@x:1" }),
    ]) {
      expect(make).toThrow(OperatorError);
      expect(make).not.toThrow("hunter2");
    }
  });
});

function gateway(url: string) {
  return {
    url,
    shards: 1,
    session_start_limit: { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 },
  };
}
