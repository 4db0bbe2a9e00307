// English note on method: how the figures on the evaluator's pages are made, in plain words.

export const methodNote = {
  title: "How the figures are made",
  intro: "For those who read or pass on the figures. Nothing here needs training in statistics.",
  sections: (
    minimum: string,
  ): readonly { readonly heading: string; readonly paragraphs: readonly string[] }[] => [
    {
      heading: "Whose answers count",
      paragraphs: [
        "Everybody who held the post on the wave’s reference day was asked. A person counts as having answered if at least half of the questions that applied were answered. Role and municipality are those of that day, so somebody who has changed post since is counted in the old one then and in the new one now.",
        "The response rate is called RR2: those who answered in full or in part, divided by all who were asked and held the post, or may have held it (AAPOR, Standard Definitions). Somebody who held the post and never replied lowers the rate.",
      ],
    },
    {
      heading: "Shares and averages",
      paragraphs: [
        "A share is the part of those who took a stand. “Don’t know” is left out and shown by itself. An average is taken of the points on the answer scale. Every figure stands with the number of answers it rests on.",
      ],
    },
    {
      heading: "Change",
      paragraphs: [
        "The change is the later figure minus the earlier one, with all answers of both waves. Many people answer both times, and their two answers are alike. That is taken into account: it makes the change more certain than if different people had been asked.",
        "A change in a share is given in percentage points: from 40 to 50 per cent is 10 percentage points.",
      ],
    },
    {
      heading: "What the interval says",
      paragraphs: [
        "Had other people happened to answer, the figure would have come out a little differently. The 95% interval shows how differently: made again and again in the same way, about 95 of 100 such intervals hold the true value. A wide interval means that we know little.",
        "In small groups the intervals are not perfect. When every possible outcome is worked out, the intervals of changes in shares hold the true value 95 times of 100 or more on average; the worst single case found with 5 answers in each wave was 88 times of 100, and with 47 answers 92. Those of averages hold a little less often, from 20 answers on 92 to 95 times of 100, least where answers are weighted. That is why a sentence about an average says “about”.",
        "The interval knows only about chance. It does not know whether those who stayed silent think differently from those who answered.",
      ],
    },
    {
      heading: "What can be said",
      paragraphs: [
        "“Risen” or “fallen”: the change is more than chance. “No sign of change”: the interval holds 0 and reaches no further than 15 percentage points (half a scale point) to either side. “Cannot tell”: both a change and no change fit with the answers. “Too few to say”: fewer than 20 answers in one of the waves.",
        "Among many comparisons some look like changes by chance alone. Therefore a change must be clearer the more is compared (Benjamini and Hochberg). All main figures for everyone and for every group count, whichever of them you look at, also those that are hidden or rest on too few answers to say anything.",
        "That a change is certain does not make it important. The smallest change worth mentioning is for you to set.",
      ],
    },
    {
      heading: "What is not shown",
      paragraphs: [
        `No share, average or change is shown where fewer than ${minimum} people answered. A share itself can be a single person’s: 1 per cent of 97 answers is one of them. That says that somebody answered so, not who. Where a group that small could be worked out by subtracting the others from the total, another group is hidden as well. An empty group looks the same as a small one. How many answered both times is shown only where it does not point to a few people who left or joined.`,
        "Shares and changes are rounded to whole per cent and percentage points, averages to one decimal. Charts are drawn from the rounded figures.",
        "A table stays as it was when it was first shown, and a wave whose figures have been shown cannot be opened again.",
      ],
    },
    {
      heading: "When something else has changed",
      paragraphs: [
        "A question whose wording or answers were changed is not compared, unless it has been stated how the answers correspond. Municipalities that merged or divided between the waves are added up to the area they have in common.",
      ],
    },
  ],
  sourceHeading: "Where the figures come from",
  sourceText:
    "Each set of counts can be made again from the same answers and must then give the same fingerprint, to the last digit.",
  sourceCaption: "Counts behind the figures",
  columns: {
    waves: "Waves",
    madeAt: "Made",
    questionnaire: "Questionnaire version",
    cases: "Asked",
    program: "Program version",
    fingerprint: "Fingerprint",
  },
};
