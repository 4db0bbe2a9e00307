// Made-up answers: legal, the same for the same seed, with exactly the change that is declared to be true.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CoreMember, type CoreRole, coreRoles, coreSeed } from "./core-case.ts";
import { panelAfter, panelMovesBeforeWave2 } from "./panel-moves.ts";
import { type SyntheticCase, syntheticAnswers, syntheticWave } from "./synthetic-answers.ts";
import { syntheticPanel } from "./synthetic-panel.ts";
import { type CoreItem, coreItems, dontKnowPerHundred, trueSharesOf, valuesOfItem } from "./true-change.ts";

const manyOf = (role: CoreRole, size: number): CoreMember[] =>
  Array.from({ length: size }, (_, number) => ({ memberId: `M${number}`, role, municipality: "2482" }));

const isRespondent = ({ outcome }: SyntheticCase) =>
  outcome.kind === "submits" || (outcome.kind === "stops" && outcome.afterPage === "service");

describe("answers", () => {
  test("are legal values, with at most two items left out", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 4 }),
        fc.string(),
        fc.constantFrom(...coreRoles),
        (seed, wave, memberId, role) => {
          const answers = syntheticAnswers(seed, wave, { memberId, role, municipality: "2482" });
          const answered = coreItems.filter((item) => item in answers);
          expect(answered.length).toBeGreaterThanOrEqual(3);
          expect(coreItems.slice(0, 4).filter((item) => item in answers).length).toBeGreaterThanOrEqual(3);
          for (const item of answered) expect([...valuesOfItem[item], "dontknow"]).toContain(answers[item]);
          const others = Object.keys(answers).filter((name) => !coreItems.includes(name as CoreItem));
          expect(others.every((name) => name === "anything_else")).toBe(true);
        },
      ),
    );
  });

  test.each(coreRoles)(
    "of very many a %s show the true shares of both waves (4.5 standard errors)",
    (role) => {
      const size = 3000;
      const members = manyOf(role, size);
      for (const wave of [1, 2]) {
        const answers = members.map((member) => syntheticAnswers(5, wave, member));
        for (const item of coreItems) {
          const given = answers.flatMap((one) => (item in one ? [one[item]!] : []));
          const valid = given.filter((value) => value !== "dontknow");
          const near = (count: number, among: number, share: number) => {
            const standardError = Math.sqrt((share * (1 - share)) / among);
            expect(Math.abs(count / among - share), `${wave} ${item}`).toBeLessThan(4.5 * standardError);
          };
          near(given.length - valid.length, given.length, dontKnowPerHundred[item][role] / 100);
          near(size - given.length, size, 0.028);
          for (const [position, value] of valuesOfItem[item].entries()) {
            const share = trueSharesOf(item, role, wave)[position]! / 100;
            near(valid.filter((one) => one === value).length, valid.length, share);
          }
        }
      }
    },
  );

  test("of one person mostly stay from wave to wave where nothing changed", () => {
    const members = manyOf("official", 2000);
    const pairs = members.flatMap((member) => {
      const [first, second] = [1, 2].map((wave) => syntheticAnswers(5, wave, member).local_service);
      return first && second && first !== "dontknow" && second !== "dontknow" ? [[first, second]] : [];
    });
    const same = pairs.filter(([first, second]) => first === second).length / pairs.length;
    const byChance = trueSharesOf("local_service", "official", 1).reduce((sum, p) => sum + (p / 100) ** 2, 0);
    expect(same).toBeGreaterThan(0.7 + 0.3 * byChance - 0.05);
    expect(same).toBeLessThan(0.7 + 0.3 * byChance + 0.05);
  });

  test("do not depend on who else is asked", () => {
    const member = manyOf("politician", 8)[7]!;
    expect(syntheticAnswers(9, 2, member)).toEqual(syntheticAnswers(9, 2, { ...member }));
    expect(syntheticAnswers(9, 2, member)).not.toEqual(syntheticAnswers(10, 2, member));
  });
});

describe("the two waves", () => {
  const panel = syntheticPanel(coreSeed);
  const first = syntheticWave(coreSeed, 1, panel);
  const second = syntheticWave(coreSeed, 2, panelAfter(panel, panelMovesBeforeWave2(panel, coreSeed)));

  test("have 101 of 140 respondents, then 98 of 139, most of them the same people", () => {
    expect(first).toHaveLength(140);
    expect(second).toHaveLength(139);
    const respondents = [first, second].map(
      (wave) => new Set(wave.filter(isRespondent).map((one) => one.memberId)),
    );
    expect(respondents.map(({ size }) => size)).toEqual([101, 98]);
    expect([...respondents[0]!].filter((one) => respondents[1]!.has(one)).length).toBeGreaterThan(70);
  });

  test("count what people do in the same numbers for every seed", () => {
    const count = (wave: readonly SyntheticCase[]) =>
      Object.fromEntries(
        Object.entries(Object.groupBy(wave, ({ outcome }) => outcome.kind)).map(([kind, cases]) => [
          kind,
          cases!.length,
        ]),
      );
    const expected = { submits: 98, stops: 5, declines: 4, silent: 33 };
    for (const seed of [1, 2, 3, coreSeed]) {
      expect(count(syntheticWave(seed, 1, syntheticPanel(seed)))).toEqual(expected);
    }
    expect(count(second)).toEqual({ submits: 96, stops: 5, declines: 5, "left-office": 1, silent: 32 });
  });

  test("save the pages before the one at which somebody stops, and no others", () => {
    for (const { outcome } of [...first, ...second]) {
      if (outcome.kind !== "stops") continue;
      const saved = coreItems.slice(0, outcome.afterPage === "planning" ? 2 : 4) as readonly string[];
      expect(Object.keys(outcome.answers).every((name) => saved.includes(name))).toBe(true);
    }
  });

  test("have people who act before the reminder and after it; the silent never act", () => {
    for (const wave of [first, second]) {
      const late = wave.filter(({ acts }) => acts === "after-reminder").length;
      expect(late).toBeGreaterThan(20);
      expect(late).toBeLessThan(60);
      for (const { acts, outcome } of wave) expect(acts === "never").toBe(outcome.kind === "silent");
    }
  });

  test("do not change when the members come in another order", () => {
    const shuffled = syntheticWave(coreSeed, 1, [...panel].reverse());
    expect([...shuffled].reverse()).toEqual(first);
  });
});
