interface Described {
  id: string;
  required?: boolean | undefined;
  error?: string | undefined;
}

/** What ties a browser's own input to its label and to the reason why it is wrong. */
export const inputAttributes = ({ id, required, error }: Described) => ({
  id: `${id}-input`,
  'aria-required': required,
  'aria-invalid': error !== undefined,
  'aria-describedby': error === undefined ? undefined : `${id}-error`,
});
