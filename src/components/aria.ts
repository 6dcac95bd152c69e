interface Aria {
  label?: string | undefined;
  /** Further aria-attributes, H5 only: `{ modal: 'true' }`. */
  [attribute: string]: string | undefined;
}

/** Role and name for a View, in the words of the platform. */
export function aria(role: string, { label, ...more }: Aria = {}): Record<string, string> {
  const isH5 = process.env.TARO_ENV === 'h5';
  const attributes: Record<string, string> = isH5 ? { role } : { ariaRole: role };
  if (label !== undefined) attributes[isH5 ? 'aria-label' : 'ariaLabel'] = label;
  if (isH5)
    for (const [name, value] of Object.entries(more)) if (value !== undefined) attributes[`aria-${name}`] = value;
  return attributes;
}
