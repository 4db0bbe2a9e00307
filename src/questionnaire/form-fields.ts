// The names of form fields: `q:<question>`, inward with further parts, readable and safe in HTML and mail logs.

/** A posted form: every value of every field, in the order sent. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

const plainPart = /^[A-Za-z0-9_-]+$/;

const encodePart = (part: string | number): string => {
  const text = String(part);
  if (plainPart.test(text)) return text;
  return encodeURIComponent(text).replace(
    /[!'()*.~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
};

/**
 * Field name of a question or a part of one, e.g. `q:effects:competence`.
 * Each part is percent-encoded, so that a colon never comes from a name and the field can serve as element id.
 *
 * @param parts the question's name, then row, column, index or part names inward
 */
export const fieldName = (...parts: readonly (string | number)[]): string =>
  ["q", ...parts.map(encodePart)].join(":");

/** Field name of the text beside "other" or under a question. */
export const commentField = (field: string): string => `${field}:*comment`;

/** Name of the button that adds a turn or row. */
export const addField = (field: string): string => `${field}:*add`;

/** Name of the button that removes a turn or row. */
export const removeField = (turnField: string): string => `${turnField}:*remove`;

/** Whether a field is such a button's. */
export const isReshapingField = (field: string): boolean =>
  field.endsWith(":*add") || field.endsWith(":*remove");

/** Field name of something inside: `q:visits` and 0, `month` give `q:visits:0:month`. */
export const inwardField = (field: string, ...parts: readonly (string | number)[]): string =>
  [field, ...parts.map(encodePart)].join(":");

/** Reads an urlencoded body (or anything that lists name and value) into form fields. */
export const readFormFields = (pairs: Iterable<readonly [string, string]>): FormFields => {
  const fields = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const present = fields.get(name);
    if (present) present.push(value);
    else fields.set(name, [value]);
  }
  return fields;
};
