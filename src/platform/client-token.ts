/** A name for one thing that this client is about to create: unique, not secret, so that sending twice creates once. */
export function newClientToken(): string {
  const part = () => Math.random().toString(36).slice(2, 10);
  return `${Date.now().toString(36)}-${part()}-${part()}`;
}
