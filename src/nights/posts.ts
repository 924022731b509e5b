/**
 * Messages that show a night and follow it. Of each night the first and the newest are drawn anew: the one it was opened
 * with, and the one that people have before their eyes.
 */
import type { NightPost, Repositories } from "../store/port.js";

/** Remembers a message that shows the night. */
export async function addPanel(
  { nights }: Pick<Repositories, "nights">,
  night: string,
  panel: Omit<NightPost, "kind">,
): Promise<void> {
  if (!(await nights.addPost(night, { kind: "panel", ...panel }))) return;
  const middle = (await panelsOf({ nights }, night)).slice(1, -1);
  for (const post of middle) await nights.removePost(night, post);
}

export async function panelsOf(
  { nights }: Pick<Repositories, "nights">,
  night: string,
): Promise<readonly NightPost[]> {
  return (await nights.posts(night)).filter(({ kind }) => kind === "panel");
}
