/** Whether a text is marked up, and as what. */

export type Markup = "html" | "xml" | "xml-sheets";

const BEGINS = /^\s*<(?:\?xml|!doctype|!--|[a-z_][\w:.-]*[\s>/])/iu;
const HTML_TAGS =
  "html|head|body|meta|title|style|script|link|div|center|p|h[1-6]|b|font|span|table|thead|tbody|tr|base|section|main";
const HTML = new RegExp(`^(?:<!doctype html|<(?:${HTML_TAGS})[\\s>/])`, "iu");
/** What stands before the first element: declarations, comments, what kind of document it is. */
const BEFORE = /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype(?! html)[^>[]*(?:\[[^\]]*\]\s*)?>\s*)+/iu;
/** Spreadsheets as one XML file, as Excel 2003, LibreOffice (.fods) and many sites write them. */
const SHEETS = /^<(?:(?:\w+:)?Workbook|office:document)[\s>]/u;

/** Undefined for other texts. */
export function markupOf(start: string): Markup | undefined {
  if (!BEGINS.test(start)) return undefined;
  const first = start.replace(BEFORE, "").trimStart();
  if (HTML.test(first)) return "html";
  return SHEETS.test(first) ? "xml-sheets" : "xml";
}
