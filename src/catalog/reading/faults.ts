/** What is wrong with an index, for whoever runs the program: which file, and what to do. */
import { OperatorError } from "../../words.js";

export const REBUILD = {
  es: "constrúyelo otra vez con: npm run index-build -- --source CARPETA --out",
  en: "build it again with: npm run index-build -- --source FOLDER --out",
};

/** @param root folder of the index, which is to be built again */
export function broken(root: string, path: string, es: string, en: string, cause?: unknown): OperatorError {
  return new OperatorError(
    {
      es: `El índice no se puede usar: ${path}: ${es}; ${REBUILD.es} ${root}`,
      en: `The index cannot be used: ${path}: ${en}; ${REBUILD.en} ${root}`,
    },
    { cause },
  );
}
