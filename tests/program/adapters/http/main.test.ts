/** The built program: it says where it listens. */
import { describe, expect, it } from "vitest";
import { starter } from "../../../support/starter-index.js";
import { start } from "./program.js";

describe("npm start", () => {
  it("serves HTTP at the address it prints, until it is told to stop", async () => {
    const program = await start({ DATA_DIR: starter.root, PORT: "0" });
    const { address } = program;
    expect((await fetch(`${address}/api/votos/titanic`)).status).toBe(200);
    const page = await fetch(address);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect((await fetch(`${address}/docs`)).status).toBe(200);
    expect(await program.end()).toBe(0);
    expect(program.complaints).toBe("");
    await expect(fetch(address)).rejects.toThrow();
  });
});
