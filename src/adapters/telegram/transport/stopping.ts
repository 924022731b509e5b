/** Why waiting ended: the surface has to stop. */
export class Stopping extends Error {
  override readonly name = "Stopping";

  constructor() {
    super("the program is ending");
  }
}
