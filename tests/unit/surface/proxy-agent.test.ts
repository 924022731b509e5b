/** HTTPS through a proxy that the environment names, and past it where that says so. */
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer, request } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createHttpsAgent, isDirect, proxyOf } from "../../../src/surface/network/proxy-agent.js";
import { OperatorError } from "../../../src/words.js";

/** Both ends know it: TLS without a certificate. */
const KEY = Buffer.from("made up for tests");
const TLS = {
  ciphers: "PSK",
  maxVersion: "TLSv1.2",
  pskCallback: () => ({ psk: KEY, identity: "test" }),
  checkServerIdentity: () => undefined,
} as const;

const open: (() => void)[] = [];

afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

/** A server that says hello, behind a proxy that notes what it is asked. */
async function world(answer = 200) {
  const server = createSecureServer(
    { ciphers: "PSK", maxVersion: "TLSv1.2", pskCallback: () => KEY, pskIdentityHint: "x" },
    (_, response) => response.end("hello"),
  );
  const port = await listening(server);
  const asked: { readonly target: string | undefined; readonly authorization: string | undefined }[] = [];
  const proxy = createServer();
  proxy.on("connect", ({ url, headers }, socket) => {
    asked.push({ target: url, authorization: headers["proxy-authorization"] });
    if (answer !== 200) {
      socket.end(`HTTP/1.1 ${answer} No\r\n\r\n`);
      return;
    }
    const behind = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      behind.pipe(socket).pipe(behind);
    });
    for (const end of [behind, socket]) end.on("error", () => end.destroy());
  });
  return { port, asked, proxy: `127.0.0.1:${await listening(proxy)}` };
}

function told(host: string, port: number, environment: Record<string, string>): Promise<string> {
  const agent = createHttpsAgent(environment, { keepAlive: true });
  open.push(() => agent.destroy());
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, agent, ...TLS }, async (response) => {
      let text = "";
      for await (const piece of response) text += piece;
      resolve(text);
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("a connection", () => {
  it("goes through the proxy, with its password", async () => {
    const { asked, proxy } = await world();
    expect(await told("api.example.test", 443, { HTTPS_PROXY: `http://ana:p%40ss@${proxy}` })).toBe("hello");
    const authorization = `Basic ${Buffer.from("ana:p@ss").toString("base64")}`;
    expect(asked).toEqual([{ target: "api.example.test:443", authorization }]);
    expect(await told("api.example.test", 8443, { https_proxy: proxy })).toBe("hello");
    expect(asked.at(-1)).toEqual({ target: "api.example.test:8443", authorization: undefined });
  });

  it("goes past it to this machine, and without one", async () => {
    const { asked, proxy, port } = await world();
    expect(await told("127.0.0.1", port, { HTTPS_PROXY: proxy })).toBe("hello");
    expect(await told("127.0.0.1", port, {})).toBe("hello");
    expect(asked).toEqual([]);
  });

  it("that the proxy refuses, or that finds no proxy, fails without telling its password", async () => {
    const { proxy } = await world(407);
    const refused = told("api.example.test", 443, { HTTPS_PROXY: `http://ana:hunter2@${proxy}` });
    await expect(refused).rejects.toMatchObject({
      code: "PROXY_407",
      message: expect.not.stringContaining("hunter2"),
    });
    const nobody = told("api.example.test", 443, { HTTPS_PROXY: "http://ana:hunter2@127.0.0.1:1" });
    await expect(nobody).rejects.toMatchObject({
      code: "ECONNREFUSED",
      message: expect.not.stringContaining("hunter2"),
    });
  });
});

describe("the environment", () => {
  it.each([
    ["api.telegram.org", "*", true],
    ["api.telegram.org", "telegram.org", true],
    ["api.telegram.org", ".telegram.org", true],
    ["api.telegram.org", "*.telegram.org", true],
    ["API.telegram.org.", "other.example, api.telegram.org", true],
    ["api.telegram.org", "api.telegram.org:443", true],
    ["api.telegram.org", "api.telegram.org:8443", false],
    ["nottelegram.org", "telegram.org", false],
    ["10.0.0.7", "10.0.0.7", true],
    ["110.0.0.7", "10.0.0.7", false],
    ["[fe80::1]", "fe80::1", true],
    ["localhost", "", true],
    ["127.0.0.53", "", true],
    ["api.telegram.org", "", false],
  ])("%s with NO_PROXY=%s", (host, listed, expected) => {
    expect(isDirect(host, 443, { NO_PROXY: listed })).toBe(expected);
  });

  it("names a proxy, or something that is none, which is not shown", () => {
    expect(proxyOf({})).toBeUndefined();
    expect(proxyOf({ HTTPS_PROXY: " " })).toBeUndefined();
    expect(proxyOf({ ALL_PROXY: "proxy.example:3128" })?.host).toBe("proxy.example:3128");
    for (const HTTPS_PROXY of ["socks5://ana:hunter2@x:1", "http://ana:hunter2@:x", "http://"]) {
      expect(() => proxyOf({ HTTPS_PROXY })).toThrow(OperatorError);
      expect(() => proxyOf({ HTTPS_PROXY })).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining("hunter2") }),
      );
    }
  });
});
