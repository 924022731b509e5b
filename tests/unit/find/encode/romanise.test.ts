import { describe, expect, it } from "vitest";
import { romanise } from "../../../../src/find/encode/scripts/romanise.js";

describe("names in other scripts in Latin letters", () => {
  it.each([
    // Cyrillic
    ["Броненосец Потёмкин", "bronenosets potemkin"],
    ["Иди и смотри", "idi i smotri"],
    ["Москва слезам не верит", "moskva slezam ne verit"],
    ["Ночной дозор", "nochnoy dozor"],
    ["Летят журавли", "letyat zhuravli"],
    ["Скупљачи перја", "skupljaci perja"],
    ["Тіні забутих предків", "tini zabutikh predkiv"],
    // Greek
    ["Κυνόδοντας", "kynodontas"],
    ["Ευρυδίκη", "evrydiki"],
    ["Ο Μελισσοκόμος", "o melissokomos"],
    ["Αυτοκίνητο", "aftokinito"],
    // Korean: syllables taken apart, and what neighbours do to each other
    ["기생충", "gisaengchung"],
    ["올드보이", "oldeuboi"],
    ["살인의 추억", "sarinui chueok"],
    ["악마를 보았다", "angmareul boatda"],
    ["독립", "dongnip"],
    ["신라", "silla"],
    ["봄 여름", "bom yeoreum"],
    // Kana
    ["アキラ", "akira"],
    ["となりのトトロ", "tonarinototoro"],
    ["きゃりー しゃしん", "kyari shashin"],
    ["マジック・ファン", "majikku fan"],
    ["ラブレター", "rabureta"],
    ["とうきょう", "tokyo"],
  ])("%s is %s", (written, latin) => {
    expect(romanise(written)).toBe(latin);
  });

  it.each(["Amélie", "", "99", "七人の侍", "英雄", "जब वी मेट"])("reads nothing in “%s”", (text) => {
    expect(romanise(text)).toBeUndefined();
  });

  it("reads decomposed letters like composed ones", () => {
    expect(romanise("기생충".normalize("NFD"))).toBe("gisaengchung");
    expect(romanise("Ночной".normalize("NFD"))).toBe("nochnoy");
  });
});
