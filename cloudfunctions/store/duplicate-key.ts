/** Translates the driver's duplicate key error; anything else is thrown on. */
import { MongoServerError } from 'mongodb';

/** True for a duplicate of a unique index whose name contains `index`. */
export function isDuplicateKey(error: unknown, index = ''): boolean {
  return error instanceof MongoServerError && error.code === 11000 && error.message.includes(index);
}
