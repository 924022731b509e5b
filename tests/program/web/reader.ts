/** The page as whoever uses it sees it. */
import type { Locator, Page } from "playwright-core";

export class Reader {
  readonly input: Locator;
  readonly options: Locator;
  readonly turns: Locator;
  /** The newest turn. */
  readonly last: Locator;

  constructor(
    readonly page: Page,
    /** The page's address without a question. */
    readonly home: string,
  ) {
    this.input = page.getByRole("combobox");
    this.options = page.getByRole("option");
    this.turns = page.getByRole("article");
    this.last = this.turns.last();
  }

  /** Asks as one asks at a desk, and waits for the answer. */
  async ask(line: string): Promise<void> {
    const turns = await this.turns.count();
    await this.input.fill(line);
    await this.input.press("Enter");
    await this.answered(turns + 1);
  }

  /** Waits until there are so many turns and none waits for its answer. */
  async answered(turns: number): Promise<void> {
    await this.turns.nth(turns - 1).waitFor();
    await this.page.locator("#log:not(:has([aria-busy]))").waitFor();
    // One more turn would be one too many.
    if ((await this.turns.count()) !== turns)
      throw new Error(`${await this.turns.count()} turns, not ${turns}`);
  }

  /** Types letter by letter and waits for suggestions that hold `expected`. */
  async type(text: string, expected: string): Promise<void> {
    await this.input.pressSequentially(text);
    await this.options.filter({ hasText: expected }).first().waitFor();
  }

  /** What a screen reader is told without asking. */
  announced(text: string | RegExp): Promise<void> {
    return this.page.getByRole("status").filter({ hasText: text }).waitFor({ state: "attached" });
  }

  /** The question in the page's address. */
  asked(): string | null {
    return new URL(this.page.url()).searchParams.get("q");
  }

  focused(): Promise<string> {
    return this.page.evaluate(
      "document.activeElement.id || document.activeElement.className || document.activeElement.tagName",
    );
  }
}
