/** A workbook of Excel 97, as a program writes it: two sheets, with texts that go on from one record into the next. */
import { Buffer } from "node:buffer";
import { gunzipSync } from "node:zlib";

/** Cells of its second column but one, in letters of one byte and of two. */
export const LONG_TEXT = "Una palabra larga ñ. ".repeat(450);
export const WIDE_TEXT = "Ωmega 東京 ".repeat(700);

export const OLD_WORKBOOK: Buffer = gunzipSync(Buffer.from("", "base64"));
