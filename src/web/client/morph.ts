// Makes a part of the page what the server says it is now, without touching what the reader is busy with: elements stay
// where they are, focus and cursor with them, and a field that was typed in keeps what was typed.

type Field = HTMLInputElement & HTMLOptionElement;

const isChosen = (field: Field): boolean => /radio|checkbox|hidden/.test(field.type) || "selected" in field;

/** What makes an element the same one in two versions of a page. */
const identity = (node: Node): string => {
  if (!(node instanceof Element)) return node.nodeName;
  const fields = "input,select,textarea,option";
  const field = (node.matches(fields) ? node : node.querySelector(fields)) as Field | null;
  const known = node.id || node.getAttribute("data-question");
  return node.nodeName + (known || (field ? field.name + (isChosen(field) ? field.value : "") : ""));
};

/** A field that stands as the server last showed it follows the server; one that was changed since does not. */
const follow = (here: Field, fresh: Field): void => {
  if (here.checked === here.defaultChecked) here.checked = fresh.defaultChecked;
  if (here.selected === here.defaultSelected) here.selected = fresh.defaultSelected;
  if (!isChosen(here) && here.value === here.defaultValue) here.value = fresh.defaultValue;
};

/** @param here part of the page @param fresh the same part as it should be; its nodes may be moved away */
export const morph = (here: Element, fresh: Element): void => {
  if (here.isEqualNode(fresh)) return;
  if ("defaultValue" in here || "defaultSelected" in here) follow(here as Field, fresh as Field);
  for (const { name } of [...here.attributes]) if (!fresh.hasAttribute(name)) here.removeAttribute(name);
  for (const { name, value } of fresh.attributes) {
    if (here.getAttribute(name) !== value) here.setAttribute(name, value);
  }
  let at = here.firstChild;
  for (const next of [...fresh.childNodes]) {
    let same = at;
    while (same && identity(same) !== identity(next)) same = same.nextSibling;
    if (!same) {
      here.insertBefore(next, at);
      continue;
    }
    while (at && at !== same) {
      const gone = at;
      at = at.nextSibling;
      gone.remove();
    }
    if (same instanceof Element) morph(same, next as Element);
    else if (same.nodeValue !== next.nodeValue) same.nodeValue = next.nodeValue;
    at = same.nextSibling;
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
};
