/** Files that people sent, fetched from a server that may do anything. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { download } from "../../../src/surface/network/download.js";

const MOST = 1_000;

/** What comes of a file of such a server, and what it was asked for. */
async function fetched(listener: RequestListener, patience = 5_000) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    listener(request, response);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-token/file`);
  const got = await download({ url, mostBytes: MOST, patience, environment: {} }).catch((error) => error);
  return { got, asked };
}

describe("a file", () => {
  it("is given whole, in however many pieces it comes", async () => {
    const { got } = await fetched((_, response) => {
      response.write("a".repeat(400));
      setTimeout(() => response.end("b".repeat(600)), 20);
    });
    expect(Buffer.from(got).toString()).toBe(`${"a".repeat(400)}${"b".repeat(600)}`);
  });

  it.each([301, 302, 307, 308])("is not looked for where a %i leads", async (status) => {
    const { got, asked } = await fetched((_, response) => {
      response.writeHead(status, { location: "/elsewhere" }).end("x");
    });
    expect(got).toMatchObject({ code: "unavailable" });
    expect(asked).toEqual(["/secret-token/file"]);
  });

  it.each([
    ["says so", { "content-length": String(MOST + 1) }],
    ["does not say so", {}],
    ["says less", { "x-size": "10" }],
  ])("that is too large is refused where it %s", async (_, headers) => {
    const { got } = await fetched((_request, response) => {
      response.writeHead(200, headers);
      response.end(Buffer.alloc(MOST + 1));
    });
    expect(got).toMatchObject({ code: "too_large" });
  });

  it("without an end is refused once it is too large", async () => {
    const { got } = await fetched((_, response) => {
      const more = () => response.write(Buffer.alloc(300), () => setImmediate(more));
      more();
    });
    expect(got).toMatchObject({ code: "too_large" });
  });

  it.each<[string, RequestListener]>([
    ["says nothing", () => undefined],
    ["begins and goes on for ever", (_, response) => void response.writeHead(200).write("a")],
  ])("is given up where the server %s", async (_, listener) => {
    expect((await fetched(listener, 150)).got).toMatchObject({ code: "unavailable" });
  });

  it.each<[string, RequestListener]>([
    [
      "breaks off before the length it told",
      (_, response) => {
        response.writeHead(200, { "content-length": "500" });
        response.write("a".repeat(100), () => response.destroy());
      },
    ],
    ["breaks off in a piece", (_, response) => void response.write("abc", () => response.destroy())],
    ["closes at once", (request) => void request.socket.destroy()],
    ["has none", (_, response) => void response.writeHead(404).end("x")],
    ["has trouble", (_, response) => void response.writeHead(500).end("x")],
    ["gives a part", (_, response) => void response.writeHead(206).end("x")],
  ])("is none where the server %s", async (_, listener) => {
    const { got } = await fetched(listener);
    expect(got).toMatchObject({ code: "unavailable" });
    // The address has the token in it.
    expect(JSON.stringify([got, String(got), got.stack])).not.toContain("secret-token");
  });
});
