/** Values of Arrow's columns, as JSON and Parquet would have them. */
import { DataType, type Field, MapRow, StructRow, Type, Vector } from "apache-arrow";
import { shortNumber } from "./short-number.js";

export type Value = (written: unknown) => unknown;

/** How the values of a column of this type are told. */
export function valuesOf(type: DataType): Value {
  if (DataType.isDictionary(type)) return valuesOf(type.dictionary);
  if (DataType.isDate(type) || DataType.isTimestamp(type)) {
    return (written) => (typeof written === "number" ? new Date(written) : null);
  }
  if (DataType.isFloat(type)) return type.typeId === Type.Float && type.precision < 2 ? shortNumber : same;
  if (DataType.isDecimal(type)) return (written) => decimal(written, type.scale);
  if (isList(type)) return listOf(type.children[0]);
  if (DataType.isStruct(type)) return structOf(type.children);
  if (DataType.isMap(type)) return (written) => (written instanceof MapRow ? written.toJSON() : null);
  return same;
}

function isList(type: DataType): boolean {
  return DataType.isList(type) || DataType.isFixedSizeList(type) || DataType.isLargeList(type);
}

function listOf(item: Field | undefined): Value {
  const value = item === undefined ? same : valuesOf(item.type);
  return (written) => (written instanceof Vector ? Array.from(written, value) : null);
}

function structOf(fields: readonly Field[]): Value {
  const values = fields.map(({ name, type }) => [name, valuesOf(type)] as const);
  return (written) => {
    if (!(written instanceof StructRow)) return null;
    const row: Readonly<Record<string, unknown>> = written.toJSON();
    return Object.fromEntries(values.map(([name, value]) => [name, value(row[name])]));
  };
}

/** A whole number of many words, of which the last digits stand behind the point. */
function decimal(written: unknown, scale: number): string | null {
  if (!(written instanceof Uint32Array)) return null;
  const whole = [...written].reverse().reduce((sum, word) => (sum << 32n) | BigInt(word), 0n);
  const signed = BigInt.asIntN(written.length * 32, whole);
  if (scale <= 0) return String(signed * 10n ** BigInt(-scale));
  const digits = String(signed < 0n ? -signed : signed).padStart(scale + 1, "0");
  return `${signed < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function same(written: unknown): unknown {
  return written;
}
