/** Tables in frames of lines, as SQLite, DuckDB and Polars draw them. */

const SIDES = /[│┆┃║]/u;
const FRAME = /^[\s─━═┄╌│┆┃║┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╞╡╪╭╮╰╯╶╴]*$/u;
/** What Polars and DuckDB write below a name: of which type its column is. */
const TYPE =
  /^(?:-{2,3}|[iuf]\d{1,3}|str|string|bool(?:ean)?|date|datetime.*|timestamp.*|(?:u?(?:tiny|small|big|huge)?int(?:eger)?|float|double|decimal)\d*(?:\(.*\))?|varchar|list.*|struct.*|cat|.+\[\])$/iu;

export function isBoxed(start: string): boolean {
  const lines = start.split("\n").filter((line) => line.trim() !== "");
  return lines.slice(0, 3).some((line) => /^\s*[┌┏╔╭]/u.test(line));
}

/** The cells of its rows, of which the first is the header. */
export function boxedRows(text: string): string[][] {
  const rows = text
    .split("\n")
    .filter((line) => SIDES.test(line) && !FRAME.test(line))
    .map((line) => {
      const cells = line.split(SIDES).map((cell) => cell.trim());
      return cells.slice(1, -1);
    });
  const [header = [], ...others] = rows;
  const start = others.findIndex((cells) => !cells.every((cell) => TYPE.test(cell)));
  return [header, ...others.slice(Math.max(0, start))];
}
