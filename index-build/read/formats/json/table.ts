/** A JSON text as a table: a list of records, records one after the other or a line each, or an object as pandas has it. */
import { InputCut, InputRefused } from "../../files/broken-input.js";
import type { ReadLimits } from "../../files/limits.js";
import { textChunks } from "../../files/text/text-chunks.js";
import { encodingProblem, type TableHandlers } from "../../table.js";
import { type Row, rowsOf } from "./documents.js";
import { isRecord, parseJson } from "./parse.js";
import { RecordTable } from "./records.js";
import { JsonValues } from "./values.js";
import { orderIn, recordsWithin, withId } from "./wrapped.js";

/**
 * Reads a whole text. One that is cut short gives its complete records and a problem.
 * @returns records met
 * @throws InputRefused where the bytes may not be read on
 */
export async function readJsonTable(
  bytes: AsyncIterable<Buffer>,
  limits: ReadLimits,
  handlers: TableHandlers,
): Promise<number> {
  const reader = new Reader(limits, handlers);
  try {
    const onOtherEncoding = (name: string): void => handlers.onProblem(encodingProblem(name));
    const onMojibake = (): void => handlers.onProblem({ code: "mojibake" });
    const texts = textChunks(bytes, { onOtherEncoding, onMojibake });
    for await (const text of texts) {
      reader.push(text);
      if (reader.stopped) return reader.records;
    }
    reader.end();
  } catch (error) {
    if (!(error instanceof InputCut)) throw error;
    reader.end(error.reason);
  }
  return reader.records;
}

class Reader {
  readonly #values: JsonValues;
  readonly #table: RecordTable;
  readonly #limits: ReadLimits;
  readonly #handlers: TableHandlers;
  /** An object that may be the only one, and then may be a whole table. */
  #first: { readonly value: Readonly<Record<string, unknown>> } | undefined;
  #count = 0;
  /** What was said before a record, and is none itself. */
  #told: { readonly id: unknown } | undefined;
  #bad = 0;
  /** The text goes line by line, so that a broken line costs no other; undefined until that is known. */
  #byLine: boolean | undefined;
  #line = "";

  constructor(limits: ReadLimits, handlers: TableHandlers) {
    this.#limits = limits;
    this.#handlers = handlers;
    this.#values = new JsonValues(limits);
    this.#table = new RecordTable(limits, handlers);
  }

  get records(): number {
    return this.#table.rows + this.#bad;
  }

  get stopped(): boolean {
    return this.#table.stopped;
  }

  push(text: string): void {
    this.#byLine ??= beginsWithLine(text);
    if (!this.#byLine) {
      for (const value of this.#values.push(text)) this.#take(value);
      return;
    }
    const lines = (this.#line + text).split("\n");
    this.#line = lines.pop() ?? "";
    if (this.#line.length > this.#limits.rowChars) {
      throw new InputRefused("too-large", `> ${this.#limits.rowChars} characters a line`);
    }
    for (const line of lines) if (line.trim() !== "") this.#take(line);
  }

  end(cut?: InputCut["reason"]): void {
    if (this.#byLine === true && this.#line.trim() !== "" && cut === undefined) this.#take(this.#line);
    const unfinished = cut ?? (this.#values.unfinished ? "truncated" : undefined);
    if (this.#count === 0) {
      // Not one record: what is there may be of any kind.
      this.#handlers.onProblem({ code: unfinished === undefined ? "unknown-json" : "bad-json" });
      return;
    }
    if (this.#first !== undefined) {
      let line = 0;
      const onLeftOut = (detail: string): void => this.#handlers.onProblem({ code: "list-left-out", detail });
      for (const row of rowsOf(this.#first.value, onLeftOut)) this.#table.push(row, ++line);
    }
    this.#table.end();
    if (unfinished !== undefined) this.#handlers.onProblem({ code: unfinished, line: this.#count + 1 });
  }

  #take(text: string): void {
    this.#count += 1;
    let value: unknown;
    try {
      value = parseJson(text);
    } catch {
      value = undefined;
    }
    const order = isRecord(value) ? orderIn(value) : undefined;
    if (order !== undefined) {
      this.#told = order;
      return;
    }
    if (isRecord(value)) value = withId(value, this.#told?.id);
    this.#told = undefined;
    if (!isRecord(value) && !Array.isArray(value)) {
      this.#bad += 1;
      this.#handlers.onProblem({ code: "bad-line", line: this.#count });
    } else if (this.#count === 1 && isRecord(value) && !this.#values.isList) {
      this.#first = { value };
    } else {
      if (this.#first !== undefined) this.#push(this.#first.value, 1);
      this.#first = undefined;
      this.#push(value, this.#count);
    }
  }

  /** A page of an answer is its records. */
  #push(value: Row, line: number): void {
    for (const row of (isRecord(value) ? recordsWithin(value) : undefined) ?? [value])
      this.#table.push(row, line);
  }
}

/** The first line is an object by itself. */
function beginsWithLine(text: string): boolean {
  const line = text.slice(0, text.indexOf("\n") + 1).trim();
  if (!line.startsWith("{")) return false;
  try {
    return isRecord(parseJson(line));
  } catch {
    return false;
  }
}
