/** The title and the year in the name of a file. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFileName } from "../../../../src/find/reading/file-names.js";

describe("the name of a file", () => {
  it.each<[string, string, number?]>([
    ["The.Matrix.1999.1080p.BluRay.x264-GRP.mkv", "The Matrix", 1999],
    ["The_Godfather_1972_720p", "The Godfather", 1972],
    ["El.Padrino.(1972).(Spanish.English).BDRip.1080p", "El Padrino", 1972],
    ["Volver (2006) [BluRay][1080p][castellano].mkv", "Volver", 2006],
    ["Volver [DVDRip]", "Volver"],
    ["El Padrino [Castellano]", "El Padrino"],
    ["The Dark Knight (2008) [Bluray-1080p-CtrlHD]", "The Dark Knight", 2008],
    ["Alien (1979) - [Director's Cut].mkv", "Alien", 1979],
    ["Alien.1979.Directors.Cut.mkv", "Alien", 1979],
    ["Back to the Future - 1080p Bluray VC-1 DTS-HD MA FGT.mkv", "Back to the Future"],
    ["Wonder Woman 1984 (2020) WEBDL-2160p.mkv", "Wonder Woman 1984", 2020],
    ["Blade.Runner.1982.The.Final.Cut.1080p.mkv", "Blade Runner", 1982],
    ["2001.A.Space.Odyssey.1968.REMASTERED.1080p.BluRay.mkv", "2001 A Space Odyssey", 1968],
    ["2012.2009.720p.mkv", "2012", 2009],
    ["1917 (2019).mp4", "1917", 2019],
    ["IT.2017.720p.HC.HDRip.1GB.MkvCage.mkv", "IT", 2017],
    ["Who Am I (2014) DVD.mkv", "Who Am I", 2014],
    ["Toni Erdmann.avi", "Toni Erdmann"],
    ["[REC] (2007) [1080p].mkv", "REC", 2007],
    ["www.newpct1.com - Ocho Apellidos Vascos [HDRip][Castellano][2014]", "Ocho Apellidos Vascos"],
    ["www.Torrenting.com_Titanic.1997.mkv", "Titanic", 1997],
    ["[ www.site.org ] Amores.Perros.2000.DVDRip.avi", "Amores Perros", 2000],
    ["Relatos Salvajes (2014) [BDRip 1080p][Castellano AC3 5.1]", "Relatos Salvajes", 2014],
    [
      "Harry Potter y la piedra filosofal [2001][DVDrip][Spanish].avi",
      "Harry Potter y la piedra filosofal",
      2001,
    ],
    ["Pulp.Fiction.1994.Dual.1080p.BluRay.x265.HEVC.10bit.AAC.5.1-Tigole.mkv", "Pulp Fiction", 1994],
    ["El laberinto del fauno (2006) MicroHD 1080p Castellano DTS.mkv", "El laberinto del fauno", 2006],
    ["The.English.Patient.1996.1080p.mkv", "The English Patient", 1996],
    ["[Xvid - ITA] Deuce Bigalow - Puttano In Saldo.avi", "Deuce Bigalow - Puttano In Saldo"],
    ["Hours (2013) [tmdbid-172803]", "Hours", 2013],
  ])("%s → %s", (text, title, year) => {
    const read = readFileName(text);
    expect(read?.names[0]).toBe(title);
    expect(read?.year).toBe(year);
  });

  it("may be read in several ways", () => {
    expect(readFileName("[Xvid - ITA] Deuce Bigalow - Puttano In Saldo.avi")?.names).toEqual([
      "Deuce Bigalow - Puttano In Saldo",
      "Deuce Bigalow",
      "Puttano In Saldo",
    ]);
    expect(readFileName("El.Padrino.Spanish.1080p.mkv")?.names).toEqual(["El Padrino Spanish", "El Padrino"]);
    expect(readFileName("Parque Jurasico (Jurassic Park) (1993) 1080p.mkv")?.names).toContain(
      "Jurassic Park",
    );
    expect(readFileName("Star.Wars.Episode.V.The.Empire.Strikes.Back.1980.mkv")?.names).toContain(
      "The Empire Strikes Back",
    );
    expect(readFileName(`${"a - ".repeat(100)}.mkv`)?.names.length).toBeLessThanOrEqual(6);
  });

  it("may hold an id", () => {
    expect(readFileName("Godzilla vs. Kong (2021) {imdb-tt5034838} [Bluray-1080p].mkv")).toEqual({
      names: ["Godzilla vs. Kong"],
      year: 2021,
      reference: { kind: "id", of: "film", source: "imdb", id: 5034838 },
    });
  });

  it.each([
    "titanic",
    "El bueno, el feo y el malo (1966)",
    "The.Dark.Knight",
    "G.I.Jane.1997",
    "[REC]",
    "(500) Days of Summer",
    "1080",
    "The Spanish Prisoner",
    ".mkv",
  ])("%s is none", (text) => {
    expect(readFileName(text)).toBeUndefined();
  });

  it("is read whatever it is, and never without a name", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: "grapheme" }), (text) => {
        const read = readFileName(`${text}.mkv`);
        expect(read?.names.every((name) => /[\p{L}\p{N}]/u.test(name)) ?? true).toBe(true);
        expect(read === undefined || read.names.length > 0).toBe(true);
      }),
    );
  });
});
