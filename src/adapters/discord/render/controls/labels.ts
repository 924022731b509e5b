/** What buttons and options of menus say. */
import type { Choice } from "../../../../chat/answer/schema.js";
import type { Program } from "../../../../chat/contract.js";
import { firstCharacters, harmlessLine } from "../../../../chat/text.js";
import { knownCommand } from "../../registration/command-names.js";
import { cutTo } from "../cut-to.js";
import { LIMITS } from "../limits.js";

/** "El padrino (1972) · Francis Ford Coppola", "Parque Jurásico (Jurassic Park, 1993)". */
const TITLE_AND_YEAR = /^(.+?) \((?:([^()]*), )?(\d{4})\)( · .*)?$/u;

/** Whatever a label holds, no more of it is looked at. */
const LONGEST = 400;

/** A label on one line. */
export function oneLine(label: string): string {
  return harmlessLine(firstCharacters(label, LONGEST));
}

/** The label of a choice on one line; of one that is a film its year first, so that namesakes are told apart at a glance. */
export function labelOf(choice: Choice, program: Program): string {
  const label = oneLine(choice.label);
  const [, title, original, year, rest = ""] = TITLE_AND_YEAR.exec(label) ?? [];
  if (title === undefined || !isFilm(choice) || saysMore(choice, label, program)) return label;
  return `(${year}) ${title}${original === undefined ? "" : ` (${original})`}${rest}`;
}

/** Whether it is one film that would be picked. */
function isFilm({ options }: Choice): boolean {
  return Object.values(options).some((value) => typeof value === "string" && /^tmdb:\d+$/u.test(value));
}

/** Whether the label says what is asked of the film: "Votos de Titanic (1997)". */
function saysMore({ command }: Choice, label: string, program: Program): boolean {
  const { es, en } = knownCommand(program, command)?.label ?? { es: "", en: "" };
  return [es, en].some((words) => {
    const [before = ""] = words.split(/[{[]/u, 1);
    return before !== "" && label.startsWith(before);
  });
}

/** A label and what has room beside it, as an option of a menu. */
export interface OptionTexts {
  readonly label: string;
  readonly description?: string;
  /** Whether something of it is missing. */
  readonly cut: boolean;
}

/** A label too long for an option goes on in its description. */
export function optionTexts(label: string, description = ""): OptionTexts {
  // One that has no room stands in the text anyway.
  const fits = description !== "" && description.length <= LIMITS.selectDescription;
  const own = fits ? { description } : {};
  if (label.length <= LIMITS.selectLabel) return { label: label || "…", ...own, cut: false };
  const at = label.lastIndexOf(" · ", LIMITS.selectLabel);
  const rest = label.slice(at + 3);
  if (at > 0 && rest.length <= LIMITS.selectDescription && rest !== "") {
    return { label: label.slice(0, at), description: rest, cut: false };
  }
  return { label: cutTo(label, LIMITS.selectLabel), ...own, cut: true };
}
