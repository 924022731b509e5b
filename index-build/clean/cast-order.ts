/** Whether the order of a cast says who comes first on the poster. */

export interface Billing {
  readonly personId: number;
  /** Place in the source's numbering; undefined where it gives none. */
  readonly order: number | undefined;
  /** The source names the part. */
  readonly hasPart: boolean;
}

/**
 * True where the numbering is a real order. The dataset numbers every cast from 0, but where nobody entered an
 * order the people stand by their ids: such a cast, of films whose parts have no names either, is only a set.
 */
export function isBillingOrder(cast: readonly Billing[]): boolean {
  const orders = new Set(cast.map(({ order }) => order));
  if (cast.length === 0 || orders.has(undefined)) return false;
  if (cast.length === 1) return true;
  if (orders.size === 1) return false;
  const byId = cast.every(
    ({ personId }, index) => index === 0 || personId >= (cast[index - 1]?.personId ?? 0),
  );
  return !byId || cast.some(({ hasPart }) => hasPart);
}
