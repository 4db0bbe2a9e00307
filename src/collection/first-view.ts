// The page that opens for somebody who has not answered anything yet: it follows from who is asked, and not from the
// case, so that it is worked out once for all who are asked the same.
import type { Instrument } from "../questionnaire/instrument.ts";
import type { PageView } from "../questionnaire/page-view.ts";
import type { WalkContext } from "../questionnaire/questionnaire.ts";
import type { StudyDefinition } from "../study/study.ts";
import type { PreparedStudy } from "./prepared-study.ts";
import { resumePage } from "./resume-point.ts";

const clockFunctions =
  "today|currentDate|currentYear|age|getDate|dateDiff|dateAdd|diffDays|getYear|year|month|day|weekday";
/** A random order, or a function that looks at the clock, anywhere in the questionnaire. */
const ownToACase = new RegExp(
  `"isRandom":true|"random"|"(?:${clockFunctions})"|\\b(?:${clockFunctions})\\s*\\(`,
);

const sameForAll = new WeakMap<Instrument, boolean>();

/** Whether two cases of which the same is known see the same page, at any time. */
const isSameForAll = (instrument: Instrument): boolean => {
  const known = sameForAll.get(instrument) ?? !ownToACase.test(JSON.stringify(instrument));
  sameForAll.set(instrument, known);
  return known;
};

const firstViews = new WeakMap<StudyDefinition, Map<string, PageView | null>>();
const mostKept = 500;
const nothing = {};

/** The first page with nothing answered; null where the questionnaire has none. */
export const firstView = (
  { study, questionnaire }: PreparedStudy,
  instrumentVersion: number,
  context: WalkContext,
): PageView | null => {
  const find = (): PageView | null => {
    const page = resumePage(questionnaire, { answers: nothing, donePages: [] }, context);
    return page === null ? null : questionnaire.page(page.name, nothing, context);
  };
  if (!isSameForAll(questionnaire.instrument)) return find();
  const views = firstViews.get(study) ?? new Map<string, PageView | null>();
  firstViews.set(study, views);
  const key = JSON.stringify([instrumentVersion, context.language, context.variables]);
  const known = views.get(key);
  if (known !== undefined) return known;
  const view = find();
  if (views.size >= mostKept) views.delete(views.keys().next().value ?? "");
  views.set(key, view);
  return view;
};
