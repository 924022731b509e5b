/** The parts of a spreadsheet file, which is a zip archive of XML. */

import { SaxesParser, type SaxesTagPlain } from "saxes";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { InputCut, InputRefused } from "../../files/broken-input.js";
import type { ReadLimits } from "../../files/limits.js";
import { unpack } from "../../files/packing/unpack.js";
import { textChunks } from "../../files/text/text-chunks.js";

export interface XmlHandlers {
  onOpen?(name: string, attributes: Readonly<Record<string, string>>): void;
  onClose?(name: string): void;
  onText?(text: string): void;
  /** Asked after each piece; true where the rest is not wanted. */
  readonly done?: () => boolean;
}

/** What the archive is, by the parts in it. */
export type SpreadsheetKind = "xlsx" | "xlsb" | "ods";

/** Undefined for an archive that is no spreadsheet, or none that can be opened. */
export async function spreadsheetKind(path: string): Promise<SpreadsheetKind | undefined> {
  const names = await namesIn(path).catch(() => undefined);
  if (names === undefined) return undefined;
  if (names.has("xl/workbook.xml")) return "xlsx";
  if (names.has("xl/workbook.bin")) return "xlsb";
  return names.has("content.xml") && names.has("META-INF/manifest.xml") ? "ods" : undefined;
}

async function namesIn(path: string): Promise<ReadonlySet<string>> {
  const archive = await SpreadsheetArchive.open(path);
  const names = archive.names();
  archive.close();
  return names;
}

export class SpreadsheetArchive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  static async open(path: string): Promise<SpreadsheetArchive> {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    try {
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new SpreadsheetArchive(zip, entries);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  names(): ReadonlySet<string> {
    return new Set(this.#entries.keys());
  }

  close(): void {
    this.#zip.close();
  }

  /**
   * Reads one part; nothing where there is no such part. Names come without their namespaces.
   * @throws InputRefused where it is damaged
   */
  async read(part: string, limits: ReadLimits, handlers: XmlHandlers): Promise<void> {
    const entry = this.#entries.get(part);
    if (entry === undefined) return;
    const parser = new SaxesParser();
    parser.on("opentag", ({ name, attributes }: SaxesTagPlain) =>
      handlers.onOpen?.(localName(name), attributes),
    );
    parser.on("closetag", ({ name }) => handlers.onClose?.(localName(name)));
    parser.on("text", (text) => handlers.onText?.(text));
    parser.on("error", (error) => {
      throw error;
    });
    try {
      for await (const text of textChunks(this.#bytesOf(entry, limits))) {
        parser.write(text);
        if (handlers.done?.() === true) return;
      }
      parser.close();
    } catch (cause) {
      if (cause instanceof InputRefused) throw cause;
      if (cause instanceof InputCut) throw new InputRefused("damaged-file", part, { cause });
      throw new InputRefused(
        "damaged-file",
        `${part}: ${cause instanceof Error ? cause.message : String(cause)}`,
        {
          cause,
        },
      );
    }
  }

  async *#bytesOf(entry: Entry, limits: ReadLimits): AsyncGenerator<Buffer> {
    if (entry.isEncrypted()) throw new InputRefused("encrypted");
    const raw = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false });
    if (entry.compressionMethod === 0) yield* raw;
    else yield* unpack(raw, "deflate", limits);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
