// The script of the respondents' pages. It saves what is typed while it is typed, keeps in the device what could not
// be sent yet, and shows the questions that an answer brings along. Every page does without it.
import { morph } from "./morph.ts";

const own = document.currentScript as HTMLScriptElement;
/** `c` marks the case, `l` its link; `f` is set where nothing is to be kept any more. */
const { c: ofCase, l: ofLink, f: isOver } = own.dataset;
const prefix = `tidvis ${ofCase} `;
const linkPrefix = `${prefix}${ofLink} `;

/** Null where the browser lets us keep nothing. */
const device = ((): Storage | null => {
  try {
    return localStorage;
  } catch {
    return null;
  }
})();
const numberOf = (key: string): number => Number(key.split(" ")[3]);
/** What is kept, the oldest first. */
const keptKeys = (start: string): string[] =>
  Object.keys(device ?? {})
    .filter((key) => key.startsWith(start))
    .sort((one, other) => numberOf(one) - numberOf(other));
const forget = (key: string): void => device?.removeItem(key);

const start = (form: HTMLFormElement): void => {
  const address = form.action;
  const pageName = /\/p\/([^/?]+)/.exec(address)?.[1] as string;
  const status = form.querySelector("[role=status]") as HTMLElement;
  const words = status.dataset;
  /** Questions changed since they were last saved, each with the number of its latest change. */
  const changed = new Map<string, number>();
  let changes = 0;
  let entry = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let underWay: Promise<boolean> | null = null;
  let pressed: HTMLElement | null = null;
  let isGoing = false;

  const say = (text = "", isUrgent = false): void => {
    if (status.textContent !== text) status.textContent = text;
    status.classList.toggle("unsaved", isUrgent);
  };

  const questionOf = (target: Element): string | null => {
    let found: string | null = null;
    for (
      let at = target.closest("[data-question]");
      at;
      at = at.parentElement?.closest("[data-question]") ?? null
    )
      found = at.getAttribute("data-question");
    return found;
  };

  /** The changed questions as a form that shows nothing else. */
  const body = (): string => {
    const names = new Set(["version", "language", "checked"]);
    for (const field of form.elements) {
      if (changed.has(questionOf(field) ?? "")) names.add((field as HTMLInputElement).name);
    }
    const fields = new URLSearchParams([["shown", ""]]);
    for (const [name, value] of new FormData(form) as Iterable<[string, string]>) {
      const isShown = name === "shown" && changed.has(value.split(":", 2).join(":"));
      if (isShown || names.has(name)) fields.append(name, value);
    }
    return String(fields);
  };

  const keep = (): void => {
    try {
      entry ||= linkPrefix + (1 + Math.max(0, ...keptKeys(linkPrefix).map(numberOf)));
      device?.setItem(entry, `${pageName}\n${body()}`);
    } catch {}
  };

  /** @returns the page's parts once they are saved, "" if they never will be, null if nobody answered */
  const post = async (page: string, fields: string): Promise<string | null> => {
    const patience = new AbortController();
    const end = setTimeout(() => patience.abort(), 15e3);
    try {
      const answer = await fetch(address.replace(/\/p\/[^/?]+/, `/p/${page}/keep`), {
        method: "POST",
        body: new URLSearchParams(fields),
        keepalive: fields.length < 3e4,
        signal: patience.signal,
      });
      if (answer.ok) return await answer.text();
      if (answer.status < 500 && answer.status !== 429) return "";
    } catch {
    } finally {
      clearTimeout(end);
    }
    return null;
  };

  const show = (parts: string): boolean => {
    const count = () => form.querySelectorAll("[data-question]").length;
    const before = count();
    for (const part of new DOMParser().parseFromString(parts, "text/html").querySelectorAll("[data-live]")) {
      const here = document.querySelector(`[data-live=${part.getAttribute("data-live")}]`);
      if (here) morph(here, part);
    }
    return count() > before;
  };

  const failed = (): false => {
    say(pressed ? words.goOn : words.waiting, true);
    timer = setTimeout(save, Math.min(6e4, 2e3 * 2 ** failures++));
    return false;
  };

  /** Sends what is kept from before, then what is new. @returns false if nobody answered */
  const send = async (): Promise<boolean> => {
    clearTimeout(timer);
    for (const key of keptKeys(linkPrefix)) {
      const [page, fields] = device?.getItem(key)?.split("\n") ?? [];
      if (key === entry || !page || !fields) continue;
      const parts = await post(page, fields);
      if (parts === null) return failed();
      forget(key);
      if (parts) say(words.saved);
      if (parts && page === pageName && !changed.size) show(parts);
    }
    if (changed.size || pressed) {
      const sent = [...changed];
      const parts = await post(pageName, body());
      if (parts === null) return failed();
      if (parts) {
        for (const [question, change] of sent) if (changed.get(question) === change) changed.delete(question);
        if (changed.size) {
          keep();
          timer = setTimeout(save, 1e3);
        } else {
          forget(entry);
          entry = "";
          say(show(parts) ? words.more : words.saved);
        }
      } else say(words.refused, true);
      if (pressed && !(parts && changed.size)) {
        isGoing = true;
        pressed.click();
      }
    }
    failures = 0;
    return true;
  };

  const save = (): Promise<boolean> => {
    underWay ??= send().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  form.addEventListener("input", ({ target }) => {
    const field = target as HTMLInputElement;
    const question = questionOf(field);
    if (!question) return;
    changed.set(question, ++changes);
    keep();
    if (!failures) say();
    clearTimeout(timer);
    timer = setTimeout(save, /radio|checkbox|select/.test(field.type) ? 150 : 1500);
  });
  form.addEventListener("change", () => {
    if (!changed.size) return;
    clearTimeout(timer);
    timer = setTimeout(save, 150);
  });
  form.addEventListener("submit", (event) => {
    if (isGoing || (!changed.size && !underWay && navigator.onLine)) return;
    event.preventDefault();
    const isWaiting = pressed;
    pressed = event.submitter;
    if (isWaiting) return;
    const ongoing = underWay;
    if (ongoing) void ongoing.then((isSent) => isSent && save());
    else void save();
  });
  addEventListener("online", save);
  addEventListener("pageshow", () => {
    isGoing = false;
    pressed = null;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && changed.size) void save();
  });
  if (keptKeys(linkPrefix).length) void save();
};

if (isOver) keptKeys(prefix).forEach(forget);
const form = document.getElementById("questions");
if (form) start(form as HTMLFormElement);
