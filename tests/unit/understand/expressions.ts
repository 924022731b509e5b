/** Regular expressions in sources, and whether one may take more than linear time. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

export interface Expression {
  /** "file:line". */
  readonly at: string;
  /** Between the slashes. */
  readonly source: string;
}

/** Every literal of the TypeScript files below a folder. */
export function expressionsBelow(folder: string): Expression[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return expressionsIn(readFileSync(path, "utf8"), relative(folder, path));
    });
}

export function expressionsIn(text: string, name: string): Expression[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ at: `${name}:${line + 1}`, source: node.text.slice(1, node.text.lastIndexOf("/")) });
    }
    // One that is put together from texts is not seen.
    if (ts.isNewExpression(node) && node.expression.getText() === "RegExp")
      found.push({ at: name, source: "new RegExp" });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A class, an escape, an opening of a group, a quantifier, or any other character. */
const TOKEN =
  /\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\k<[^>]*>|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\.|\(\?(?:<?[=!]|:|<[^>]*>)?|[*+]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/gu;

/** A quantifier that repeats without a bound, and one that has one. */
const UNBOUNDED = /^(?:[*+]|\{\d+,\})\??$/u;
const BOUNDED = /^(?:\?|\{\d+(?:,\d+)?\}\??)$/u;
const LOOKING_BACK = /\(\?<[=!]/u;

/**
 * What may make an expression slow: something without a bound within something without a bound; two such beside each
 * other that fit the same; one before the end of the text that may begin anywhere. Undefined where it is linear.
 */
export function slowness(source: string): string | undefined {
  const tokens = source.match(TOKEN) ?? [];
  const isAnchored = source.startsWith("^") || LOOKING_BACK.test(source);
  /** Of each group that is open, whether something in it repeats without a bound. */
  const repeats = [false];
  /** What a quantifier would be of: a group in which something repeats, or an atom. */
  let groupRepeats = false;
  let atom: string | undefined;
  /** The atom that repeats without a bound just before. */
  let repeated: string | undefined;
  for (const [at, token] of tokens.entries()) {
    if (UNBOUNDED.test(token)) {
      if (groupRepeats) return "a repetition within a repetition";
      if (atom !== undefined && atom === repeated) return "two repetitions of the same";
      if (tokens[at + 1] === "$" && !isAnchored) return "a repetition before the end, from anywhere";
      repeats[repeats.length - 1] = true;
      [repeated, atom] = [atom, undefined];
      continue;
    }
    if (BOUNDED.test(token)) {
      [atom, groupRepeats] = [undefined, false];
      continue;
    }
    if (atom !== undefined || token === "|") repeated = undefined;
    atom = undefined;
    groupRepeats = false;
    if (token.startsWith("(")) repeats.push(false);
    else if (token === ")") {
      groupRepeats = repeats.pop() ?? false;
      if (groupRepeats && repeats.length > 0) repeats[repeats.length - 1] = true;
    } else if (token !== "|") atom = token;
  }
  return undefined;
}
