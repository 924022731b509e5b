/**
 * A chart on a page: what it says stands in the page, and the picture comes from its own address when it comes into view, so
 * that no page waits for one to be drawn.
 */
import { z } from "zod";
import { plainText } from "../../../../chat/answer/rich-text.js";
import type { OptionValues } from "../../../../chat/answer/schema.js";
import { describe } from "../../../../chat/command/describe.js";
import { commandNamed } from "../../../../chat/command/names.js";
import { dispatch } from "../../../../chat/dispatch.js";
import { say } from "../../../../chat/locale.js";
import { publicCommands } from "../../api/endpoints.js";
import { sentChoice } from "../../api/present.js";
import { type Html, html } from "../../html.js";
import { queryOf } from "../../server/reading/query.js";
import { SAID } from "../page/words.js";
import type { Reading } from "../reading.js";

const CHART = "grafico";
/** Of fewer rows a picture says no more than the page does. */
const FEWEST_ROWS = 3;
const resultSchema = z.looseObject({ rows: z.array(z.unknown()) });

/**
 * @param kind topic of the chart: "estrenos", "persona"
 * @param options of the chart; those that it does not take are passed over
 */
export async function chartOf(
  kind: string,
  options: OptionValues,
  reading: Reading,
): Promise<Html | undefined> {
  const { bot, locale, now, root } = reading;
  const commands = publicCommands(bot.program.commands);
  const command = commandNamed(commands, CHART);
  if (command === undefined || bot.ports.charts === undefined) return undefined;
  const taken = new Set(describe(command).map(({ name }) => name));
  const given = Object.fromEntries(Object.entries(options).filter(([name]) => taken.has(name)));
  // Without whoever draws it is told what it says, and nothing is drawn.
  const { charts: _, ...ports } = bot.ports;
  const asked = { ...given, tipo: kind };
  const outcome = await dispatch({ ...bot, ports }, command, asked, { locale, now, effect: "read" });
  const told = resultSchema.safeParse(outcome.result);
  if (outcome.status !== "ok" || !told.success || told.data.rows.length < FEWEST_ROWS) return undefined;
  const { title = "", text = "" } = outcome.answer;
  const alt = `${plainText(title)}. ${plainText(text)}`;
  const { line = "" } = sentChoice(
    { label: "", command: command.name, options: asked },
    { locale, commands },
  );
  const picture = (ground: string, look: string) => {
    const query = queryOf({ ...given, fondo: ground, lang: locale.tag });
    return html`<img class="${look}" src="${root}api/${CHART}/${kind}.svg?${query}" alt="${alt}" width="440" height="330" loading="lazy" decoding="async">`;
  };
  return html`<figure class="chart">${picture("claro", "in-light")}${picture("oscuro", "in-dark")}<figcaption><a href="${root}?q=${encodeURIComponent(line)}">${say(locale, SAID.figures)}</a></figcaption></figure>`;
}
