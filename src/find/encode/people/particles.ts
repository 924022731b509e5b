/** Particles that are written to a surname: who sets them apart means the same. */

const APART = /\b(o|d|l|mc|mac|fitz) (?=[a-z]{3})/g;

/** "o hara maureen" as "ohara maureen", "mc gregor ewan" as "mcgregor ewan"; none where nothing is set apart. */
export function gluedParticles(folded: string): string[] {
  const glued = folded.replace(APART, "$1");
  return glued === folded ? [] : [glued];
}
