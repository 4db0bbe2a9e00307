// What a person can do with a page, whatever shows it: a real browser, or plain HTTP for speed.

export interface Hand {
  /** Opens an address (absolute or a path) and waits for the page. */
  open(address: string): Promise<void>;
  address(): string;
  /** Everything readable on the page, white space folded. */
  text(): Promise<string>;
  /** HTTP status of the page shown. */
  status(): number;
  /** The page's language, as its `lang` says. */
  language(): Promise<string>;
  /** Types into the field named so. */
  write(name: string, value: string): Promise<void>;
  /** Types into the field whose label reads `label` (exact, without a trailing "(optional)" or the like). */
  type(label: string, value: string): Promise<void>;
  /** Marks a radio button, checkbox or option by its field name and value. */
  choose(name: string, value: string): Promise<void>;
  /** Puts a file into the field named so. */
  attach(name: string, file: { name: string; bytes: Uint8Array }): Promise<void>;
  /** Presses the button that reads `label`; with `twice`, as fast as a double click. */
  press(label: string, options?: { twice?: boolean }): Promise<void>;
  /** Follows the link that reads `label`. */
  follow(label: string): Promise<void>;
  /** Names of the form controls on the page, in order, without repeats. */
  fields(): Promise<string[]>;
  back(): Promise<void>;
  close(): Promise<void>;
}
