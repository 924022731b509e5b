/**
 * Long lists page by page: an answer that goes on says where, by an address with a cursor. What a cursor holds is nobody's
 * business but ours: the page and, at random, the turn; it is the same page for as long as the index is the same.
 */
import { z } from "zod";
import type { Choice, OptionValues } from "../../../chat/answer/schema.js";
import { describe } from "../../../chat/command/describe.js";
import { exactOptions } from "../../../chat/command/exact-options.js";
import type { Bot, Command } from "../../../chat/contract.js";
import type { Outcome } from "../../../chat/outcome.js";
import { queryOf } from "../server/reading/query.js";
import type { Parameter } from "../server/reading/request-url.js";
import type { Links } from "./bodies.js";
import { pathOf } from "./endpoints.js";
import { HttpError } from "./errors/http-error.js";
import { inOrder } from "./present.js";

export const CURSOR = "cursor";
/** The options that a cursor stands for. */
const PAGE = "pagina";
const SEED = "semilla";

const cursorSchema = z.strictObject({ p: z.int().min(1).max(100_000), s: z.int().min(0).optional() });

/** Whether a command's answers come in pages. */
export function isPaged(command: Command): boolean {
  return describe(command).some(({ name }) => name === PAGE);
}

/**
 * The parameters with what the cursor among them stands for in its place.
 * @throws HttpError for what is no cursor of ours, and for one beside a page
 */
export function unfolded(command: Command, parameters: readonly Parameter[]): readonly Parameter[] {
  const cursor = isPaged(command) ? parameters.find(([name]) => name === CURSOR)?.[1] : undefined;
  if (cursor === undefined) return parameters;
  const page = read(cursor);
  const others = parameters.filter(([name]) => name !== CURSOR);
  if (page === undefined || others.some(([name]) => name === PAGE || name === SEED)) throw noCursor();
  return [
    ...others,
    [PAGE, String(page.p)],
    ...(page.s === undefined ? [] : [[SEED, String(page.s)] as const]),
  ];
}

/** Where the answer goes on, and where it comes from; undefined for one that is all there is. */
export function linksOf({ edition }: Bot, command: Command, outcome: Outcome): Links | undefined {
  const { asked, answer } = outcome;
  if (asked === null || !isPaged(command)) return undefined;
  const page = Number(asked.options[PAGE] ?? 1);
  const goesOn = answer.choices?.find((choice) => isPage(choice, command, page + 1));
  const address = (options: OptionValues, to: number) =>
    addressOf(command, exactOptions(edition, command, options), to);
  const links = {
    ...(goesOn === undefined ? {} : { next: address(goesOn.options, page + 1) }),
    ...(page === 1 ? {} : { prev: address(asked.options, page - 1) }),
  };
  return Object.keys(links).length > 0 ? links : undefined;
}

/** As a header says it (RFC 8288). */
export function linkHeader(links: Links): string {
  return Object.entries(links)
    .map(([relation, address]) => `<${address}>; rel="${relation}"`)
    .join(", ");
}

function isPage({ command: name, options }: Choice, command: Command, page: number): boolean {
  return name === command.name && Number(options[PAGE]) === page;
}

function addressOf(
  command: Command,
  { [PAGE]: _, [SEED]: seed, ...options }: OptionValues,
  page: number,
): string {
  const cursor = written({ p: page, ...(seed === undefined ? {} : { s: Number(seed) }) });
  return `${pathOf(command)}?${queryOf({ ...inOrder(options, command), [CURSOR]: cursor })}`;
}

function written(page: z.infer<typeof cursorSchema>): string {
  return Buffer.from(JSON.stringify(page)).toString("base64url");
}

function read(cursor: string): z.infer<typeof cursorSchema> | undefined {
  try {
    return cursorSchema.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString())).data;
  } catch {
    return undefined;
  }
}

function noCursor(): HttpError {
  const words = {
    es: "«cursor» ha de ser el de un enlace «next» o «prev» de una respuesta, sin «pagina» ni «semilla» al lado.",
    en: "“cursor” has to be that of a “next” or “prev” link of an answer, without “pagina” or “semilla” beside it.",
  };
  return new HttpError("invalid_parameter", words, { parameter: CURSOR });
}
