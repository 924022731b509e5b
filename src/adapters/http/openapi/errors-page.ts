/** What each error code means, for whoever follows the `type` of a problem. */
import { ERROR_CODES, type ErrorCode } from "../../../chat/errors/codes.js";
import type { Language } from "../../../words.js";
import { STATUS_CODES } from "../api/errors/problem.js";

const TITLE = { es: "Códigos de error", en: "Error codes" };

/** A page of HTML with an anchor for each code. */
export function errorsPage(language: Language): string {
  const title = TITLE[language];
  const entries = (Object.keys(ERROR_CODES) as ErrorCode[]).map((code) => {
    const words = escaped(ERROR_CODES[code][language]);
    return `<dt id="${code}"><code>${code}</code> · ${STATUS_CODES[code]}</dt>\n<dd>${words}</dd>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Claqueta</title>
<style>
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
dt { margin-top: 1.25rem; }
dd { margin: 0; }
:target { outline: 2px solid; outline-offset: 0.25rem; }
</style>
</head>
<body>
<h1>${title}</h1>
<dl>
${entries.join("\n")}
</dl>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
