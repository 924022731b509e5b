/** `ask`: see `ask/main.ts`. */
import { loadProgram } from "../load-program.js";

const { main } = await loadProgram("ask", () => import("./ask/main.js"));
process.exitCode = await main();
