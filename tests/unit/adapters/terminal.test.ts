/** The chat in a terminal, over pipes and as a terminal sends keys. */
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { tab } from "../../../src/adapters/terminal/completer.js";
import { TerminalSurface } from "../../../src/adapters/terminal/surface.js";
import type { Reply } from "../../../src/chat/answer/reply.js";
import type { Answer } from "../../../src/chat/answer/schema.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { filmRefs, integer } from "../../../src/chat/command/options.js";
import type { Command } from "../../../src/chat/contract.js";
import { parseLocale, SPANISH } from "../../../src/chat/locale.js";
import { bot, contar, createBot, program, type TestBot } from "../../support/fakes.js";
import {
  commonBot,
  commonCases,
  conversationBot,
  conversationCases,
  type Shown,
} from "../../support/surface.case.js";

const HERE = { platform: "terminal", chat: "terminal" } as const;

/** A terminal that a test types at, and all it shows. */
class Terminal {
  readonly surface: TerminalSurface;
  readonly #input: PassThrough;
  readonly #output: PassThrough;
  #shown = "";

  /** @param screen how many columns it has; undefined for pipes */
  constructor({ known = bot, tag = "es", screen }: { known?: TestBot; tag?: string; screen?: number } = {}) {
    const isTTY = screen !== undefined;
    this.#input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => undefined });
    this.#output = Object.assign(new PassThrough(), { isTTY, columns: screen });
    this.#output.on("data", (piece) => {
      this.#shown += piece;
    });
    this.surface = new TerminalSurface({
      bot: () => known,
      locale: parseLocale(tag),
      log: known.ports.log,
      now: () => new Date("2020-02-02"),
      tell: () => undefined,
      streams: { input: this.#input, output: this.#output, env: {} },
    });
  }

  get shown(): string {
    return this.#shown;
  }

  types(text: string): void {
    this.#input.write(text);
  }

  /** Waits until it shows what is expected behind all that was shown before `from`. */
  async shows(expected: RegExp, from = 0): Promise<string> {
    while (!expected.test(this.#shown.slice(from))) await once(this.#output, "data");
    return this.#shown.slice(from);
  }

  /** Ends the input, and waits until all is answered. */
  async ends(): Promise<string> {
    this.#input.end();
    await this.surface.left;
    return this.#shown;
  }
}

/** What is typed at once, and all that is shown until it ends. */
async function conversation(typed: string, { tag, known }: { tag?: string; known?: TestBot } = {}) {
  const terminal = new Terminal({ tag, known });
  await terminal.surface.start();
  terminal.types(typed);
  return terminal.ends();
}

/** A bot with one command more, whose options are `options`. */
function botWith(name: string, run: (options: Record<string, unknown>) => Reply): TestBot {
  const command = defineCommand({
    names: { es: name, en: name },
    summary: { es: "Una prueba", en: "A test" },
    options: z.strictObject({
      desde: integer({ min: 0, max: 9, default: 0 }, { es: "Desde", en: "From" }),
      gusta: filmRefs().optional(),
    }),
    result: z.unknown(),
    positional: ["desde"],
    examples: [name],
    run: (_, options) => run(options),
  });
  return createBot({ program: { commands: [...program.commands, command] } });
}

function replied(answer: Answer): Reply {
  return { status: "ok", result: null, answer };
}

describe("the common cases", () => {
  it.each(commonCases)("$name", async ({ line, tag, check }) => {
    check({ text: await conversation(`${line}\n`, { tag, known: commonBot }) });
  });
});

/** Types lines one after the other, and what is shown of the last; pressing is typing a number behind them. */
async function typed(terminal: Terminal, lines: readonly string[]): Promise<Shown> {
  let from = 0;
  for (const line of lines) {
    from = terminal.shown.length;
    terminal.types(`${line}\n`);
    await terminal.shows(/\S[\s\S]*› $/, from);
  }
  const text = terminal.shown.slice(from);
  return {
    text,
    async press(label) {
      const number = text.match(/^\d+\. .*$/gmu)?.findIndex((pick) => pick.endsWith(`. ${label}`)) ?? -1;
      return typed(terminal, [...lines, `${number + 1}`]);
    },
    async improved() {
      const told = await terminal.shows(/› \n[\s\S]+› $/, from);
      return { text: told.slice(told.indexOf("› ")) };
    },
  };
}

describe("the conversations of all surfaces", () => {
  it.each(conversationCases)("$name", async ({ line, check }) => {
    const terminal = new Terminal({ known: conversationBot });
    await terminal.surface.start();
    await check(await typed(terminal, [line]));
    await terminal.ends();
  });
});

describe("a chat", () => {
  it("begins with how it goes and TMDB's notice", async () => {
    const shown = await conversation("");
    expect(shown).toContain("/votos titanic");
    expect(shown).toContain("/ayuda");
    expect(shown).toContain("/salir");
    expect(shown).toContain("This product uses the TMDB API but is not endorsed or certified by TMDB.");
    expect(await conversation("", { tag: "en" })).toContain("Tab completes");
  });

  it("understands words, and says how", async () => {
    expect(await conversation("how many votes has titanic\n")).toMatch(
      /Titanic \(1997\)\nLo leí como: \/votos titanic\nVotos: 7770/,
    );
  });

  it("picks a choice of the last answer by its number", async () => {
    const shown = await conversation("votos cinderella\n2\n2\n");
    expect(shown).toMatch(/1\. Cinderella \(2015\) · Kenneth Branagh\n2\. Cinderella \(1950\)/);
    expect(shown).toContain("Votos: 1760");
    // The second "2" has nothing left to pick from.
    expect(shown).toContain("No entendí la pregunta");
  });

  it("picks a choice by what it may be called, until there is another answer", async () => {
    const known = botWith("mas", ({ desde }) =>
      replied({
        kind: "list",
        title: `from ${desde}`,
        choices: [
          {
            label: "Others",
            command: "mas",
            options: { desde: Number(desde) + 1 },
            said: ["otra", "otra mas"],
          },
        ],
      }),
    );
    const shown = await conversation("/mas\notra\n¡Otra más!\nvotos titanic\notra\n", { known });
    expect(shown.match(/from \d/g)).toEqual(["from 0", "from 1", "from 2"]);
    expect(shown).toContain("No entendí la pregunta");
  });

  it("opens a line by its number, and goes where the answer leads by the word for it", async () => {
    const known = botWith("mas", ({ desde }) =>
      replied({
        kind: "list",
        title: `from ${desde}`,
        list: { numbered: true, lines: [{ head: "a", asks: { command: "mas", options: { desde: 5 } } }] },
        choices: [{ label: "Others", command: "mas", options: { desde: 7 } }],
        follow: [{ label: "Dirección", command: "mas", options: { desde: 9 } }],
      }),
    );
    expect(await conversation("/mas\n1\n", { known })).toContain("from 5");
    expect(await conversation("/mas\n2\n", { known })).toContain("from 7");
    expect(await conversation("/mas\ndireccion\n", { known })).toContain("from 9");
  });

  it("picks a choice whose options hold lists", async () => {
    const known = botWith("listas", ({ gusta }) =>
      replied({
        kind: "list",
        title: `liked: ${JSON.stringify(gusta ?? null)}`,
        choices: [{ label: "Two", command: "listas", options: { gusta: ["tmdb:1", "a, b"] } }],
      }),
    );
    expect(await conversation("/listas\n1\n", { known })).toContain('liked: ["tmdb:1","a, b"]');
  });

  it("presses an action by its number behind the choices, as often as it is offered", async () => {
    const known = botWith("cuenta", () =>
      replied({
        kind: "figure",
        title: "Cuenta",
        choices: [{ label: "Votos", command: "votos", options: { titulo: "titanic" } }],
        actions: [contar.button("+1", { hasta: 1 })],
      }),
    );
    const shown = await conversation("/cuenta\n2\n1\n1\n", { known });
    expect(shown).toMatch(/1\. Votos\n2\. \+1\n[\s\S]*Van 1\n\n1\. \+1[\s\S]*Van 2[\s\S]*Van 3/);
  });

  it("says so where nothing stands behind what is picked", async () => {
    const known = botWith("vieja", () =>
      replied({
        kind: "list",
        choices: [{ label: "Gone", command: "gone", options: {} }],
        actions: [{ label: "Gone too", action: "gone", state: {} }],
      }),
    );
    const shown = await conversation("/vieja\n1\n/vieja\n2\n", { known });
    expect(shown.match(/Ese botón ya no vale/g)).toHaveLength(2);
  });

  it("answers in order what is pasted at once, however long each takes", async () => {
    const slow = (command: Command): Command => ({
      ...command,
      run: async (context, options) => {
        await pause(options.titulo === "titanic" ? 30 : 1);
        return command.run(context, options);
      },
    });
    const known = createBot({ program: { commands: program.commands.map(slow) } });
    const shown = await conversation("votos titanic\nvotos toy story 2\nvotos asdf\n", { known });
    expect(shown).toMatch(/Titanic[\s\S]*Toy Story 2[\s\S]*No encuentro/);
  });

  it.each(["/salir", "salir", "exit"])("ends at %s, after what was asked before", async (leave) => {
    const shown = await conversation(`votos titanic\n${leave}\nvotos asdf\n`);
    expect(shown).toContain("7770");
    expect(shown).not.toContain("No encuentro");
  });

  it("does nothing for an empty line", async () => {
    expect(await conversation("\n  \n")).not.toContain("No entendí");
  });

  it("shows a better answer when it comes, and goes on meanwhile", async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const better = replied({
      kind: "figure",
      title: "The better one",
      actions: [contar.button("+1", { hasta: 7 })],
    });
    const known = botWith("tarda", () => ({
      ...replied({ kind: "figure", title: "The first one" }),
      later: () => finished.then(() => better),
    }));
    const terminal = new Terminal({ known });
    await terminal.surface.start();
    terminal.types("/tarda\nvotos titanic\n");
    await terminal.shows(/The first one[\s\S]*7770[\s\S]*› $/);
    finish();
    await terminal.shows(/The better one\n\n1\. \+1\n[\s\S]*› $/);
    // A number picks from what was shown last.
    terminal.types("1\n");
    await terminal.shows(/Van 7/);
    await terminal.ends();
  });

  it("tells what goes wrong with a better answer, and is quiet once the person has left", async () => {
    let fail = (_: Error) => {};
    const known = botWith("falla", () => ({
      ...replied({ kind: "figure", title: "The first one" }),
      later: () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    }));
    const terminal = new Terminal({ known });
    await terminal.surface.start();
    terminal.types("/falla\n");
    await terminal.shows(/The first one/);
    fail(new Error("secret"));
    await terminal.shows(/Algo falló/);
    terminal.types("/falla\n");
    await terminal.shows(/The first one[\s\S]*The first one/);
    const shown = await terminal.ends();
    fail(new Error("secret"));
    await pause(5);
    expect(terminal.shown).toBe(shown);
    expect(known.ports.logged).toHaveLength(2);
  });
});

describe("as a surface", () => {
  it("takes no more questions once it is stopped, and answers those it has", async () => {
    const slow: Command = {
      ...(program.commands[0] as Command),
      run: async () => {
        await pause(30);
        return replied({ kind: "figure", title: "Answered" });
      },
    };
    const terminal = new Terminal({ known: createBot({ program: { commands: [slow] } }) });
    await terminal.surface.stop();
    await terminal.surface.start();
    terminal.types(`${slow.name} titanic\n`);
    while (terminal.surface.figures.inFlight === 0) await pause(1);
    await terminal.surface.stop();
    expect(terminal.shown).toContain("Answered");
    await terminal.surface.left;
    expect(terminal.surface.health.state).toBe("stopped");
  });

  it("tells how it stands and what it did", async () => {
    const terminal = new Terminal();
    const { surface } = terminal;
    expect(surface.health).toEqual({ state: "starting", connected: 0, connections: 1 });
    await surface.start();
    expect(surface.health).toEqual({ state: "up", connected: 1, connections: 1 });
    terminal.types("votos titanic\n\nvotos asdf\n");
    await terminal.ends();
    expect(surface.health).toEqual({ state: "stopped", connected: 0, connections: 1 });
    expect(surface.figures).toEqual({ answered: 2, late: 0, lost: 0, repeated: 0, inFlight: 0 });
  });

  it("shows what is sent there, in the language it is sent in, and a number picks from it", async () => {
    const terminal = new Terminal();
    const reminder: Answer = {
      kind: "list",
      title: "Reminder",
      choices: [{ label: "Titanic", command: "votos", options: { titulo: "titanic" } }],
    };
    const deliver = (chat: string) =>
      terminal.surface.deliver({ ...HERE, chat }, reminder, parseLocale("en"));
    expect(await deliver("terminal")).toBe("failed");
    await terminal.surface.start();
    expect(await deliver("another")).toBe("unreachable");
    expect(terminal.shown).not.toContain("Reminder");
    expect(await deliver("terminal")).toBe("sent");
    expect(await terminal.shows(/Type a number/)).toMatch(/\nReminder\n\n1\. Titanic\n/);
    terminal.types("1\n");
    await terminal.shows(/Votos: 7770/);
    await terminal.ends();
    expect(await deliver("terminal")).toBe("failed");
  });
});

describe("at a terminal", () => {
  /** Keys as a terminal sends them, one after the other, at the end Ctrl-D. */
  async function keys(...typed: readonly string[]) {
    const terminal = new Terminal({ screen: 60 });
    await terminal.surface.start();
    for (const key of typed) {
      terminal.types(key);
      await pause(20);
    }
    terminal.types("\u0004");
    await terminal.surface.left;
    return terminal.shown;
  }

  it("Tab completes a command and a title, and Enter asks", async () => {
    const shown = await keys("/vo\t", "toy story 2\t", "\r");
    expect(shown).toContain("/votos Toy Story 2 (1999)");
    expect(shown).toContain("Votos: 3914");
    expect(shown).toContain("\u001b[1mToy Story 2 (1999)\u001b[22m");
  });

  it("Tab lists what it cannot decide", async () => {
    const shown = await keys("/votos cinderella\t", "\t", "\u0003", "\u0003");
    expect(shown).toContain("Cinderella (2015) · Kenneth Branagh");
  });

  it("the Up key brings back the last question", async () => {
    const shown = await keys("votos titanic\r", "\u001b[A", "\r");
    expect(shown.match(/Votos: 7770/g)).toHaveLength(2);
  });

  it("Ctrl-C forgets the line, and leaves an empty one", async () => {
    const shown = await keys("votos asdf", "\u0003", "votos titanic\r", "\u0003");
    expect(shown).toContain("7770");
    expect(shown).not.toContain("No encuentro");
  });

  it("what comes unasked stands above what is being typed, however many rows that takes", async () => {
    const terminal = new Terminal({ screen: 20 });
    await terminal.surface.start();
    terminal.types("votos toy story 2 and a half");
    await terminal.shows(/half/);
    const from = terminal.shown.length;
    await terminal.surface.deliver(HERE, { kind: "figure", title: "Reminder" }, SPANISH);
    const shown = await terminal.shows(/half/, from);
    // Up to where the prompt begins, everything below it gone; then the prompt and the line again.
    expect(shown.startsWith("\u001b[1A\u001b[1G\u001b[0J")).toBe(true);
    expect(shown).toMatch(/Reminder[\s\S]*› votos toy story 2 and a half/);
    await terminal.ends();
  });
});

describe("Tab", () => {
  it.each([
    ["/vo", { kind: "replace", line: "/votos " }],
    ["vo", { kind: "replace", line: "/votos " }],
    ["/votos toy", { kind: "replace", line: "/votos Toy Story " }],
    ["/votos Toy Story ", { kind: "list", labels: ["Toy Story (1995)", "Toy Story 2 (1999)"] }],
    ["/votos zzz", { kind: "nothing" }],
    ["/votos cinderella", { kind: "replace", line: "/votos Cinderella (" }],
  ])("%s", (line, expected) => {
    expect(tab(bot, line, SPANISH)).toEqual(expected);
  });
});
