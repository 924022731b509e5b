/** The size of a command: names, descriptions and values, each by its longest localization, at most 8,000 in all. */
import { isObject, length, objects, text } from "../../json.js";
import type { Json } from "../../types.js";

function longest(value: unknown, localizations: unknown): number {
  const others = isObject(localizations) ? Object.values(localizations) : [];
  return Math.max(...[value, ...others].map((each) => length(text(each))));
}

export function sizeOf(command: Json): number {
  let size = longest(command.name, command.name_localizations);
  size += longest(command.description, command.description_localizations);
  for (const choice of objects(command.choices)) {
    size += longest(choice.name, choice.name_localizations) + length(String(choice.value ?? ""));
  }
  for (const option of objects(command.options)) size += sizeOf(option);
  return size;
}
