/** The sheets of a spreadsheet file, each a table. */
import { InputRefused } from "../../files/broken-input.js";
import type { ReadLimits } from "../../files/limits.js";
import { SpreadsheetArchive, spreadsheetKind } from "./archive.js";
import { odsSheets } from "./ods.js";
import { type Sheet, xlsxSheets } from "./xlsx.js";

/**
 * Undefined where the zip archive at `path` is no spreadsheet. The sheets are to be read one after the other, before
 * `close`.
 * @throws InputRefused where it is damaged, or of a kind that is not read
 */
export async function sheetsIn(
  path: string,
  limits: ReadLimits,
): Promise<{ readonly sheets: readonly Sheet[]; close(): void } | undefined> {
  const kind = await spreadsheetKind(path);
  if (kind === undefined) return undefined;
  if (kind === "xlsb") throw new InputRefused("foreign-format", "Excel (.xlsb)");
  const archive = await SpreadsheetArchive.open(path);
  try {
    const sheets = await (kind === "xlsx" ? xlsxSheets(archive, limits) : odsSheets(archive, limits));
    return { sheets, close: () => archive.close() };
  } catch (error) {
    archive.close();
    throw error;
  }
}
