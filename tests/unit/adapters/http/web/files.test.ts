/** The page's files themselves: small, and with nothing in them that a strict content policy would refuse. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { SentText } from "../../../../../src/adapters/http/api/bodies.js";
import { PACKAGE_ROOT } from "../../../../../src/package-root.js";

const WEB = join(PACKAGE_ROOT, "src/adapters/http/web");

const PICTURES = new Set([".png", ".ico"]);

/** Names are relative to the page's folder. */
const files = readdirSync(WEB, { recursive: true, encoding: "utf8" })
  .filter((name) => extname(name) !== "" && !PICTURES.has(extname(name)))
  .map((name) => ({ name, text: readFileSync(join(WEB, name), "utf8") }));
const scripts = files.filter(({ name }) => extname(name) === ".js");

/** A part of the page that needs no browser. */
const { onlyMention, paragraphsOf, plain } = (await import(
  pathToFileURL(join(WEB, "answer/text.js")).href
)) as {
  onlyMention(text: SentText): object | undefined;
  paragraphsOf(text: SentText): SentText[];
  plain(text: SentText): string;
};

describe("files of the page", () => {
  it("weigh less than 120 KB together", () => {
    const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(120_000);
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
    const names = new Set(readdirSync(WEB, { recursive: true, encoding: "utf8" }));
    const page = files.find(({ name }) => name === "index.html")?.text ?? "";
    const named = [...page.matchAll(/(?:href|src)="([\w./-]+\.\w+)"/g)].map(([, name]) => name);
    const imported = scripts.flatMap(({ name, text }) =>
      [...text.matchAll(/from "(\.[\w./-]+)"/g)].map(([, path = ""]) => join(dirname(name), path)),
    );
    for (const name of [...named, ...imported]) expect(names).toContain(name);
    // A module that nobody asks for in advance costs another round trip.
    for (const name of new Set(imported)) expect(named, "modulepreload").toContain(name);
  });
});

describe("the manifest", () => {
  it("has all that makes the page one to install: pictures of the sizes that are said", () => {
    const text = files.find(({ name }) => name === "manifest.webmanifest")?.text ?? "";
    const manifest = JSON.parse(text) as {
      readonly icons: readonly Readonly<Record<"src" | "type" | "sizes" | "purpose", string>>[];
    };
    expect(manifest).toMatchObject({ name: "Claqueta", start_url: "./", display: "standalone" });
    const drawn = manifest.icons.filter(({ type }) => type === "image/png");
    expect(drawn.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
      expect.arrayContaining(["192x192 any", "512x512 any", "512x512 maskable"]),
    );
    for (const { src, sizes } of drawn) {
      const bytes = readFileSync(join(WEB, src));
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
    }
  });
});

describe("text with commands in it", () => {
  const votos = { command: "votos", typed: "titanic", line: "/votos titanic" };

  it("is cut into paragraphs where a blank line stands, and nowhere else", () => {
    expect(paragraphsOf("uno\ndos\n\ntres\n\n\n")).toEqual([["uno\ndos"], ["tres"]]);
    expect(paragraphsOf(["Prueba con ", votos, ".\n\nO con ", { command: "ayuda" }])).toEqual([
      ["Prueba con ", votos, "."],
      ["O con ", { command: "ayuda" }],
    ]);
    expect(paragraphsOf("")).toEqual([]);
  });

  it("reads as what is typed", () => {
    expect(plain(["Prueba con ", votos, " o ", { command: "ayuda" }])).toBe(
      "Prueba con /votos titanic o /ayuda",
    );
  });

  it("is a command where it is nothing else", () => {
    expect(onlyMention([votos])).toEqual(votos);
    expect(onlyMention(["a ", votos])).toBeUndefined();
    expect(onlyMention("/votos")).toBeUndefined();
  });
});
