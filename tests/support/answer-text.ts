/** An answer as a reader would see all of it, for tests that look for words wherever they stand. */
import { plainLine, plainText } from "../../src/chat/answer/rich-text.js";
import type { Answer, Fold } from "../../src/chat/answer/schema.js";

/** One part a line, in the order in which it is read; fields take two lines, what can be pressed is told by its label. */
export function answerText(answer: Answer): string {
  const { title, glance = [], text, fields = [], table, folds = [], media, prompt, footer } = answer;
  const { choices = [], follow = [], links = [], actions = [] } = answer;
  const rows = table === undefined ? [] : [table.head, ...table.rows];
  const parts = [
    plain(title),
    ...glance.map(plain),
    plain(text),
    ...fields.flatMap(({ name, value }) => [name, value]),
    ...listText(answer),
    ...rows.map((cells) => cells.join(" · ")),
    ...folds.flatMap(foldText),
    media?.alt,
    plain(prompt),
    ...choices.map(({ label }) => label),
    ...[...follow, ...links, ...actions].map(({ label }) => label),
    plain(footer),
  ];
  return parts.filter((part) => part !== undefined && part !== "").join("\n");
}

/** A part that opens: its label, and all that it holds. */
export function foldText(fold: Fold): readonly string[] {
  const { label, text, fields = [] } = fold;
  const parts = [
    label,
    plain(text),
    ...fields.flatMap(({ name, value }) => [name, value]),
    ...listText(fold),
  ];
  return parts.filter((part) => part !== undefined);
}

/** The heading of its list, where it has one, and the list's lines. */
export function listText({ list }: Pick<Answer, "list">): readonly string[] {
  if (list === undefined) return [];
  return [plain(list.heading), ...list.lines.map((line) => plainLine(line))].filter(
    (line) => line !== undefined,
  );
}

function plain(text: Answer["text"]): string | undefined {
  return text === undefined ? undefined : plainText(text);
}
