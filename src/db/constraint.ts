// Rejections by the database, told apart by the constraint's name.
const DATA_RULE_CLASS = "23";

/**
 * Name of the constraint that made PostgreSQL refuse a statement (SQLSTATE class 23), or null if
 * `error` is anything else. Works for postgres.js (`constraint_name`) and PGlite (`constraint`).
 */
export function violatedConstraint(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return null;
  const { code, constraint_name, constraint } = error as Record<string, unknown>;
  if (typeof code !== "string" || !code.startsWith(DATA_RULE_CLASS)) return null;
  const name = constraint_name ?? constraint;
  return typeof name === "string" ? name : null;
}
