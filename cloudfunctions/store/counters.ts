/** counters: serial numbers that are never given twice; one that was given and not used leaves a gap. */
import { collection } from './database';
import { isDuplicateKey } from './duplicate-key';

interface CounterDoc {
  _id: string;
  last: number;
}

const counters = collection<CounterDoc>('counters', []);

async function increment(name: string): Promise<CounterDoc | null> {
  const collection = await counters();
  return collection.findOneAndUpdate({ _id: name }, { $inc: { last: 1 } }, { upsert: true, returnDocument: 'after' });
}

export async function next(name: string): Promise<number> {
  const counter = await increment(name).catch((error: unknown) => {
    // Two first numbers at once both insert; the one that lost finds the document the next time.
    if (isDuplicateKey(error)) return increment(name);
    throw error;
  });
  if (!counter) throw new Error(`counter ${name} gave no number`);
  return counter.last;
}
