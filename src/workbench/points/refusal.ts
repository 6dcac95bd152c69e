/** What a form is told of its call: the refusal to show, null when it went well. */
export async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return null;
  } catch (error) {
    return error;
  }
}
