/** Findings as one page of plain text. */
import { type Locale, say } from "../../chat/locale.js";
import { harmlessLine } from "../../chat/text.js";
import type { Finding, Verdict } from "../../surface/finding.js";
import type { Environment } from "../config/environment.js";
import { redactor } from "../log.js";

const MARKS: Readonly<Record<Verdict, string>> = { good: "✓", warning: "!", bad: "✗" };

/** One line a finding, then how many there are to look after. No secret of the environment stands in it. */
export function pageOf(findings: readonly Finding[], locale: Locale, env: Environment): readonly string[] {
  const redact = redactor(env);
  const lines = findings.map(({ verdict, words, advice }) => {
    const told = say(locale, words);
    const line = advice === undefined ? told : `${told} → ${say(locale, advice)}`;
    return `${MARKS[verdict]} ${redact(harmlessLine(line))}`;
  });
  return [...lines, "", say(locale, conclusion(findings))];
}

/** 0 where nothing keeps the bot from working as it is set up, else 1. */
export function exitCodeOf(findings: readonly Finding[]): number {
  return findings.some(({ verdict }) => verdict === "bad") ? 1 : 0;
}

function conclusion(findings: readonly Finding[]) {
  const number = (wanted: Verdict) => findings.filter(({ verdict }) => verdict === wanted).length;
  const [bad, warnings] = [number("bad"), number("warning")];
  if (bad === 0 && warnings === 0) return { es: "Todo en orden.", en: "All is well." };
  const noticed = {
    es: warnings === 1 ? "1 aviso (!)" : `${warnings} avisos (!)`,
    en: warnings === 1 ? "1 notice (!)" : `${warnings} notices (!)`,
  };
  if (bad === 0) {
    return {
      es: `Puede funcionar tal como está; ${noticed.es}.`,
      en: `It can work as it is; ${noticed.en}.`,
    };
  }
  const wrong = {
    es: bad === 1 ? "1 cosa por arreglar (✗)" : `${bad} cosas por arreglar (✗)`,
    en: bad === 1 ? "1 thing to mend (✗)" : `${bad} things to mend (✗)`,
  };
  return warnings === 0
    ? { es: `${wrong.es}.`, en: `${wrong.en}.` }
    : { es: `${wrong.es}, ${noticed.es}.`, en: `${wrong.en}, ${noticed.en}.` };
}
