/** Every page leads to what is there, and names only scripts that there are. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { anchors, links, page, pagesIn } from "./pages.js";

const pages = [page("README.md"), page("README.es.md"), page("CONTRIBUTING.md"), ...pagesIn("docs")];

const { scripts } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

/** Why a link leads nowhere; undefined for one that is fine, or leads out of here. */
function fault(from: string, target: string): string | undefined {
  if (/^[a-z]+:/u.test(target)) return undefined;
  const [file = "", anchor] = target.split("#", 2);
  const path = file === "" ? from : normalize(join(dirname(from), file));
  if (!existsSync(join(PACKAGE_ROOT, path))) return `${target}: no such file`;
  if (anchor === undefined || !path.endsWith(".md")) return undefined;
  return anchors(page(path)).has(anchor) ? undefined : `${target}: no such heading`;
}

describe.each(pages)("$path", (one) => {
  it("links to files and headings that are there", () => {
    expect(links(one).flatMap((target) => fault(one.path, target) ?? [])).toEqual([]);
  });

  it("names scripts that there are", () => {
    const named = [...one.text.matchAll(/npm (?:run (?:--silent )?)([a-z][\w:-]*)/gu)].map(
      ([, name = ""]) => name,
    );
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

it("a link to nowhere is noticed", () => {
  expect(fault("docs/es/discord.md", "nowhere.md")).toBe("nowhere.md: no such file");
  expect(fault("docs/es/discord.md", "telegram.md#nowhere")).toBe("telegram.md#nowhere: no such heading");
  expect(fault("docs/es/discord.md", "telegram.md#quitarlo")).toBeUndefined();
});
