// What an SMTP_URL means.
import { describe, expect, test } from "vitest";
import { smtpServer } from "./smtp-server-address.ts";

test("server, port, user and password are read, percent signs undone", () => {
  expect(smtpServer("smtp://us%40er:p%3Aw%2Fd@mail.example.org:2525?connections=3")).toMatchObject({
    host: "mail.example.org",
    port: 2525,
    isSecure: false,
    credentials: { user: "us@er", pass: "p:w/d" },
    connections: 3,
  });
  expect(smtpServer("smtp://mail.example.org").port).toBe(587);
  expect(smtpServer("smtps://[::1]")).toMatchObject({ host: "::1", port: 465, isSecure: true });
});

describe("a password is never sent unencrypted to another machine", () => {
  test.each([
    ["smtp://user:secret@mail.example.org", true],
    ["smtp://mail.example.org", false],
    ["smtp://user:secret@localhost", false],
    ["smtp://user:secret@127.0.0.1:25", false],
    ["smtps://user:secret@mail.example.org", false],
    ["smtp://mail.example.org?require-tls=true", true],
  ])("%s: encryption asked for on the way: %s", (address, requiresTls) => {
    expect(smtpServer(address).requiresTls).toBe(requiresTls);
  });
  test("and only to a server that proves who it is, unless it is this machine", () => {
    expect(smtpServer("smtp://user:secret@mail.example.org").allowsAnyCertificate).toBe(false);
    expect(smtpServer("smtp://user:secret@localhost").allowsAnyCertificate).toBe(true);
  });
});

test.each(["", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://a:secret@b?connections=0"])(
  "%s is refused without being repeated",
  (address) => {
    expect(() => smtpServer(address)).toThrow(RangeError);
    expect(() => smtpServer(address)).not.toThrow(/secret/);
  },
);
