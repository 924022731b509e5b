/** The page of figures: one file, with nothing from outside, that reads without a script. */
import type { Cell, Chart, Column } from "../charts/chart.js";
import { cellText } from "../charts/table.js";
import { date, number } from "../chat/format.js";
import { type Locale, say } from "../chat/locale.js";
import { TMDB_NOTICE } from "../chat/notice.js";
import { STYLE } from "./style.js";

/** A chart with its marks as an `<svg>` element. */
export interface DrawnChart {
  readonly chart: Chart;
  readonly svg: string;
}

export interface Section {
  readonly title: string;
  readonly charts: readonly DrawnChart[];
}

export interface Report {
  readonly locale: Locale;
  readonly films: number;
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly dataDate: string;
  /** What the index was built from. */
  readonly sources: readonly { readonly file: string; readonly rows: number }[];
  readonly sections: readonly Section[];
}

/** Rows of a table that are shown: the page stays small whatever the data; the command gives them all. */
const MOST_ROWS = 160;

export function reportPage(report: Report): string {
  const { locale, sections } = report;
  const title = say(locale, { es: "Los datos de Claqueta", en: "The data of Claqueta" });
  const films = number(locale, report.films);
  const lead = say(locale, {
    es: `${films} películas, datos del ${date(locale, report.dataDate)}, versión ${report.version}. Cada gráfico lleva una frase calculada de sus cifras, su tabla y la orden que las da.`,
    en: `${films} films, data as of ${date(locale, report.dataDate)}, version ${report.version}. Each chart has a sentence computed from its figures, its table, and the command that gives them.`,
  });
  return `<!doctype html>
<html lang="${locale.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(lead)}</p>
<nav aria-label="${say(locale, { es: "Partes", en: "Parts" })}"><ul>${sections.map(({ title: name }, at) => `<li><a href="#s${at + 1}">${escaped(name)}</a></li>`).join("")}</ul></nav>
</header>
<main>
${sections.map((section, at) => sectionOf(locale, section, at + 1)).join("\n")}
</main>
<footer>
${sourcesOf(report)}
<p class="muted">${escaped(TMDB_NOTICE)}</p>
</footer>
</body>
</html>
`;
}

function sectionOf(locale: Locale, { title, charts }: Section, place: number): string {
  return `<section aria-labelledby="s${place}">
<h2 id="s${place}">${escaped(title)}</h2>
<div class="charts">
${charts.map((drawn) => article(locale, drawn)).join("\n")}
</div>
</section>`;
}

function article(locale: Locale, { chart, svg }: DrawnChart): string {
  const { topic, title, sentence } = chart;
  const from = say(locale, { es: "De dónde sale:", en: "Where it comes from:" });
  const commands = [...chart.asks.map(typed), `npm run report -- --only ${topic}`];
  return `<article id="${topic}">
<h3>${escaped(title)}</h3>
<p>${escaped(sentence)}</p>
<figure>${svg}</figure>
${table(locale, chart)}
<p class="ask">${from} ${commands.map((command) => `<code>${escaped(command)}</code>`).join(" ")}</p>
</article>`;
}

/** A question as it is typed in a shell. */
function typed(question: string): string {
  return `npm run ask -- "${question}"`;
}

function table(locale: Locale, { title, columns, rows }: Chart): string {
  const label = say(locale, { es: "Tabla", en: "Table" });
  const left = rows.length - MOST_ROWS;
  const more = say(locale, {
    es: `… y ${number(locale, left)} filas más`,
    en: `… and ${number(locale, left)} more rows`,
  });
  const head = columns.map((column) => `<th scope="col"${aligned(column)}>${escaped(column.name)}</th>`);
  const body = rows.slice(0, MOST_ROWS).map((row) => `<tr>${cells(locale, columns, row)}</tr>`);
  const rest = left > 0 ? `<tr><td colspan="${columns.length}">${more}</td></tr>` : "";
  return `<details><summary>${label} (${number(locale, rows.length)})</summary><div class="table" tabindex="0" role="region" aria-label="${label}: ${escaped(title)}"><table><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}${rest}</tbody></table></div></details>`;
}

function cells(locale: Locale, columns: readonly Column[], row: readonly Cell[]): string {
  return columns
    .map(
      (column, at) => `<td${aligned(column)}>${escaped(cellText(locale, column.kind, row[at] ?? null))}</td>`,
    )
    .join("");
}

function aligned({ kind }: Column): string {
  return kind === "text" ? "" : ' class="n"';
}

function sourcesOf({ locale, sources }: Report): string {
  const label = say(locale, { es: "Fuentes del índice", en: "Sources of the index" });
  const rows = sources.map(
    ({ file, rows: count }) =>
      `<tr><td>${escaped(file)}</td><td class="n">${number(locale, count)}</td></tr>`,
  );
  return `<details><summary>${label} (${number(locale, sources.length)})</summary><div class="table" tabindex="0" role="region" aria-label="${label}"><table><tbody>${rows.join("")}</tbody></table></div></details>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
