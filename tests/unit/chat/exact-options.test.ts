/** Options as they were typed, made exact for buttons that outlive a restart. */
import { describe, expect, it } from "vitest";
import { exactOptions } from "../../../src/chat/command/exact-options.js";
import { edition, program } from "../../support/fakes.js";

const commandOf = (name: string) => {
  const command = program.commands.find((one) => one.name === name);
  if (!command) throw new Error(`no ${name}`);
  return command;
};

describe("exact options", () => {
  it("name what was found by its id", () => {
    const given = { plataforma: "Amazon Prime", puntaje: 70, anio: "2018" };
    expect(exactOptions(edition, commandOf("plataforma puntaje"), given)).toEqual({
      ...given,
      plataforma: "amazon",
    });
  });

  it("leave what they cannot resolve", () => {
    const given = { titulo: "asdf", other: "x", lista: ["a", "b"] };
    expect(exactOptions(edition, commandOf("votos"), given)).toEqual(given);
  });

  it("never throw, whatever looking for it does", () => {
    const broken = {
      ...edition,
      find: {
        ...edition.find,
        film: () => {
          throw new Error("broken");
        },
      },
    };
    expect(exactOptions(broken, commandOf("votos"), { titulo: "titanic" })).toEqual({ titulo: "titanic" });
  });
});
