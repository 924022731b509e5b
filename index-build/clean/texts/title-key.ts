/** What two titles that mean the same have in common. */
import { fold, foldForms, foldNumbers, withoutArticle } from "../../../src/find/encode/fold.js";

/** "The Avengers II" and "Avengers 2" have one key; "" where a title is of nothing but signs. */
export function titleKey(title: string): string {
  return foldNumbers(foldForms(withoutArticle(fold(title))));
}
