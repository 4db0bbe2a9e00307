// The order in which things stand in the questionnaire's JSON, whatever survey-core has shuffled since.

interface Numbered {
  readonly uniqueId: number;
}

/** Items in the order they were written: survey-core numbers them as it reads them. */
export const asWritten = <Item>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => (a as unknown as Numbered).uniqueId - (b as unknown as Numbered).uniqueId);
