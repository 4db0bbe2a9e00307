// How long a sign-in link works, and what it can turn out to be.

export const signInLinkMinutes = 15;

/** What a sign-in link is good for. `used` and `expired` are said, so that the way on can be shown. */
export type SignInLink = "ready" | "unknown" | "expired" | "used";
