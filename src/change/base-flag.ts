// Whether a figure's base is large enough to show and to comment.

/** `empty` 0 answers, `suppress` below the minimum base, `uncertain` shown in grey and never commented, `ok`. */
export type BaseFlag = "empty" | "suppress" | "uncertain" | "ok";

/** Smallest base that is shown, and smallest base that may be commented. */
export type BaseLimits = { shown: number; commented: number };

/** 5 and 20, the defaults of the project's methods. */
export const defaultBaseLimits: BaseLimits = { shown: 5, commented: 20 };

/** Flag of a base of `n` answers (unweighted); for a change hand in the smaller of the two. */
export function baseFlag(n: number, limits: BaseLimits = defaultBaseLimits): BaseFlag {
  if (n === 0) return "empty";
  if (n < limits.shown) return "suppress";
  return n < limits.commented ? "uncertain" : "ok";
}
