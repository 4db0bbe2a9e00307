// English texts of the evaluator's pages: studies, waves, what changed, one question, how figures are made.

export const report = {
  hidden: "hidden",
  notDefined: "–",
  interval: (lower: string, upper: string) => `${lower} to ${upper}`,
  waveName: (number: string) => `Wave ${number}`,
  waveInText: (number: string) => `wave ${number}`,
  everyone: "Everyone",
  breakdown: { role: "By role", municipality: "By municipality", other: (name: string) => `By ${name}` },
  groupColumn: { role: "Role", municipality: "Municipality", other: "Group" },
  groups: {
    size: "By size of municipality",
    centrality: "By centrality",
    county: "By county",
    economy: "By municipal economy",
    region: "By region",
  },
  sizeLevels: {
    small: "Small (up to 4,999 inhabitants)",
    medium: "Medium (5,000 to 29,999)",
    large: "Large (30,000 or more)",
  },
  centralityLevels: { high: "High centrality", medium: "Medium centrality", low: "Low centrality" },
  mergedNote:
    "Municipalities that merged or divided between the waves are added up to the area they have in common.",
  hiddenNote: (minimum: string) =>
    `“Hidden” stands where fewer than ${minimum} people answered, and where a group that small could otherwise be worked out from the other figures. Nobody and a few look the same.`,
  tableBeside: "The chart and the table show the same rounded figures.",
  studies: {
    title: "Your studies",
    none: "You have no study to evaluate yet.",
    noneHelp: "A study appears here when you have been given the role of evaluator in it.",
    closedWaves: (count: number) =>
      count === 0 ? "No wave has closed yet" : count === 1 ? "1 closed wave" : `${count} closed waves`,
  },
  study: {
    results: "Results",
    planFaults:
      "The study’s analysis plan (analysis.json) has faults and was not used. Answers are counted as they stand in the questionnaire, without weights.",
    noneClosed: "There are no figures yet. They are made when a wave closes.",
    changeHeading: "What has changed",
    change: (earlier: string, later: string) => `From ${earlier} to ${later}`,
    needsTwo: "When two waves have closed, you can see here what has changed between them.",
    levelHeading: "The answers of one wave",
    level: (wave: string) => `Answers in ${wave}`,
    wavesHeading: "Waves and response rate",
    wavesCaption: "The waves of the study",
    wave: "Wave",
    fieldPeriod: "Open for answers",
    period: (from: string, to: string) => `${from} to ${to}`,
    states: { planned: "Planned", open: "Open", closed: "Closed" },
    answered: "Answered",
    rateNote:
      "RR2 is the share of all who were asked and held the post who answered at least half of the questions (AAPOR, Standard Definitions). “Answered” counts out of all who were invited; those who turned out not to hold the post are among them, but not in RR2. The project lead’s page leaves them out of both.",
    rateShort: "RR2",
    answeredOfAsked: "answered",
    of: "of",
    responseCaption: (breakdown: string) => `Who answered, ${breakdown.toLowerCase()}`,
    byGroup: "Who answered, by group",
    openNow: (wave: string) => `${wave} is open. Its figures are made when it closes.`,
  },
  overview: {
    title: (earlier: string, later: string) => `What changed from ${earlier} to ${later}`,
    intro: (earlier: string, later: string) =>
      `Every question that was asked both in ${earlier} and in ${later}, with what can be said about it and how sure one can be.`,
    tally: {
      changed: (count: string) => `${count} changed`,
      "no-sign-of-change": (count: string) => `${count} with no sign of change`,
      "cannot-tell": (count: string) => `${count} where we cannot tell`,
      "too-few-to-say": (count: string) => `${count} with too few answers`,
      other: (count: string) => `${count} not compared or hidden`,
    },
    mentionNow: (limit: string) => `Limit for what is worth mentioning: ${limit}`,
    mentionLabel: "Smallest change worth mentioning, in percentage points",
    mentionHint:
      "Changes that are certain but smaller than this are marked as such. Nothing else depends on it.",
    mentionSubmit: "Use this limit",
    mentionEffect: (certain: number, small: number, limit: string) =>
      certain === 0
        ? "No change in a share is certain, so the limit for what is worth mentioning marks nothing here."
        : small === 0
          ? `Limit for what is worth mentioning: ${limit}. Every certain change in a share reaches it.`
          : certain === 1
            ? `The one certain change in a share is smaller than the limit for what is worth mentioning, ${limit}, and is marked.`
            : `Limit for what is worth mentioning: ${limit}. Of the ${certain} certain changes in shares, ${small} ${small === 1 ? "is" : "are"} smaller and marked.`,
    belowLimit: (limit: string) => `Smaller than ${limit}.`,
    mentionProblem: "Write a whole number from 0 to 50.",
    noVerdict:
      "No verdict: it is not one of the comparisons that were decided on beforehand. Read it as a hint.",
    noSignMeans: (limit: string) => `If there is a change, it is smaller than ${limit}.`,
    amongMany: (count: string) =>
      `${count} comparisons are made at once, so each must be clearer than one alone. This one falls short of that.`,
    manyCompared: (count: string) =>
      `The verdicts take into account that ${count} comparisons are made at once: all main figures, for everyone and for every group.`,
    tableHeading: "All figures",
    tableCaption: (earlier: string, later: string) => `Change from ${earlier} to ${later}, everyone`,
  },
  verdict: {
    up: "Risen",
    down: "Fallen",
    "no-sign-of-change": "No sign of change",
    "cannot-tell": "Cannot tell",
    "too-few-to-say": "Too few to say",
    hidden: "Hidden",
    "no-verdict": "No verdict",
    "not-comparable": "Not compared",
    "not-asked": "Not compared",
  },
  columns: {
    question: "Question",
    answer: "Answer",
    change: "Change",
    interval: "95% interval",
    bases: "Answers",
    basesOf: (earlier: string, later: string) => `${earlier} and ${later}`,
    verdict: "What can be said",
    level: "Result",
  },
  measure: {
    top: (answers: string) => `Share who answered ${answers}`,
    value: (answer: string) => `Share who answered ${answer}`,
    option: (answer: string) => `Share who chose ${answer}`,
    first: (answer: string) => `Share who put ${answer} first`,
    mean: "Average",
    meanOf: (lowest: string, highest: string) => `Average on a scale from ${lowest} to ${highest}`,
    scaleEnd: (score: string, answer: string) => `${score} (${answer})`,
    withDontKnow: (measure: string) => `${measure}, with “don’t know” counted in`,
    or: "or",
    quote: (text: string) => `“${text}”`,
    choose: "What to compare",
    chooseSubmit: "Show",
  },
  item: {
    inSentences: "In sentences",
    otherQuestions: "Other questions",
    previous: "Previous question",
    next: "Next question",
    answersHeading: "The answers",
    answersCaption: "Share of each answer, per cent",
    answersTitle: "Share of each answer",
    answersDescription: (bars: string) => `Bars of 100 per cent: ${bars}.`,
    barDescription: (wave: string, shares: string) => `${wave}: ${shares}`,
    barLabel: (wave: string, answers: string) => `${wave} (${answers})`,
    dontKnow: "Don’t know",
    dontKnowNote:
      "“Don’t know” is the share of everyone who answered the question; the other shares are without it.",
    average: "Average",
    answerCount: "Number of answers",
    manyChoices: "Several answers could be chosen, so the shares add up to more than 100 per cent.",
    changeHeading: "What has changed",
    chartTitle: (measure: string, breakdown: string) => `${measure}, ${breakdown.toLowerCase()}`,
    changeDescription: (rows: string) =>
      `Change with 95% interval, one line per group. A line that crosses 0 means that there may be no change. ${rows}`,
    levelDescription: (rows: string) => `Share or average with 95% interval, one line per group. ${rows}`,
    rowDescription: (group: string, estimate: string, interval: string) =>
      `${group}: ${estimate}, ${interval}.`,
    pointsAxis: "Change in percentage points",
    scaleAxis: "Change in scale points",
    percentAxis: "Per cent",
    scoreAxis: "Average",
    tooFewNote: "Grey: fewer than 20 answers. Too few to say anything about.",
    dotNote: "Filled dot: a change that is more than chance. Hollow dot: it may be chance.",
    roundingNote: "Changes are rounded from the exact change, so 41 to 45 per cent can read +3.",
  },
  others: {
    heading: "Other questions",
    text: "No main figure has been chosen for these. Their answers can be read one question at a time.",
  },
  open: {
    heading: "Questions answered in one’s own words",
    withheld:
      "Answers in people’s own words are withheld for now, because they can give away who wrote them. They will be shown once they have been read, coded and cleared of whatever points to a person.",
  },
  crossing: {
    heading: "Two groups at once",
    label: "Groups to cross",
    submit: "Show",
    pair: (one: string, other: string) => `${one} and ${other.toLowerCase()}`,
    level: (one: string, other: string) => `${one}, ${other}`,
    notOffered: (groups: string) => `Cannot be crossed: ${groups}.`,
    refusedHeading: "These two groups cannot be crossed",
    refused: {
      "too-few": (minimum: string) =>
        `More than half of the groups would have fewer than ${minimum} answers. Only the figures for each of the two on its own are shown.`,
      "would-tell": (_minimum: string) =>
        "Together with what has already been shown, hidden figures could be worked out from this table.",
      "same-groups": (_minimum: string) => "One of the two already says which group of the other it is.",
    },
  },
  download: { heading: "Take the figures with you", csv: "As a table (CSV)", json: "For programs (JSON)" },
  levels: {
    aboutMeans:
      "The limits of an average are approximate: they hold the true value a little less often than 95 times of 100, least where there are few answers or they are weighted.",
    title: (wave: string) => `Answers in ${wave}`,
    intro: (wave: string) => `Every question asked in ${wave}, with how sure one can be of each figure.`,
    tableCaption: (wave: string) => `Answers in ${wave}, everyone`,
  },
  problem: {
    heading: "These figures cannot be shown now",
    notClosed: "The wave has been opened again. The figures are made anew when it closes.",
  },
};
