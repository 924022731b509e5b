/** A chart as an answer: its picture, what it says, and its figures for whoever opens them. */
import { z } from "zod";
import { ChartsBusy } from "../../src/charts/busy.js";
import type { Chart } from "../../src/charts/chart.js";
import type { PictureForm } from "../../src/charts/port.js";
import { writtenTable } from "../../src/charts/table.js";
import { catalogLine } from "../../src/chat/answer/catalog-line.js";
import type { Reply } from "../../src/chat/answer/reply.js";
import type { Answer, Choice, Fold, Media } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { TMDB_NOTICE } from "../../src/chat/notice.js";

export const chartSchema = z.object({
  topic: z.string().describe("What it is about"),
  columns: z.array(z.object({ name: z.string(), kind: z.string() })).describe("Of its table, in English"),
  rows: z
    .array(z.array(z.union([z.string(), z.number(), z.null()])))
    .describe("Its figures, as many a row as there are columns"),
  filters: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]))
    .describe("What was understood of the filters: options with exact values"),
});

export type ChartResult = z.infer<typeof chartSchema>;

/** A chart as it is told, and the same in English for programs: they are told one thing whatever the reader's language. */
export interface ToldChart {
  readonly chart: Chart;
  readonly figures: Chart;
}

/** A chart before it is drawn. */
export function chartReply(
  { locale }: Context,
  { chart, figures }: ToldChart,
  filters: ChartResult["filters"],
  { notes, follow }: { readonly notes: readonly string[]; readonly follow: readonly Choice[] },
): Reply<ChartResult> {
  return {
    status: "ok",
    result: {
      topic: figures.topic,
      columns: figures.columns.map(({ name, kind }) => ({ name, kind })),
      rows: figures.rows.map((row) => [...row]),
      filters,
    },
    answer: {
      kind: "figure",
      title: chart.title,
      text: chart.sentence,
      folds: figuresFold(locale, chart),
      ...(notes.length > 0 ? { footer: notes.join(" ") } : {}),
      ...(follow.length > 0 ? { follow } : {}),
      notice: true,
    },
  };
}

/** Lines that are worth reading in a chat; programs, and `npm run report`, get them all. */
const MOST_LINES = 40;

function figuresFold(locale: Locale, chart: Chart): readonly Fold[] {
  const isLong = chart.rows.length > MOST_LINES && chart.columns[0]?.kind === "year";
  // Of many years the newest are read first.
  const shown = isLong ? { ...chart, rows: chart.rows.toReversed() } : chart;
  const { head, rows } = writtenTable(locale, shown, MOST_LINES);
  const left = chart.rows.length - rows.length;
  const lines = rows.map(([first = "", ...others]) => ({ head: first, details: others }));
  const more = say(locale, {
    es: `… y ${number(locale, left)} más`,
    en: `… and ${number(locale, left)} more`,
  });
  return [
    {
      label: say(locale, { es: "Cifras", en: "Figures" }),
      list: { heading: `${head.join(" · ")}:`, lines: left > 0 ? [...lines, { head: more }] : lines },
    },
  ];
}

const NOT_DRAWN = {
  es: "Ahora mismo hay demasiados gráficos por dibujar: estas son sus cifras.",
  en: "Too many charts are being drawn right now: these are its figures.",
};

/** On a light ground, as pictures are where nobody says otherwise. */
export const USUAL_FORM: PictureForm = { type: "image/png", theme: "light" };

/** The same with its picture; where none can be drawn now, it says so. */
export async function withPicture<Result>(
  context: Context,
  reply: Reply<Result>,
  chart: Chart,
  form: PictureForm,
): Promise<Reply<Result>> {
  const { ports, locale, catalog } = context;
  if (ports.charts === undefined) return reply;
  const notes = [catalogLine(catalog, locale), TMDB_NOTICE];
  const { title, sentence, drawing } = chart;
  try {
    const bytes = await ports.charts.draw({ title, sentence, notes, drawing }, form);
    const media: Media = { kind: "bytes", bytes, type: form.type, alt: `${title}. ${sentence}` };
    return { ...reply, answer: { ...reply.answer, media } };
  } catch (error) {
    if (!(error instanceof ChartsBusy)) throw error;
    ports.log.warn({ reason: error.message }, "a chart was not drawn");
    return { ...reply, cacheable: false, answer: told(reply.answer, say(locale, NOT_DRAWN)) };
  }
}

function told(answer: Answer, note: string): Answer {
  return { ...answer, footer: answer.footer === undefined ? note : [note, answer.footer].flat().join(" ") };
}
