// The clock of a service on a machine: does what is due at once when woken, and otherwise twice a minute.
export interface MailClock {
  /** Something waits: do it as soon as what is being done is done. */
  wake(): void;
  /** Lets what is being done end, and does nothing after that. */
  stop(): Promise<void>;
}

/**
 * @param doWhatIsDue must not throw; a failure is its own to tell
 * @param secondsBetween how long to rest when nobody wakes it
 */
export function startMailClock(doWhatIsDue: () => Promise<void>, secondsBetween: number): MailClock {
  let isStopped = false;
  let isAwake = true;
  let rouse = () => {};
  const running = (async () => {
    while (!isStopped) {
      if (isAwake) {
        isAwake = false;
        await doWhatIsDue();
        continue;
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, secondsBetween * 1000);
        rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      isAwake = true;
    }
  })();
  return {
    wake: () => {
      isAwake = true;
      rouse();
    },
    stop: async () => {
      isStopped = true;
      rouse();
      await running;
    },
  };
}
