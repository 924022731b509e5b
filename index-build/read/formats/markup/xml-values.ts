/** Elements of an XML text → values as JSON would have them. */
import { Parser } from "htmlparser2";

export type XmlValue = string | XmlValue[] | { [name: string]: XmlValue };

/** An element that is being read. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: { readonly name: string; readonly value: XmlValue; readonly key: string | undefined }[];
  text: string;
}

/** Names that say which field of a record an element is: `<column name="title">`. */
const KEY = "name";
const FIELDS = /^(?:field|column|col|property|attribute|value|str|int|float|double|bool|date|arr)$/u;

/** What stands beside the `tag` of an element. */
const PLEX_NOISE: ReadonlySet<string> = new Set([
  "id",
  "filter",
  "count",
  "tagKey",
  "thumb",
  "role",
  "ratingKey",
]);

/** Walks the elements of a text; their names are those without the name of their space. */
export class XmlWalk {
  readonly #stack: XmlElement[] = [];
  /** Elements that end now are cut: others may close themselves. */
  #isEnding = false;
  readonly #parser: Parser;

  /**
   * @param onClose told each element that ends, with those around it; what it returns is not kept in its parent where it
   * is true
   */
  constructor(onClose: (element: XmlElement, around: readonly XmlElement[], isCut: boolean) => boolean) {
    const stack = this.#stack;
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) =>
          stack.push({
            name: localName(name),
            attributes: withoutSpaces(attributes),
            children: [],
            text: "",
          }),
        ontext(text) {
          const element = stack.at(-1);
          if (element !== undefined) element.text += text;
        },
        onclosetag: () => {
          const element = stack.pop();
          if (element === undefined || onClose(element, stack, this.#isEnding)) return;
          const { name, attributes } = element;
          const key = FIELDS.test(name) ? attributes[KEY] : keyOfId(element);
          stack.at(-1)?.children.push({ name, value: toValue(element), key });
        },
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): void {
    this.#isEnding = true;
    this.#parser.end();
  }
}

/** Kodi: <uniqueid type="tmdb">219</uniqueid> */
function keyOfId({ name, attributes }: XmlElement): string | undefined {
  const { type } = attributes;
  return type !== undefined && /^(?:unique)?id$/iu.test(name) ? `${type}_id` : undefined;
}

/** The text of an element without others in it; a list where all in it have one name; by their names otherwise. */
export function toValue({ attributes, children, text }: XmlElement): XmlValue {
  const own = Object.entries(attributes);
  if (children.length === 0) {
    const told = text.trim();
    if (told !== "" || own.length === 0) return told;
    // Plex: <Genre tag="Drama"/>
    const [[attribute, only] = [], ...others] = own.filter(([name]) => !PLEX_NOISE.has(name));
    return attribute === "tag" && others.length === 0 ? (only ?? "") : Object.fromEntries(own);
  }
  const [first] = children;
  const isList =
    children.length > 1
      ? children.every(({ name, key }) => name === first?.name && key === undefined)
      : false;
  if (isList && own.length === 0) return children.map(({ value }) => value);
  return recordOf({ name: "", attributes: Object.fromEntries(own), children, text });
}

/** Attributes and elements by their names; what stands there more than once is a list. */
export function recordOf({ attributes, children }: XmlElement): { [name: string]: XmlValue } {
  const record: { [name: string]: XmlValue } = { ...attributes };
  const lists = new Set<string>();
  for (const { name: tag, key, value } of children) {
    const name = key ?? tag;
    const known = record[name];
    if (known === undefined) record[name] = value;
    else if (lists.has(name) && Array.isArray(known)) known.push(value);
    else {
      record[name] = [known, value];
      lists.add(name);
    }
  }
  return record;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function withoutSpaces(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(attributes).filter(([name]) => !/^(?:xmlns|xsi|xml)(?::|$)/u.test(name));
  return Object.fromEntries(own.map(([name, value]) => [localName(name), value]));
}
