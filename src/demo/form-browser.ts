// A hand over plain HTTP: parses the page, fills its forms and sends them as a browser without script would.
import { parseHTML } from "linkedom";
import type { Hand } from "./hand.ts";

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

const folded = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
const attribute = (element: Element, name: string) => element.getAttribute(name) ?? "";

interface Page {
  address: string;
  status: number;
  document: Document;
}

/** @param fetch must not follow redirects by itself */
export function formBrowser(origin: string, fetch: Fetch): Hand {
  const cookies = new Map<string, string>();
  const history: string[] = [];
  let page: Page = {
    address: origin,
    status: 0,
    document: parseHTML("<html><body></body></html>").document as unknown as Document,
  };
  let filled = new Map<Element, { value?: string; checked?: boolean; file?: File }>();

  async function go(address: string, init: RequestInit = {}): Promise<void> {
    let url = new URL(address, page.address).href;
    let request: RequestInit = init;
    for (let hops = 0; hops < 10; hops++) {
      const response = await fetch(url, {
        ...request,
        redirect: "manual",
        headers: {
          ...(request.headers as Record<string, string> | undefined),
          ...(cookies.size > 0
            ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") }
            : {}),
          ...(request.method === "POST" ? { origin, "sec-fetch-site": "same-origin" } : {}),
        },
      });
      for (const line of response.headers.getSetCookie()) keep(line);
      const location = response.headers.get("location");
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.arrayBuffer();
        url = new URL(location, url).href;
        request = response.status === 307 || response.status === 308 ? request : {};
        continue;
      }
      const { document } = parseHTML(await response.text());
      page = { address: url, status: response.status, document: document as unknown as Document };
      filled = new Map();
      history.push(url);
      return;
    }
    throw new Error(`too many redirects from ${address}`);
  }

  function keep(setCookie: string): void {
    const [pair, ...attributes] = setCookie.split(";").map((part) => part.trim());
    const [name, value] = [pair!.slice(0, pair!.indexOf("=")), pair!.slice(pair!.indexOf("=") + 1)];
    const gone = attributes.some((part) => /^max-age=(0|-\d+)$/i.test(part)) || value === "";
    if (gone) cookies.delete(name);
    else cookies.set(name, value);
  }

  const controls = (within: ParentNode) => [
    ...within.querySelectorAll("input[name], select[name], textarea[name]"),
  ];

  function labelled(label: string): Element {
    for (const element of page.document.querySelectorAll("label")) {
      if (!folded(element.textContent).startsWith(label)) continue;
      const target = attribute(element, "for");
      const control =
        target === ""
          ? element.querySelector("input, textarea, select")
          : page.document.getElementById(target);
      if (control !== null) return control;
    }
    throw new Error(
      `no field labelled "${label}" on ${page.address}:\n${folded(page.document.body.textContent)}`,
    );
  }

  function button(label: string): Element {
    const found = [...page.document.querySelectorAll("button, input[type=submit]")].find(
      (element) => folded(element.textContent) === label || attribute(element, "value") === label,
    );
    if (found === undefined)
      throw new Error(
        `no button "${label}" on ${page.address} (${page.status}):\n${folded(page.document.body.textContent)}`,
      );
    return found;
  }

  function formEntries(form: Element, pressed: Element): [string, string | File][] {
    const entries: [string, string | File][] = [];
    for (const control of controls(form)) {
      const name = attribute(control, "name");
      const typed = filled.get(control);
      if (control.hasAttribute("disabled")) continue;
      if (control.tagName === "TEXTAREA") entries.push([name, typed?.value ?? control.textContent ?? ""]);
      else if (control.tagName === "SELECT") {
        const options = [...control.querySelectorAll("option")];
        const chosen = options.find((option) => option.hasAttribute("selected")) ?? options[0];
        const value = typed?.value ?? (chosen === undefined ? undefined : attribute(chosen, "value"));
        if (value !== undefined) entries.push([name, value]);
      } else if (["radio", "checkbox"].includes(attribute(control, "type"))) {
        const checked = typed?.checked ?? control.hasAttribute("checked");
        if (checked) entries.push([name, control.hasAttribute("value") ? attribute(control, "value") : "on"]);
      } else if (attribute(control, "type") === "file") entries.push([name, typed?.file ?? new File([], "")]);
      else if (attribute(control, "type") !== "submit")
        entries.push([name, typed?.value ?? attribute(control, "value")]);
    }
    if (attribute(pressed, "name") !== "")
      entries.push([attribute(pressed, "name"), attribute(pressed, "value")]);
    return entries;
  }

  function submission(pressed: Element): [string, RequestInit] {
    const formId = attribute(pressed, "form");
    const form = formId === "" ? pressed.closest("form") : page.document.getElementById(formId);
    if (form === null) throw new Error("the button stands outside every form");
    const action = attribute(pressed, "formaction") || attribute(form, "action") || page.address;
    const entries = formEntries(form, pressed);
    if ((attribute(pressed, "formmethod") || attribute(form, "method")).toLowerCase() !== "post") {
      const url = new URL(action, page.address);
      url.search = new URLSearchParams(entries as [string, string][]).toString();
      return [url.href, {}];
    }
    if (attribute(form, "enctype") === "multipart/form-data") {
      const body = new FormData();
      for (const [name, value] of entries) body.append(name, value as string);
      return [action, { method: "POST", body }];
    }
    const body = new URLSearchParams(
      entries.map(([name, value]) => [name, typeof value === "string" ? value : value.name]),
    );
    return [
      action,
      {
        method: "POST",
        body: body.toString(),
        headers: { "content-type": "application/x-www-form-urlencoded" },
      },
    ];
  }

  return {
    open: (address) => go(address),
    address: () => page.address,
    text: async () => folded(page.document.body.textContent),
    status: () => page.status,
    language: async () => page.document.documentElement.getAttribute("lang") ?? "",
    write: async (name, value) => {
      const control = controls(page.document).find((candidate) => attribute(candidate, "name") === name);
      if (control === undefined) throw new Error(`no field ${name} on ${page.address}`);
      filled.set(control, { value });
    },
    type: async (label, value) => {
      filled.set(labelled(label), { value });
    },
    choose: async (name, value) => {
      const found = controls(page.document).filter((control) => attribute(control, "name") === name);
      const control = found.find(
        (candidate) => candidate.tagName === "SELECT" || attribute(candidate, "value") === value,
      );
      if (control === undefined) throw new Error(`no choice ${name}=${value} on ${page.address}`);
      if (control.tagName === "SELECT") filled.set(control, { value });
      else {
        if (attribute(control, "type") === "radio")
          for (const other of found) filled.set(other, { checked: false });
        filled.set(control, { checked: true });
      }
    },
    attach: async (name, file) => {
      const control = controls(page.document).find((candidate) => attribute(candidate, "name") === name);
      if (control === undefined) throw new Error(`no file field ${name} on ${page.address}`);
      filled.set(control, { file: new File([file.bytes as Uint8Array<ArrayBuffer>], file.name) });
    },
    press: async (label, { twice = false } = {}) => {
      const [action, init] = submission(button(label));
      const url = new URL(action, page.address).href;
      if (twice) {
        const first = fetch(url, {
          ...init,
          redirect: "manual",
          headers: { ...(init.headers as Record<string, string>), origin },
        });
        await Promise.all([first.then((response) => response.arrayBuffer()), go(url, init)]);
      } else await go(url, init);
    },
    follow: async (label) => {
      const link = [...page.document.querySelectorAll("a[href]")].find(
        (element) => folded(element.textContent) === label,
      );
      if (link === undefined)
        throw new Error(`no link "${label}" on ${page.address}:\n${folded(page.document.body.textContent)}`);
      await go(attribute(link, "href"));
    },
    fields: async () => [...new Set(controls(page.document).map((control) => attribute(control, "name")))],
    back: async () => {
      history.pop();
      await go(history.pop() ?? origin);
    },
    close: async () => {},
  };
}
