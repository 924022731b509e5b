/** The version of the schema that this program works with: the number of migrations. */
import { OperatorError } from "../words.js";

export const SCHEMA_VERSION = 7;

export function newerSchema(found: number): OperatorError {
  return new OperatorError({
    es: `Los datos guardados son de una versión más nueva del programa (esquema ${found}; esta conoce hasta el ${SCHEMA_VERSION}): actualiza el programa o restaura una copia anterior`,
    en: `The stored data is of a newer version of the program (schema ${found}; this one knows up to ${SCHEMA_VERSION}): update the program or restore an earlier backup`,
  });
}
