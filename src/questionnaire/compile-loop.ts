// Compiling loops and tables: questions that come again for every turn or row.
import type { CompiledQuestion } from "./engine/compiled.ts";

/** A loop or table, null for any other question. */
export const compileLoop = (_question: unknown, _language: string): CompiledQuestion | null => null;
