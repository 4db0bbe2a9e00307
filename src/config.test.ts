import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

describe("the configuration", () => {
  test("needs nothing to be set", () => {
    const { settings, secrets } = readConfig({});
    expect(settings).toMatchObject({ port: 8080, publicUrl: "http://localhost:8080", host: "127.0.0.1" });
    expect(secrets).toEqual({ databaseUrl: null, smtpUrl: null, mailApiKey: null, keys: null });
  });

  test("takes the port of the command line before that of the environment", () => {
    expect(readConfig({ PORT: "9000" }, { port: 9100 }).settings.publicUrl).toBe("http://localhost:9100");
  });

  test.each([
    [{ PORT: "eighty" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ TIDVIS_PUBLIC_URL: "survey.example.org" }, "TIDVIS_PUBLIC_URL"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL"],
    [{ SMTP_URL: "mail.example.org" }, "SMTP_URL"],
    [{ TIDVIS_DATA: "/srv/data", TIDVIS_KEYS_DIR: "/srv/data/keys" }, "TIDVIS_KEYS_DIR"],
    [{ TIDVIS_KEYS_DIR: "./data/keys" }, "TIDVIS_KEYS_DIR"],
  ])("refuses %j and names the variable", (environment, name) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(name);
  });

  test("an error does not repeat a secret", () => {
    expect(() => readConfig({ DATABASE_URL: "secret-password" })).toThrow(/^((?!secret-password).)*$/);
  });
});
