// The year between the waves: who left, who came, and that every seat is held by one person at a time.
import { describe, expect, test } from "vitest";
import { coreSeed, coreWaves } from "./core-case.ts";
import { panelAfter, panelMovesBeforeWave2 } from "./panel-moves.ts";
import { syntheticPanel } from "./synthetic-panel.ts";

describe.each([1, 2, 3, 17, coreSeed, 4711])("moves of seed %i", (seed) => {
  const panel = syntheticPanel(seed);
  const moves = panelMovesBeforeWave2(panel, seed);
  const later = panelAfter(panel, moves);

  test("are 12 who leave, 11 new people and 3 who change seats", () => {
    const kinds = moves.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "leaves")).toHaveLength(12);
    expect(kinds.filter((kind) => kind === "joins")).toHaveLength(11);
    expect(kinds.filter((kind) => kind === "changes-seat")).toHaveLength(3);
    expect(later).toHaveLength(139);
  });

  test("move nobody twice, and give new people new ids, names and addresses", () => {
    const moved = moves.flatMap((move) => (move.kind === "joins" ? [] : [move.memberId]));
    expect(new Set(moved).size).toBe(moved.length);
    const newcomers = moves.flatMap((move) => (move.kind === "joins" ? [move.person] : []));
    for (const key of ["memberId", "name", "email"] as const) {
      const taken = new Set(panel.map((person) => person[key]));
      expect(
        newcomers.some((person) => taken.has(person[key])),
        key,
      ).toBe(false);
      expect(new Set(newcomers.map((person) => person[key])).size, key).toBe(11);
    }
  });

  test("fill every seat once, but for one that stays empty with a local group", () => {
    const seats = (people: readonly { role: string; municipality: string }[]) =>
      people.map(({ role, municipality }) => `${municipality} ${role}`).sort();
    const before = seats(panel);
    const after = seats(later);
    const last = moves.at(-1);
    if (last?.kind !== "leaves") throw new Error("the last move leaves a seat empty");
    expect(last.seat.role).toBe("local_group");
    after.push(`${last.seat.municipality} ${last.seat.role}`);
    expect(after.sort()).toEqual(before);
  });

  test("follow somebody who has gone, the day after", () => {
    const leftOn = new Map(
      moves.flatMap((move) => (move.kind === "joins" ? [] : [[move.memberId, move.lastDay]])),
    );
    for (const move of moves) {
      if (move.kind === "leaves") continue;
      const firstDay = move.kind === "joins" ? move.person.seatFrom : move.firstDay;
      const lastDay = leftOn.get(move.follows)!;
      expect(Date.parse(firstDay) - Date.parse(lastDay)).toBe(86_400_000);
      expect(lastDay > coreWaves[1].closesOn && firstDay <= coreWaves[2].referenceDate).toBe(true);
    }
  });

  test("change the role of two people and the municipality of one", () => {
    const changes = moves.flatMap((move) => (move.kind === "changes-seat" ? [move] : []));
    expect(changes.map(({ from, to }) => [from.role, to.role])).toEqual([
      ["local_group", "politician"],
      ["politician", "local_group"],
      ["official", "official"],
    ]);
    expect(changes.map(({ from, to }) => from.municipality === to.municipality)).toEqual([true, true, false]);
    for (const { memberId, to } of changes) {
      expect(later.find((member) => member.memberId === memberId)).toEqual({
        memberId,
        role: to.role,
        municipality: to.municipality,
      });
    }
  });
});
