// English texts of the public-use file: the page's words about it, its codebook, and what is written beside it.

/** What the text beside the file depends on. */
interface Facts {
  readonly title: string;
  readonly minimum: string;
}

export const publicUse = {
  heading: "Figures for everybody",
  intro:
    "Everything that may be published, as one table: who answered, the answers of each wave, and what has changed, for everyone and by group. Anyone may have these files. Once they have been taken out, the waves in them cannot be opened again.",
  figures: "The figures (CSV)",
  codebook: "What the columns and codes mean (CSV)",
  readme: "Read this first (text)",
  columns: {
    study: "The study.",
    figure: "What the row is about: response, level or change.",
    wave: "The wave; for a change the later one.",
    compared_with: "The earlier wave of a change.",
    question: "The question, or the row of a question with several rows.",
    measure: "What is measured in the answers.",
    groups: "By which groups: one, or two crossed with an asterisk between them.",
    group: "The group that the figure is of.",
    unit: "Unit of value and limits.",
    value:
      "The figure: a share or average, or a change (later minus earlier, rounded from the exact change).",
    ci_lo: "Lower limit of the 95% interval.",
    ci_hi: "Upper limit of the 95% interval.",
    n: "People whose answers the figure rests on; for a change those of the later wave.",
    n_before: "The same in the earlier wave.",
    n_both: "People who answered both times.",
    before: "Share or average in the earlier wave.",
    after: "Share or average in the later wave.",
    p: "The chance of so clear a difference where nothing has changed.",
    p_adjusted: "The same, with the number of comparisons taken into account (Benjamini and Hochberg).",
    verdict: "What may be said about the change.",
    doubt: "Why a change cannot be called certain.",
    coverage: "What the answers do not stand for, or that everybody answered.",
    flag: "Whether there are enough answers to say anything.",
    invited: "People who were asked.",
  },
  words: {
    hidden: (minimum: string) =>
      `Not shown: fewer than ${minimum} people answered, or a group that small could otherwise be worked out.`,
    empty: "Not defined.",
    all: "Everyone.",
    response: "Who answered.",
    level: "The answers of one wave.",
    change: "What has changed between two waves.",
    percent: "Per cent.",
    "percentage-points": "Percentage points.",
    score: "Points on the answer scale.",
    "score-points": "Difference in points on the answer scale.",
    rr2: "Response rate RR2 (AAPOR).",
    changed: "Changed: the difference is more than chance.",
    "no-sign-of-change": "No sign of change.",
    "cannot-tell": "Cannot tell whether anything has changed.",
    "too-few-to-say": "Fewer than 20 answers in one of the waves: too few to say.",
    "not-comparable": "The question or its answers were changed.",
    "not-asked": "Not asked in both waves.",
    "includes-zero": "The interval contains 0.",
    "many-comparisons": "Clear if it stood alone, but not among so many comparisons.",
    "no-interval": "The uncertainty cannot be worked out.",
    "population-part-not-covered": "Nobody answered from a part of those concerned.",
    "free-of-sampling-error": "Everybody who was asked answered.",
    "no-overlap-in-finite-population":
      "Nobody answered both times; corrected for the finite population, the limits are too narrow.",
    ok: "20 answers or more.",
    uncertain: "Fewer than 20 answers.",
  },
  about: ({ title, minimum }: Facts): readonly string[] => [
    `${title}: figures for everybody`,
    "figures.csv has one row per figure: who answered, the answers of each wave, and what has changed between two waves, for everyone and by group. codebook.csv says what every column and code means. Both are UTF-8 text with commas between the columns.",
    "Shares are whole per cent, changes whole percentage points, averages have one decimal. Every figure stands with the number of people it rests on and, where it has one, its 95% interval. An empty cell means that the figure is not defined.",
    `“hidden” means that fewer than ${minimum} people answered, or that a group that small could be worked out from other figures. All tables of a wave are protected together before the first is let out, and are attacked by a program that puts together everything that is published. The file holds nothing but published tables.`,
    "There is no file with one row per person for the public. Those asked are few, and who they are is often known: in many municipalities one or two people hold a post. Even without names, role and municipality would point them out, and one known answer would give away all the others. To make everyone look like enough others, so much would have to be taken out that it would no longer be this study.",
    "Figures that were published stay as they were. Somebody who has withdrawn since may still be counted in them.",
  ],
  madeFrom: "Made from these counts (waves, date, program version, fingerprint):",
};
