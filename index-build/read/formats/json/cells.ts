/** Values of JSON and Parquet → the text of a cell, as a CSV would have it. What is nested becomes JSON. */

/** "" where nothing is known. */
export function cellText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return Number.isFinite(value) ? String(value) : "";
    case "boolean":
    case "bigint":
      return String(value);
    case "object":
      return value === null ? "" : textOfObject(value);
    default:
      return "";
  }
}

function textOfObject(value: object): string {
  if (value instanceof Date) return dateText(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  const inside = mongoValue(value);
  return inside === undefined ? (JSON.stringify(value, plain) ?? "") : cellText(inside);
}

/** Only the day, where the hour says nothing. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}

/** What JSON has no word for. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  return value;
}

const MONGO_KEYS = new Set(["$oid", "$numberInt", "$numberLong", "$numberDouble", "$numberDecimal", "$date"]);

/** MongoDB writes a number as `{"$numberInt": "5"}`; undefined for other objects. */
function mongoValue(value: object): unknown {
  const [entry, ...more] = Object.entries(value);
  if (entry === undefined || more.length > 0 || !MONGO_KEYS.has(entry[0])) return undefined;
  return entry[1];
}
