/** A number, a day or an id, out of what programs and spreadsheets put around it. */
import { collapseSpaces, removeInvisible } from "../texts/text.js";

/** `="862"` and `'862`: how a spreadsheet is told to take what looks like a number for text. */
const AS_TEXT = /^=?"(.*)"$|^'(.*?)'?$/su;
/** `np.float64(7.1)`, `Decimal('7.1')`, `Timestamp('2010-07-14 00:00:00')`, `datetime.date(2010, 7, 14)` */
const CALL = /^(?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*\((.*)\)$/su;
/** What stands after the value in a call: `Timestamp('…', tz='UTC')` */
const FURTHER_ARGUMENTS = /,\s*[a-z]+=.*$/su;

/** The cell itself where there is nothing around it. */
export function bareValue(cell: string): string {
  const text = collapseSpaces(removeInvisible(cell)).trim();
  const inside = CALL.exec(text)?.[1]?.replace(FURTHER_ARGUMENTS, "") ?? text;
  const [, quoted, escaped] = AS_TEXT.exec(inside) ?? [];
  return (quoted ?? escaped ?? inside).trim();
}
