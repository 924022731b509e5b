import { describe, expect, it } from "vitest";
import { fold } from "../../../../src/find/encode/fold.js";
import { foldNumbers, spelledOut } from "../../../../src/find/encode/numbers.js";

describe("numbers in words", () => {
  it.each([
    ["veintiún gramos", "21 gramos"],
    ["ciento veintisiete horas", "127 horas"],
    ["trescientos", "300"],
    ["mil cuatrocientos ocho", "1408"],
    ["quinientos días con ella", "500 dias con ella"],
    ["veinte mil leguas", "20000 leguas"],
    ["mil novecientos ochenta y cuatro", "1984"],
    ["dos mil uno", "2001"],
    ["ciento un dálmatas", "101 dalmatas"],
    ["mil y una noches", "1001 noches"],
    ["treinta y nueve escalones", "39 escalones"],
    ["ninety-nine", "99"],
    ["one hundred and one dalmatians", "101 dalmatians"],
    ["three hundred", "300"],
    ["the hundred foot journey", "the 100 foot journey"],
    ["the five thousand fingers", "the 5000 fingers"],
    ["two thousand and one", "2001"],
    ["nineteen eighty-four", "1984"],
    ["fourteen oh eight", "1408"],
    ["pelham one two three", "pelham 1 2 3"],
    ["ocho y medio", "8 1 2"],
    ["8½", "8 1 2"],
    ["nine and a half weeks", "9 1 2 weeks"],
    ["Nine ½ Weeks", "9 1 2 weeks"],
    ["vigésimo", "20"],
    // Words, not numbers.
    ["one hour photo", "one hour photo"],
    ["doce hombres y uno", "12 hombres y uno"],
    ["cuatro bodas y un funeral", "4 bodas y un funeral"],
    ["fifty first dates", "50 1 dates"],
    ["million dollar baby", "million dollar baby"],
  ])("“%s” is “%s”", (written, digits) => {
    expect(foldNumbers(fold(written))).toBe(digits);
  });

  it.each([
    ["20,000 Leagues", "20000 leagues"],
    ["39,90", "39 90"],
    ["π", "pi"],
    ["Πολίτικη", "πολιτικη"],
  ])("“%s” folds to “%s”", (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  it.each([
    ["se7en", "seven"],
    ["thir13en ghosts", "thirteen ghosts"],
    ["s1m0ne", "simone"],
    ["fant4stic", "fantastic"],
    ["scre4m", "scream"],
    ["4x4", "4x4"],
    ["r2d2", "r2d2"],
    ["thx1138", "thx1138"],
    ["2001", "2001"],
  ])("“%s” is read “%s”", (written, read) => {
    expect(spelledOut(written)).toBe(read);
  });
});
