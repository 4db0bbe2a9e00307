// A schema change that did not go through; the database is as it was before it.
import { ServiceError } from "./service-error.ts";

export class MigrationFailedError extends ServiceError {
  override readonly name = "MigrationFailedError";
  readonly code = "migration-failed";

  constructor(migration: string, cause: unknown) {
    super(`migration ${migration} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
