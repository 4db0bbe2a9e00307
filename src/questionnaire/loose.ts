// What has no types: a questionnaire's JSON as it comes, and properties that are read by name from survey-core.

// biome-ignore lint/suspicious/noExplicitAny: this is the one place where any is meant; whoever uses it checks what is read
export type Loose = any;
