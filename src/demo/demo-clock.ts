// The demo's clock: stands where the story is while the story is told, then runs with the real one.
export interface DemoClock {
  readonly now: () => Date;
  /** Nine o'clock (UTC) of a day, "yyyy-mm-dd". */
  turnTo(day: string): void;
  /** From now on the real time. */
  letGo(): void;
}

export function demoClock(realNow: () => Date): DemoClock {
  let stopped: Date | null = null;
  let looks = 0;
  return {
    // Every look moves it on by a second, so that what happens in the story has an order.
    now: () => (stopped === null ? realNow() : new Date(stopped.getTime() + looks++ * 1000)),
    turnTo: (day) => {
      stopped = new Date(`${day}T09:00:00Z`);
      looks = 0;
    },
    letGo: () => {
      stopped = null;
    },
  };
}
