/**
 * From what was typed for an option to an answer: at once where it is clear, with a question back where several
 * fit, with suggestions where nothing does.
 */
import type {
  CollectionRow,
  CompanyRow,
  FilmRow,
  PersonRow,
  PlatformTitleRow,
} from "../../src/catalog/rows.js";
import type { Reply } from "../../src/chat/answer/reply.js";
import { joinTexts } from "../../src/chat/answer/rich-text.js";
import type { Answer, Choice } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { SAID_FOR_YES } from "../../src/chat/line/said.js";
import { say } from "../../src/chat/locale.js";
import { foldName, quoted } from "../../src/chat/text.js";
import type { Resolution, Role } from "../../src/find/port.js";
import { collectionRef } from "../../src/queries/refs/collection.js";
import { bestKnown, filmLabel, namedFilm, shownTitle } from "../../src/queries/refs/film.js";
import { titleLabel, titleRef, titleText, titleValue } from "../../src/queries/refs/title.js";
import type { Words } from "../../src/words.js";
import { type LinkedThing, leadsElsewhere } from "./links.js";
import { offeredWhereNear, seriesOfferedWhereNear } from "./near-titles.js";
import { isSeries, titleChoice, withSeries } from "./series.js";
import { collectionName } from "./words/collections.js";
import { heading } from "./words/wording.js";

/** How things of one kind are shown and named exactly. */
interface Kind<Row> {
  readonly thing: LinkedThing;
  /** Tells namesakes apart: "Cinderella (2015) · Kenneth Branagh". */
  label(row: Row): string;
  /** "tmdb:150689". */
  value(row: Row): string;
  /** As an answer calls it, for "entendí …". */
  name(row: Row): string;
  readonly which: Words;
  readonly none: Words;
}

/**
 * Answers for the film that an option names.
 * @param ofSeries the answer where that is no film but a series, or a movie that only a catalogue knows
 */
export function forFilm<Result>(
  context: Context,
  option: string,
  answer: (row: FilmRow) => Reply<Result>,
  ofSeries: (row: PlatformTitleRow) => Reply<Result> = (row) => isSeries(context, row),
): Reply<Result> {
  const { catalog, locale, find } = context;
  const kind: Kind<FilmRow> = {
    thing: "film",
    label: (row) => filmLabel(catalog, row, locale.tag),
    value: (row) => `tmdb:${catalog.films.id[row]}`,
    name: (row) => heading(locale, namedFilm(catalog, row)),
    which: { es: "¿Cuál de estas películas?", en: "Which of these films?" },
    none: { es: "No encontré ninguna película llamada", en: "I couldn't find a film called" },
  };
  const title = typed(context, option);
  const meant = find.filmOrSeries(title);
  if (meant.kind === "film") {
    const { film, series } = meant;
    const found = context.tentative ? offeredWhereNear(find, title, film) : film;
    const reply = forRow(context, kind, option, found, answer);
    return {
      ...reply,
      answer: withSeries(
        context,
        reply.answer,
        series.map((row) => seriesChoice(context, row)),
      ),
    };
  }
  const series = context.tentative ? seriesOfferedWhereNear(meant.series) : meant.series;
  const reply = forRow(context, seriesKind(context), option, series, ofSeries);
  const films = meant.films.map((row) => choiceOf(context, kind, option, row));
  return { ...reply, answer: withOthers(context, reply.answer, films, THE_FILM) };
}

function seriesKind({ catalog, locale }: Context): Kind<PlatformTitleRow> {
  return {
    thing: "film",
    label: (row) => titleLabel(catalog, row, locale.tag),
    value: (row) => titleValue(catalog, row),
    name: (row) => titleText(catalog, row, locale.tag),
    which: { es: "¿Cuál de estas series?", en: "Which of these series?" },
    none: {
      es: "No encontré ninguna película ni serie llamada",
      en: "I couldn't find a film or series called",
    },
  };
}

function seriesChoice(context: Context, row: PlatformTitleRow): Choice {
  return titleChoice(titleLabel(context.catalog, row, context.locale.tag), titleRef(context.catalog, row));
}

/** Answers for the person that an option names, among those with a film in that role; in either where none is said. */
export function forPerson<Result>(
  context: Context,
  role: Role | undefined,
  option: string,
  answer: (row: PersonRow) => Reply<Result>,
): Reply<Result> {
  const { people } = context.catalog;
  const kind: Kind<PersonRow> = {
    thing: "person",
    label: (row) => personLabel(context, role, row),
    value: (row) => `person:${people.id[row]}`,
    name: (row) => people.name.get(row),
    which: { es: "¿A quién te refieres?", en: "Whom do you mean?" },
    none: NOBODY[role ?? "either"],
  };
  return forRow(context, kind, option, context.find.person(typed(context, option), role), answer);
}

/** That nobody of a name is known. */
export const NOBODY: Readonly<Record<Role | "either", Words>> = {
  actor: { es: "No encontré a ningún actor ni actriz llamado", en: "I couldn't find an actor called" },
  director: {
    es: "No encontré a ningún director ni directora llamado",
    en: "I couldn't find a director called",
  },
  either: { es: "No encontré a nadie que se llame", en: "I couldn't find anybody called" },
};

/** "Viola Davis · Escuadrón Suicida": two people of one name are told apart by their best known film. */
function personLabel({ catalog, locale }: Context, role: Role | undefined, row: PersonRow): string {
  const { people } = catalog;
  const acts = role === "actor" || (role === undefined && people.acted.size(row) > 0);
  const films = acts ? people.acted.get(row) : people.directed.get(row);
  const [film] = bestKnown(catalog, films, 1);
  const name = people.name.get(row);
  return film === undefined ? name : `${name} · ${shownTitle(film, locale.tag)}`;
}

/** Answers for the franchise that an option names. */
export function forCollection<Result>(
  context: Context,
  option: string,
  answer: (row: CollectionRow) => Reply<Result>,
): Reply<Result> {
  const { catalog, locale } = context;
  const name = (row: CollectionRow) => collectionName(locale, collectionRef(catalog, row));
  const kind: Kind<CollectionRow> = {
    thing: "collection",
    label: name,
    value: (row) => `collection:${catalog.collections.id[row]}`,
    name,
    which: { es: "¿Qué saga?", en: "Which franchise?" },
    none: { es: "No encontré ninguna saga llamada", en: "I couldn't find a franchise called" },
  };
  return forRow(context, kind, option, context.find.collection(typed(context, option)), answer);
}

/** Answers for the production company that an option names. */
export function forCompany<Result>(
  context: Context,
  option: string,
  answer: (row: CompanyRow) => Reply<Result>,
): Reply<Result> {
  const { companies } = context.catalog;
  const name = (row: CompanyRow) => companies.name.get(row);
  const kind: Kind<CompanyRow> = {
    thing: "company",
    label: name,
    value: (row) => `company:${companies.id[row]}`,
    name,
    which: { es: "¿Qué productora?", en: "Which company?" },
    none: { es: "No encontré ninguna productora llamada", en: "I couldn't find a company called" },
  };
  return forRow(context, kind, option, context.find.company(typed(context, option)), answer);
}

function typed({ asked }: Context, option: string): string {
  return String(asked.options[option]);
}

function forRow<Row, Result>(
  context: Context,
  kind: Kind<Row>,
  option: string,
  resolution: Resolution<Row>,
  answer: (row: Row) => Reply<Result>,
): Reply<Result> {
  const { locale } = context;
  const choices = (rows: readonly Row[]): Choice[] => rows.map((row) => choiceOf(context, kind, option, row));
  switch (resolution.kind) {
    case "found": {
      const reply = answer(resolution.value);
      const close =
        resolution.fit === "close" && tellsMore(kind.name(resolution.value), typed(context, option));
      const told = close ? understoodAs(context, kind.name(resolution.value), reply.answer) : reply.answer;
      return { ...reply, answer: withOthers(context, told, choices(resolution.namesakes)) };
    }
    case "choices":
      return {
        status: "choices",
        result: null,
        answer: {
          kind: "choices",
          title: say(locale, asksBack(context, option, kind, resolution)),
          choices:
            resolution.reason?.kind === "near"
              ? confirmable(choices(resolution.values))
              : choices(resolution.values),
        },
      };
    case "none": {
      if (resolution.link !== undefined) return leadsElsewhere(locale, kind.thing, resolution.link);
      const given = quoted(typed(context, option));
      const suggestions = confirmable(choices(resolution.suggestions));
      const hint = suggestions.length > 0 ? DID_YOU_MEAN : NO_HINT;
      const text = say(locale, {
        es: `${kind.none.es} ${given.es}.${hint.es}`,
        en: `${kind.none.en} ${given.en}.${hint.en}`,
      });
      return { status: "empty", result: null, answer: { kind: "empty", text, choices: suggestions } };
    }
  }
}

/** The same question of one that is meant exactly. */
function choiceOf<Row>({ asked }: Context, kind: Kind<Row>, option: string, row: Row): Choice {
  const { command, options } = asked;
  return { label: kind.label(row), command, options: { ...options, [option]: kind.value(row) } };
}

/** What is asked back: which of several; or, where none is just what was typed, whether one of these was meant. */
function asksBack<Row>(
  context: Context,
  option: string,
  { which, none }: Kind<Row>,
  { reason }: Extract<Resolution<Row>, { kind: "choices" }>,
): Words {
  if (reason === undefined) return which;
  const given = quoted(typed(context, option));
  return reason.kind === "near"
    ? { es: `${none.es} ${given.es}.${DID_YOU_MEAN.es}`, en: `${none.en} ${given.en}.${DID_YOU_MEAN.en}` }
    : {
        es: `No conozco ninguna de ${reason.year} que se llame así. Hay:`,
        en: `I know none of ${reason.year} of that name. There is:`,
      };
}

/** Where it is asked whether one of these was meant, who says yes means the first. */
function confirmable([first, ...others]: readonly Choice[]): Choice[] {
  return first === undefined ? [] : [{ ...first, said: SAID_FOR_YES }, ...others];
}

const DID_YOU_MEAN: Words = { es: " ¿Quisiste decir…?", en: " Did you mean…?" };
const NO_HINT: Words = { es: "", en: "" };
const THE_FILM: Words = { es: "¿Buscabas la película?", en: "Did you mean the film?" };
const OTHERS: Words = { es: "¿Buscabas otra?", en: "Did you mean another one?" };

/** Words around a name that are not of it, folded. */
const GENERIC_WORDS = new Set(
  "saga trilogia coleccion franquicia universo productora estudio estudios studio studios pictures films the el la los las de".split(
    " ",
  ),
);

function wordsOf(text: string): string[] {
  return foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !GENERIC_WORDS.has(word));
}

/** Whether a name says more than repeating what was typed: some of its words, however they are written. */
function tellsMore(name: string, typedText: string): boolean {
  const known = new Set(wordsOf(name));
  return wordsOf(typedText).some((word) => !known.has(word));
}

/** Says what was understood, where what is answered differs from what was typed. */
function understoodAs({ locale }: Context, name: string, answer: Answer): Answer {
  const understood = say(locale, { es: `Entendí: ${name}`, en: `I took it as: ${name}` });
  return {
    ...answer,
    text: answer.text === undefined ? understood : joinTexts([understood, answer.text], "\n\n"),
  };
}

/** Offers the namesakes below the answer. */
function withOthers(
  { locale }: Context,
  answer: Answer,
  others: readonly Choice[],
  prompt: Words = OTHERS,
): Answer {
  if (others.length === 0) return answer;
  return { ...answer, choices: [...(answer.choices ?? []), ...others], prompt: say(locale, prompt) };
}
