// @ts-check
/** What the server says of itself: its commands, the data's date, the notice. */
import { about } from "./api.js";
import { byId } from "./dom.js";
import { date, number, say } from "./language.js";
import { dataLine } from "./words.js";

/** @type {readonly import("./api.js").CommandInfo[]} */
let commands = [];

/** Fetches it in the current language and shows it. Without it the page works, only barer. */
export async function showAbout() {
  const { films, dataDate, commands: known, notice } = await about();
  commands = known;
  byId("data", HTMLElement).textContent = say(dataLine(number(films), date(dataDate)));
  byId("notice", HTMLElement).textContent = notice;
}

/**
 * The summary of the command that a suggestion names.
 * @param {string} label "/votos"
 */
export function summaryOf(label) {
  return commands.find(({ name }) => `/${name}` === label)?.summary ?? "";
}

/**
 * Whether one value is all that the line's command waits for, so that it can be asked once that is there.
 * @param {string} line
 */
export function isWhole(line) {
  const typed = `${line.replace(/^\/\s*/u, "").toLowerCase()} `;
  const named = commands
    .filter(({ name }) => typed.startsWith(`${name} `))
    .sort((a, b) => b.name.length - a.name.length);
  return (named[0]?.required.length ?? 0) <= 1;
}
