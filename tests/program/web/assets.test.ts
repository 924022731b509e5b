/** The page's files themselves: small, typed, and with nothing in them that a strict content policy would refuse. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.js";
import type { Choice } from "../../../src/chat/answer/answer.js";
import { parseLine } from "../../../src/chat/line/parse.js";
import { WEB } from "./page-server.js";

const ROOT = join(import.meta.dirname, "../../..");
const files = readdirSync(WEB).map((name) => ({ name, text: readFileSync(join(WEB, name), "utf8") }));
const scripts = files.filter(({ name }) => extname(name) === ".js");

/** The part of the page that needs no browser. */
const { lineOf, splitLine, requiredParts } = (await import(pathToFileURL(join(WEB, "line.js")).href)) as {
  lineOf(choice: Pick<Choice, "command" | "options">): string;
  splitLine(line: string): { head: string; mark: string; rest: string };
  requiredParts(usage: string): number;
};

describe("files of the page", () => {
  it("weigh less than 100 KB together", () => {
    const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(100_000);
  });

  it("are modules that can be read", () => {
    for (const { name, text } of scripts) expect(text.split("\n").length, name).toBeLessThan(200);
  });

  it("never read text as markup or code", () => {
    for (const { name, text } of scripts) {
      expect(text, name).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|Function\(/,
      );
    }
  });

  it("hold no inline script or style and load nothing from elsewhere", () => {
    const page = files.find(({ name }) => name === "index.html")?.text ?? "";
    expect(page).toContain("<main");
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script>|<script(?![^>]*\ssrc=)/i);
    const elsewhere = files.flatMap(({ text }) => text.match(/https?:\/\/[^\s"'`)]+/g) ?? []);
    expect(new Set(elsewhere)).toEqual(new Set(["http://www.w3.org/2000/svg", "https://image.tmdb.org"]));
  });

  it("name every module that is loaded, and every file that is named exists", () => {
    const names = new Set(files.map(({ name }) => name));
    const page = files.find(({ name }) => name === "index.html")?.text ?? "";
    const named = [...page.matchAll(/(?:href|src)="([\w.-]+\.\w+)"/g)].map(([, name]) => name);
    const imported = scripts.flatMap(({ text }) =>
      [...text.matchAll(/from "\.\/([\w.-]+)"/g)].map(([, name]) => name),
    );
    for (const name of [...named, ...imported]) expect(names).toContain(name);
    // A module that nobody asks for in advance costs another round trip.
    for (const name of new Set(imported)) expect(named, "modulepreload").toContain(name);
  });

  it("agree with the types of the answers", () => {
    const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
    execFileSync(process.execPath, [compiler, "-p", join(import.meta.dirname, "tsconfig.json")], {
      cwd: ROOT,
    });
  });
});

describe("lines", () => {
  it("say a choice so that it is read as it was meant", () => {
    const values = fc
      .stringMatching(/^[a-zñ'"«»“”=: 0-9]{1,40}$/)
      .map((text) => text.trim().replace(/ +/g, " "))
      .filter((text) => text !== "" && !['"', "'", /[«»]/, /[“”]/].every((mark) => text.search(mark) !== -1));
    fc.assert(
      fc.property(values, (titulo) => {
        const parsed = parseLine(commands, lineOf({ command: "votos", options: { titulo } }));
        expect(parsed.command.name).toBe("votos");
        expect(parsed.options).toEqual({ titulo });
      }),
    );
    const options = { titulo: "tmdb:603", cantidad: 10 };
    const parsed = parseLine(commands, lineOf({ command: "recomendar", options }));
    expect(parsed.options).toEqual({ titulo: "tmdb:603", cantidad: "10" });
    expect(lineOf({ command: "ayuda", options: {} })).toBe("/ayuda");
  });

  it("are split after the title, and stay what they are", () => {
    const split = (line: string) => Object.values(splitLine(line));
    expect(split("Cenicienta (2015) · Kenneth Branagh")).toEqual([
      "Cenicienta (2015)",
      " · ",
      "Kenneth Branagh",
    ]);
    expect(split("El mundo perdido: Jurassic Park (1997): de Steven Spielberg")).toEqual([
      "El mundo perdido: Jurassic Park (1997)",
      ": ",
      "de Steven Spielberg",
    ]);
    expect(split("El mundo perdido: Jurassic Park · 23 de mayo · x")).toEqual([
      "El mundo perdido: Jurassic Park",
      " · ",
      "23 de mayo · x",
    ]);
    expect(split("/votos <título> — Votos de una película")).toEqual([
      "/votos <título>",
      " — ",
      "Votos de una película",
    ]);
    expect(split("Tiburón (Jaws, 1975)")).toEqual(["Tiburón (Jaws, 1975)", "", ""]);
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect(split(line).join("")).toBe(line);
      }),
    );
  });

  it("count what a command cannot do without", () => {
    expect(requiredParts("/plataforma puntaje <plataforma> <puntaje> <año>")).toBe(3);
    expect(requiredParts("/recomendar [título] [cantidad=5]")).toBe(0);
  });
});
