/** counters: serial numbers that are never given twice; one that was given and not used leaves a gap. */
import { collection } from './database';
import { isDuplicateKey } from './duplicate-key';

interface CounterDoc {
  _id: string;
  last: number;
}

const counters = collection<CounterDoc>('counters', []);

async function increment(name: string): Promise<number | null> {
  const counted = await (
    await counters()
  ).findOneAndUpdate({ _id: name }, { $inc: { last: 1 } }, { returnDocument: 'after' });
  return counted?.last ?? null;
}

/** Whether there was no such counter yet. Of several first numbers at once one is it. */
async function begin(name: string): Promise<boolean> {
  try {
    await (await counters()).insertOne({ _id: name, last: 1 });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Not by an upsert: racing ones are not told apart by every server, and two would be given the same number. */
export async function next(name: string): Promise<number> {
  const last = (await increment(name)) ?? ((await begin(name)) ? 1 : await increment(name));
  if (last === null) throw new Error(`counter ${name} gave no number`);
  return last;
}
