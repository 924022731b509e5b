import { z } from "zod";
import type { Chart } from "../../src/charts/chart.js";
import type { PictureForm } from "../../src/charts/port.js";
import type { Charting } from "../../src/charts/topic.js";
import { genresOf } from "../../src/charts/topics/calendar/genres.js";
import { TOPICS } from "../../src/charts/topics/index.js";
import type { Reply } from "../../src/chat/answer/reply.js";
import type { Choice } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { chartTopic, text } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { UserError } from "../../src/chat/errors/errors.js";
import { capitalised, list } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { foldName, quoted } from "../../src/chat/text.js";
import { loadedCatalogues } from "../../src/queries/platforms/catalogue.js";
import type { Filter } from "../../src/select/filter.js";
import type { Asked } from "../shared/filter/meaning.js";
import { filterOptions } from "../shared/filter/options.js";
import { exactFilters, filterOf, readFilter } from "../shared/filter/read.js";
import { filmsAsked, platformSource } from "../shared/filter/words.js";
import { term } from "../shared/term.js";
import { elsewhere } from "../shared/words/watching.js";
import { catalogueName } from "../shared/words/wording.js";
import { decadeIn } from "./decade.js";
import { type ChartResult, chartReply, chartSchema, withPicture } from "./pictured.js";
import { type ChartIn, forSubject, SUBJECTS, type Subject, subjectOf } from "./subjects.js";

const options = z.strictObject({
  tipo: chartTopic({
    es: "Tipo",
    en: "Kind",
    help: {
      es: "Estrenos, géneros, persona, franquicia, comparar, temas, taquilla, plataformas…",
      en: "Releases, genres, person, franchise, compare, themes, box office, platforms…",
    },
  }).optional(),
  de: text({
    es: "De",
    en: "Of",
    help: {
      es: "De quién o de qué: una persona, una saga, dos películas, una década",
      en: "Of whom or what: a person, a franchise, two films, a decade",
    },
  }).optional(),
  ...filterOptions,
  fondo: text({
    es: "Fondo",
    en: "Background",
    help: { es: "Claro u oscuro", en: "Light or dark" },
  }).optional(),
  formato: text({ es: "Formato", en: "Format", help: { es: "PNG o SVG", en: "PNG or SVG" } }).optional(),
});

type Options = z.output<typeof options>;

export const grafico = defineCommand({
  names: { es: "grafico", en: "chart" },
  synonyms: { es: ["grafica", "graficos", "diagrama"], en: ["charts", "graph"] },
  summary: {
    es: "Gráficos: estrenos por año, géneros, una persona, una saga, plataformas…",
    en: "Charts: releases by year, genres, a person, a franchise, platforms…",
  },
  options,
  result: chartSchema,
  positional: ["tipo", "de"],
  label: { es: "Gráfico[: {tipo}][ de {de}]", en: "Chart[: {tipo}][ of {de}]" },
  examples: [
    "grafico estrenos genero=terror",
    "grafico persona tom hanks",
    "grafico franquicia toy story",
    "grafico comparar alien, aliens",
    "grafico generos 1980",
  ],
  picture: "formato",
  async run(context, options): Promise<Reply<ChartResult>> {
    const form = formOf(options);
    const topic = options.tipo === undefined ? undefined : term(context, "chart", "tipo").id;
    const asked = await readFilter(context, options);
    if (topic === undefined && options.de === undefined && asked.length === 0) return listed(context);
    const subject =
      topic === undefined
        ? options.de === undefined
          ? undefined
          : subjectOf(context, options.de)
        : SUBJECTS.find((one) => one === topic);
    return subject === undefined
      ? ofTopic(context, topic ?? "estrenos", options, asked, form)
      : ofSubject(context, subject, options, form);
  },
});

/** A chart of the catalogue, or of what the filters leave of it. */
async function ofTopic(
  context: Context,
  name: string,
  { de }: Options,
  asked: readonly Asked[],
  form: PictureForm,
): Promise<Reply<ChartResult>> {
  const { catalog, locale } = context;
  const topic = TOPICS.find((one) => one.name === name);
  const decade = de === undefined ? undefined : decadeOf(context, de);
  const years: Filter = decade === undefined ? [] : yearsOf(decade);
  const chart = decade !== undefined && name === "generos" ? genresOf : topic?.chart;
  const filtered = topic?.filtered === true;
  const made = async (reader: Locale): Promise<Chart | undefined> => {
    const told = toldBy({ ...context, locale: reader }, asked, decade);
    const charting: Charting = {
      catalog,
      locale: reader,
      filter: filtered ? [...filterOf(asked), ...years] : [],
      ...(told === undefined || !filtered ? {} : { told }),
    };
    return chart?.(charting);
  };
  const own = await made(locale);
  if (own === undefined) return empty(context);
  const figures = locale.language === "en" ? own : ((await made(ENGLISH)) ?? own);
  const notes = [
    ...platformSource(context, asked),
    ...(name.startsWith(OF_PLATFORMS) ? cataloguesNote(context) : []),
    ...(asked.length > 0 && !filtered ? [say(locale, UNFILTERED)] : []),
  ];
  const reply = chartReply(context, { chart: own, figures }, exactFilters(asked), {
    notes,
    follow: others(context, name),
  });
  return withPicture(context, reply, own, form);
}

async function ofSubject(
  context: Context,
  subject: Subject,
  { de }: Options,
  form: PictureForm,
): Promise<Reply<ChartResult>> {
  const { catalog, locale } = context;
  let drawn: Chart | undefined;
  const answer = (chartIn: ChartIn): Reply<ChartResult> => {
    const chart = chartIn({ catalog, locale, filter: [] });
    const figures = chartIn({ catalog, locale: ENGLISH, filter: [] });
    if (chart === undefined || figures === undefined) return empty(context);
    drawn = chart;
    return chartReply(context, { chart, figures }, {}, { notes: [], follow: [] });
  };
  const reply = await forSubject(context, subject, de, answer);
  return drawn === undefined ? reply : withPicture(context, reply, drawn, form);
}

/** How charts of the platforms' catalogues are called. */
const OF_PLATFORMS = "plataformas";

/** Of which countries these are, and of when: nobody takes them for what is offered today where they are. */
function cataloguesNote(context: Context): string[] {
  const { catalog, locale } = context;
  const known = loadedCatalogues(catalog);
  const named = new Set(known.map((one) => catalogueName(locale, "", one).trim()).filter(Boolean));
  if (named.size === 0) return [];
  const [of] = new Set(known.map(({ region }) => region));
  const isOne = known.every(({ region }) => region === of);
  const source = say(locale, {
    es: `Según sus catálogos ${list(locale, named)}.`,
    en: `By their catalogues ${list(locale, named)}.`,
  });
  return [source, isOne ? elsewhere(context, of ?? null) : ""].filter(Boolean);
}

const ENGLISH: Locale = { language: "en", tag: "en" };

const UNFILTERED = {
  es: "Este gráfico es de todo el catálogo: no atiende a filtros.",
  en: "This chart is of the whole catalogue: it heeds no filters.",
};

/** What the films of a chart are called: "terror de España de 1980 a 1989"; undefined where all are meant. */
function toldBy(context: Context, asked: readonly Asked[], decade: number | undefined): string | undefined {
  const { locale } = context;
  const phrase = asked.length === 0 ? undefined : filmsAsked(context, asked, { sourced: false });
  if (decade === undefined) return phrase;
  const of = say(locale, { es: `de ${decade} a ${decade + 9}`, en: `from ${decade} to ${decade + 9}` });
  const all = say(locale, { es: "películas", en: "films" });
  return `${phrase ?? all} ${of}`;
}

/** @throws UserError for what is no decade */
function decadeOf(_context: Context, text: string): number {
  const decade = decadeIn(text);
  if (decade !== undefined) return decade;
  const typed = quoted(text);
  const words = {
    es: `No entiendo ${typed.es} como década. Prueba con 1980 o con los 90.`,
    en: `I don't take ${typed.en} for a decade. Try 1980 or the 90s.`,
  };
  throw new UserError("invalid_parameter", words, { option: "de" });
}

function yearsOf(decade: number): Filter {
  return [
    { kind: "year", least: decade },
    { kind: "year", most: decade + 9 },
  ];
}

function empty({ locale }: Context): Reply<ChartResult> {
  const words = { es: "No hay datos para ese gráfico.", en: "There is no data for that chart." };
  return { status: "empty", result: null, answer: { kind: "empty", text: say(locale, words) } };
}

/** Charts that are offered below one. */
const OFFERED = 3;

/** The topics behind one in the list: each leads on to others. */
function others(context: Context, name: string): Choice[] {
  const at = TOPICS.findIndex((one) => one.name === name);
  return Array.from({ length: OFFERED }, (_, place) => TOPICS[(at + 1 + place) % TOPICS.length]).flatMap(
    (topic) => (topic === undefined ? [] : choice(context, topic.name)),
  );
}

function choice({ locale, asked, find }: Context, topic: string): Choice {
  const found = find.term("chart", topic);
  const label = found.kind === "found" ? say(locale, found.value.label) : topic;
  return { label: capitalised(locale, label), command: asked.command, options: { tipo: topic } };
}

/** What there is, where nobody says what is wanted. */
function listed(context: Context): Reply<ChartResult> {
  const { locale, asked } = context;
  return {
    status: "choices",
    result: null,
    answer: {
      kind: "choices",
      title: say(locale, { es: "¿Qué gráfico?", en: "Which chart?" }),
      list: {
        lines: TOPICS.map(({ name, summary }) => ({
          head: choice(context, name).label,
          details: [say(locale, summary)],
          asks: { command: asked.command, options: { tipo: name } },
        })),
      },
      choices: FIRST.map((topic) => choice(context, topic)),
    },
  };
}

const FIRST = ["estrenos", "generos", "taquilla", "temas", "plataformas", "mejores"];

const THEMES: Readonly<Record<string, PictureForm["theme"]>> = {
  claro: "light",
  clara: "light",
  light: "light",
  oscuro: "dark",
  oscura: "dark",
  dark: "dark",
};

const TYPES: Readonly<Record<string, PictureForm["type"]>> = { png: "image/png", svg: "image/svg+xml" };

/** @throws UserError for a background or a format that there is not */
function formOf({ fondo = "claro", formato = "png" }: Options): PictureForm {
  const theme = THEMES[foldName(fondo)];
  const type = TYPES[foldName(formato)];
  if (theme === undefined) throw unknown("fondo", fondo, { es: "claro u oscuro", en: "light or dark" });
  if (type === undefined) throw unknown("formato", formato, { es: "png o svg", en: "png or svg" });
  return { theme, type };
}

function unknown(
  option: string,
  given: string,
  known: { readonly es: string; readonly en: string },
): UserError {
  const typed = quoted(given);
  return new UserError(
    "invalid_parameter",
    { es: `No conozco ${typed.es}: ${known.es}.`, en: `I don't know ${typed.en}: ${known.en}.` },
    { option },
  );
}
