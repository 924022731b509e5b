/** An XML text as a table: the records are the elements that stand beside others of their name. */
import { InputCut, InputRefused } from "../../files/broken-input.js";
import type { ReadLimits } from "../../files/limits.js";
import { textChunks } from "../../files/text/text-chunks.js";
import { encodingProblem, type TableHandlers } from "../../table.js";
import { RecordTable } from "../json/records.js";
import { recordOf, type XmlElement, XmlWalk } from "./xml-values.js";

/**
 * Reads a whole text. One that is cut short gives its complete records and a problem.
 * @param path names of the elements around a record and of itself, as `recordPath` tells it
 * @returns records met
 * @throws InputRefused where the bytes may not be read on
 */
export async function readXmlRecords(
  bytes: AsyncIterable<Buffer>,
  path: readonly string[],
  limits: ReadLimits,
  handlers: TableHandlers,
): Promise<number> {
  const table = new RecordTable(limits, handlers);
  let count = 0;
  let chars = 0;
  let isCut = false;
  const walk = new XmlWalk((element, around, isUnfinished) => {
    const isRecord = around.length === path.length - 1 && isAt(path, [...around, element]);
    if (!isRecord) return around.length < path.length - 1;
    chars = 0;
    if (isUnfinished) isCut = true;
    else table.push(recordOf(element), ++count);
    return true;
  });
  try {
    const onOtherEncoding = (name: string): void => handlers.onProblem(encodingProblem(name));
    const onMojibake = (): void => handlers.onProblem({ code: "mojibake" });
    for await (const text of textChunks(bytes, { onOtherEncoding, onMojibake })) {
      chars += text.length;
      if (chars > limits.jsonBytes) throw new InputRefused("too-large", `> ${limits.jsonBytes} characters`);
      walk.write(text);
      if (table.stopped) return table.rows;
    }
  } catch (error) {
    if (!(error instanceof InputCut)) throw error;
    isCut = true;
  }
  walk.end();
  table.end();
  if (isCut) handlers.onProblem({ code: "truncated", line: count + 1 });
  return table.rows;
}

/** What names a film, in an element or an attribute. */
const TITLE = /^(?:title|t[ií]tulo|name|nombre|(?:original|film|movie)_?(?:title|name))$/iu;

/**
 * The elements around a record, and itself: the outermost that have a title in them; else the first that stand beside
 * others of their name; else the outermost with others in it. Undefined where there is none.
 */
export function recordPath(start: string): readonly string[] | undefined {
  const found = new Map<string, { readonly path: readonly string[]; count: number; titled: number }>();
  const walk = new XmlWalk((element, around) => {
    const path = [...around, element].map(({ name }) => name);
    const { children, attributes } = element;
    const isRich = children.length > 1 || Object.keys(attributes).length > 2;
    if (!isRich) return false;
    const key = JSON.stringify(path);
    const known = found.get(key) ?? { path, count: 0, titled: 0 };
    found.set(key, { path, count: known.count + 1, titled: known.titled + (hasTitle(element) ? 1 : 0) });
    return false;
  });
  walk.write(start);
  walk.end();
  const byDepth = [...found.values()].sort((a, b) => a.path.length - b.path.length || b.count - a.count);
  const best =
    byDepth.find(({ count, titled }) => titled * 2 > count) ??
    byDepth.find(({ count }) => count > 1) ??
    byDepth[0];
  return best?.path;
}

function hasTitle({ children, attributes }: XmlElement): boolean {
  const names = [
    ...children.map(({ name, key }) => key ?? name),
    // What is only called something is a table or a list.
    ...Object.keys(attributes).filter((name) => name !== "name"),
  ];
  return names.some((name) => TITLE.test(name));
}

function isAt(path: readonly string[], elements: readonly XmlElement[]): boolean {
  return elements.every(({ name }, depth) => name === path[depth]);
}
