/** A column of days: whether 3/4 is the third of April or the fourth of March is read by the column as a whole. */
import { isoDate } from "../values/dates.js";
import { type Column, LATER } from "./column.js";
import { afterYear, dateForm, type ReadDate } from "./date-forms.js";

export class DateColumn implements Column<ReadDate> {
  #dayFirst = 0;
  #monthFirst = 0;
  /** Days stand first where nothing in the column says otherwise. */
  #likelyDayFirst = false;
  #dayAfterYear = false;

  /** The file comes from where days stand before months. */
  expectDayFirst(): void {
    this.#likelyDayFirst = true;
  }

  /**
   * Looks at cells of the column before they are read: whether after the year days stand before months ("2010-14-07"),
   * which the first of them would not tell.
   */
  lookAt(cells: Iterable<string>): void {
    let dayFirst = 0;
    let monthFirst = 0;
    for (const cell of cells) {
      const numbers = afterYear(cell.trim());
      if (numbers === undefined) continue;
      if (numbers.first > 12 && numbers.second <= 12) dayFirst += 1;
      if (numbers.second > 12 && numbers.first <= 12) monthFirst += 1;
    }
    this.#dayAfterYear = dayFirst > 0 && monthFirst === 0;
  }

  read(cell: string): ReadDate | typeof LATER | undefined {
    const turned = this.#dayAfterYear ? afterYear(cell.trim()) : undefined;
    if (turned !== undefined) {
      const date = isoDate(turned.year, turned.second, turned.first);
      return date === undefined ? undefined : { date, yearOnly: false };
    }
    const form = dateForm(cell.trim());
    if (form === undefined) return undefined;
    if (form.is === "known") return form.value;
    const { first, second, year, dayFirst } = form;
    if (dayFirst === undefined) return LATER;
    if (dayFirst) this.#dayFirst += 1;
    else this.#monthFirst += 1;
    const date = dayFirst ? isoDate(year, second, first) : isoDate(year, first, second);
    return date === undefined ? undefined : { date, yearOnly: false };
  }

  /** Where it is in doubt, the year alone is known: `yearOnly`. */
  decide(cell: string): ReadDate | undefined {
    const form = dateForm(cell.trim());
    if (form?.is !== "numbers") return undefined;
    const { first, second, year } = form;
    const dayFirst = this.#isDayFirst();
    if (dayFirst === undefined) return { date: `${year}-01-01`, yearOnly: true };
    const date = dayFirst ? isoDate(year, second, first) : isoDate(year, first, second);
    return date === undefined ? undefined : { date, yearOnly: false };
  }

  #isDayFirst(): boolean | undefined {
    if (this.#dayFirst > 0 && this.#monthFirst > 0) return undefined;
    if (this.#dayFirst > 0) return true;
    if (this.#monthFirst > 0) return false;
    return this.#likelyDayFirst ? true : undefined;
  }
}
