/** The built program: it says where it listens, and a busy port keeps nothing else from starting. */
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { starter } from "../../../support/starter-index.js";
import { start } from "./program.js";

describe("npm start", () => {
  it("serves HTTP at the address it prints, until it is told to stop", async () => {
    const { address, errors, end } = await start({ DATA_DIR: starter.root, PORT: "0" });
    expect((await fetch(`${address}/api/votos/titanic`)).status).toBe(200);
    const page = await fetch(address);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect((await fetch(`${address}/docs`)).status).toBe(200);
    expect(await end()).toBe(0);
    expect(errors()).toBe("");
    await expect(fetch(address)).rejects.toThrow();
  });

  it("warns once of a busy port, and stays up for the rest", async () => {
    const busy = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => busy.once("listening", resolve));
    const { port } = busy.address() as { port: number };
    const settings = { DATA_DIR: starter.root, PORT: String(port), LOCALE: "en" };
    const { address, errors, end } = await start(settings);
    expect(address).toBe("");
    expect(errors()).toBe(
      `No HTTP: cannot listen on 127.0.0.1, port ${port} (EADDRINUSE); HOST and PORT choose another\n`,
    );
    expect(await end()).toBe(0);
    busy.close();
  });
});
