/** The reading of a sentence that leaves least of it unsaid: pieces side by side, chosen together. */
import type { Piece } from "./pieces.js";

export interface Cover {
  /** In order, none over another. */
  readonly pieces: readonly Piece[];
  /** Places of words that nothing explains, function words aside. */
  readonly left: readonly number[];
  readonly weight: number;
}

/** What a word costs that is left over. */
const LEFT_OVER = 1;

/**
 * The heaviest choice of pieces that do not overlap; in time linear in words and pieces.
 * @param costsNothing whether a word may be passed over
 */
export function bestCover(
  length: number,
  pieces: readonly Piece[],
  costsNothing: (place: number) => boolean,
): Cover {
  const ending = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const others = ending.get(piece.to) ?? [];
    others.push(piece);
    ending.set(piece.to, others);
  }
  const weights = [0];
  const last: (Piece | undefined)[] = [undefined];
  for (let place = 1; place <= length; place++) {
    let weight = (weights[place - 1] ?? 0) - (costsNothing(place - 1) ? 0 : LEFT_OVER);
    let chosen: Piece | undefined;
    for (const piece of ending.get(place) ?? []) {
      const whole = (weights[piece.from] ?? 0) + piece.weight;
      if (whole > weight) [weight, chosen] = [whole, piece];
    }
    weights.push(weight);
    last.push(chosen);
  }
  const chosen: Piece[] = [];
  const left: number[] = [];
  for (let place = length; place > 0; ) {
    const piece = last[place];
    if (piece === undefined) {
      place--;
      if (!costsNothing(place)) left.push(place);
    } else {
      chosen.push(piece);
      place = piece.from;
    }
  }
  return { pieces: chosen.reverse(), left: left.reverse(), weight: weights[length] ?? 0 };
}
