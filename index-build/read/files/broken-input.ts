/** The two ways in which the bytes of a file can end badly. */

export type CutReason = "truncated" | "corrupt";

/** The bytes end before their time; what came before is good and is kept. */
export class InputCut extends Error {
  override readonly name = "InputCut";

  constructor(
    readonly reason: CutReason,
    options?: ErrorOptions,
  ) {
    super(`the file is ${reason}`, options);
  }
}

export type RefusalReason =
  | "expands-too-far"
  | "too-large"
  | "encrypted"
  | "unknown-compression"
  | "bad-archive"
  | "packed-too-deep"
  | "foreign-format"
  | "web-page"
  | "lfs-pointer"
  | "not-text"
  | "damaged-file";

/** The file is not read at all; whatever came before is dropped as well. */
export class InputRefused extends Error {
  override readonly name = "InputRefused";

  constructor(
    readonly reason: RefusalReason,
    readonly detail = "",
    options?: ErrorOptions,
  ) {
    super(detail === "" ? reason : `${reason}: ${detail}`, options);
  }
}
