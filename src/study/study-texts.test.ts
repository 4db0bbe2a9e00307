// Texts with places to fill.
import { expect, test } from "vitest";
import { fillText, placesIn } from "./study-texts.ts";

test("places are filled as often as they stand there, and a place without a value stays to be seen", () => {
  expect(fillText("{name}, {name}: {link} {code}", { name: "Åsa", link: "https://example.org/s/x" })).toBe(
    "Åsa, Åsa: https://example.org/s/x {code}",
  );
});

test("what is filled in is not read as a place again", () => {
  expect(fillText("{name} {study}", { name: "{study}", study: "S" })).toBe("{study} S");
});

test("the places of a text are found in order", () => {
  expect(placesIn("Dear {name}, {link} {name} { not } {Nor_this}")).toEqual(["name", "link", "name"]);
});
