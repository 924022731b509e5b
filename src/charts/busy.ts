/** Too many charts wait already, or one took too long: its figures are told without a picture. */
export class ChartsBusy extends Error {
  override readonly name = "ChartsBusy";
}
