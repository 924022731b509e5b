/** Requests to a platform: answered, given up, and what is known of those that were. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type HttpCall, HttpClient, type HttpFailure } from "../../../src/surface/network/http-client.js";

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function serving(listener: RequestListener, connections = 4) {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = new HttpClient({}, connections);
  ends.push(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = (call: Partial<HttpCall> = {}) =>
    client.send({
      origin,
      path: "/x",
      method: "POST",
      headers: {},
      patience: 5000,
      mostBytes: 1000,
      ...call,
    });
  const failure = (call?: Partial<HttpCall>) =>
    send(call).then(
      () => expect.unreachable("answered"),
      (error: HttpFailure) => error,
    );
  return { send, failure, client, server };
}

describe("a request", () => {
  it("gives the whole answer, whatever its status, and its headers by name", async () => {
    const { send } = await serving((request, response) => {
      request.resume().on("end", () => response.writeHead(429, { "Retry-After": "7" }).end("más tarde"));
    });
    const { status, header, bytes } = await send({ body: "¿?" });
    expect([status, header("retry-after"), header("x-none"), bytes.toString()]).toEqual([
      429,
      "7",
      undefined,
      "más tarde",
    ]);
  });

  it("sends its body with its length", async () => {
    const { send } = await serving((request, response) => {
      response.end(`${request.headers["content-length"]} ${request.headers["transfer-encoding"]}`);
    });
    expect((await send({ body: "año" })).bytes.toString()).toBe("4 undefined");
  });

  it("that nobody takes has surely not arrived", async () => {
    const { failure, server } = await serving(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    expect(await failure()).toMatchObject({ why: "ECONNREFUSED", mayHaveArrived: false });
  });

  it.each<[string, RequestListener, Partial<HttpCall>, RegExp]>([
    ["hangs", () => undefined, { patience: 50 }, /within 50 ms/u],
    ["hangs once it is connected", () => undefined, { patienceOnceConnected: 50 }, /within 50 ms/u],
    ["is closed", (request) => request.socket.destroy(), {}, /UND_ERR_SOCKET|ECONNRESET/u],
    ["is cut off", (_, response) => cutOff(response), {}, /UND_ERR/u],
    ["is answered at too great length", (_, response) => response.end("x".repeat(1001)), {}, /too long/u],
  ])("that %s may have arrived", async (_, listener, call, why) => {
    const { failure } = await serving(listener);
    const failed = await failure(call);
    expect(failed.why).toMatch(why);
    expect(failed.mayHaveArrived).toBe(true);
  });

  it("is cancelled, before and after it was sent", async () => {
    const { failure } = await serving(() => undefined);
    const controller = new AbortController();
    const later = failure({ signal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    expect(await later).toMatchObject({ why: "cancelled", mayHaveArrived: true });
    expect(await failure({ signal: controller.signal })).toMatchObject({
      why: "cancelled",
      mayHaveArrived: false,
    });
  });

  it("waits for a connection as long as it has time in all", async () => {
    const { send } = await serving((_, response) => void setTimeout(() => response.end("ya"), 60), 1);
    const all = await Promise.all(Array.from({ length: 5 }, () => send({ patienceOnceConnected: 200 })));
    expect(all.map(({ bytes }) => bytes.toString())).toEqual(Array(5).fill("ya"));
  });

  it("holds nothing of its address in what is told of its failure", async () => {
    const { failure } = await serving((request) => request.socket.destroy());
    expect(JSON.stringify(await failure({ path: "/bot123:SECRET/getMe" }))).not.toContain("SECRET");
  });
});

function cutOff(response: Parameters<RequestListener>[1]): void {
  response.writeHead(200, { "content-length": "500" });
  response.write("half");
  setTimeout(() => response.socket?.destroy(), 20);
}
