/** What is wrong in a form, by field. */
export type Errors = Readonly<Record<string, string>>;

/** What is filled in anew is no longer wrong. */
export const errorsWithout = (errors: Errors, fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.includes(field)));
