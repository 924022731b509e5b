import { describe, expect, it } from "vitest";
import { writtenOut } from "../../../../src/find/encode/abbreviations.js";
import { initialsOf } from "../../../../src/find/encode/keys/initials.js";

describe("initials of a title", () => {
  it.each([
    ["Everything Everywhere All at Once", ["eeaao"]],
    ["The Dark Knight Rises", ["tdkr", "dkr"]],
    ["El bueno, el feo y el malo", ["ebefyem", "befyem", "ebefem", "befem"]],
    ["10 Things I Hate About You", ["10tihay"]],
    ["Jaws", []],
    ["Star Wars", []],
    ["1 2 3", []],
    ["千と千尋の神隠し", []],
  ])("%s: %j", (title, initials) => {
    expect(initialsOf(title)).toEqual(initials);
  });
});

describe("what is shortened", () => {
  it.each([
    ["mi 4", "mission impossible 4"],
    ["mi4", "mission impossible 4"],
    ["hp7 part 2", "harry potter 7 part 2"],
    ["esdla3", "el senor de los anillos 3"],
    ["sw 5", "star wars 5"],
    ["lotr the two towers", "the lord of the rings the two towers"],
    ["t2 judgment day", "terminator 2 judgment day"],
    ["q paso ayer", "que paso ayer"],
    ["la liga d la justicia", "la liga de la justicia"],
  ])("“%s” may be “%s”", (typed, full) => {
    expect(writtenOut(typed)).toContain(full);
  });

  it.each(["re", "st", "matrix", "el quinto elemento", "42", "x men 2"])("“%s” stays", (typed) => {
    expect(writtenOut(typed)).toEqual([]);
  });
});
