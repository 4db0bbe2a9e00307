// Before the tests that need a database: one PostgreSQL with a migrated template that each file clones.
import type { TestProject } from "vitest/node";
import { connectPostgres } from "../../src/db/connect-postgres.ts";
import { migrate } from "../../src/db/migrate.ts";
import { startPostgres } from "./postgres-server.ts";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres({ durable: false });
  const admin = await connectPostgres(server.url("postgres"), 1);
  const { sql } = await import("kysely");
  await sql`create database template_tidvis`.execute(admin.db);
  const template = await connectPostgres(server.url("template_tidvis"), 1);
  await migrate(template.db);
  await template.close();
  await admin.close();
  project.provide("postgresUrl", server.url("postgres"));
  return () => server.stop();
}

declare module "vitest" {
  export interface ProvidedContext {
    postgresUrl: string;
    isVerify: boolean;
  }
}
