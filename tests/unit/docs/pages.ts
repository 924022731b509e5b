/** The pages that people read, taken apart for the tests that hold them against the program. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../../src/package-root.js";

export interface Page {
  /** From the package's root: "docs/es/discord.md". */
  readonly path: string;
  readonly text: string;
}

export function page(path: string): Page {
  return { path, text: readFileSync(join(PACKAGE_ROOT, path), "utf8") };
}

/** All in a folder, and in those below it. */
export function pagesIn(folder: string): readonly Page[] {
  return readdirSync(join(PACKAGE_ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => page(join(folder, name)));
}

/** Code blocks of a kind: "sh", "text". */
export function blocks({ text }: Page, kind: string): readonly string[] {
  const fences = text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gmu);
  return [...fences].flatMap(([, indent = "", found, body = ""]) =>
    found === kind ? [body.replaceAll(new RegExp(`^${indent}`, "gmu"), "")] : [],
  );
}

/** Where its links lead, without those in code. */
export function links({ text }: Page): readonly string[] {
  const plain = text.replace(/```[\s\S]*?```/gu, "").replace(/`[^`\n]*`/gu, "");
  return [...plain.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = ""]) => target);
}

/** What a link to one of its headings ends with. */
export function anchors({ text }: Page): ReadonlySet<string> {
  const headings = text.replace(/```[\s\S]*?```/gu, "").matchAll(/^#+ (.+)$/gmu);
  return new Set(
    [...headings].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replaceAll(" ", "-"),
    ),
  );
}
