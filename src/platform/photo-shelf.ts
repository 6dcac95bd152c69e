/** Where photos that have been chosen lie on this device until they have been sent: what a record is, and on H5 where. */
import type { Chosen } from './chosen';
import { createStore } from './store';

export interface KeptFile {
  key: string;
  chosen: Chosen;
  /** When it was put here, in milliseconds. */
  at: number;
  /** Made small enough to travel. */
  ready: boolean;
  /** What the server has called it. */
  sent?: { mediaId: string; url: string };
}

export interface PhotoShelf {
  put: (file: KeptFile) => Promise<void>;
  get: (key: string) => Promise<KeptFile | null>;
  remove: (key: string) => Promise<void>;
  list: () => Promise<KeptFile[]>;
}

/** False once the device has refused to keep a photo: what was chosen is then lost when the app is left. */
export const photosLastStore = createStore(true);

const DATABASE = 'weixinyuan';
const PHOTOS = 'photos';

let opened: Promise<IDBDatabase> | null = null;

function openDatabase(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(PHOTOS, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('no database'));
    request.onblocked = () => reject(new Error('no database'));
  });
  return opened;
}

async function inTransaction<Result>(
  mode: IDBTransactionMode,
  ask: (photos: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openDatabase();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(PHOTOS, mode);
    const request = ask(transaction.objectStore(PHOTOS));
    // Only then is it on the disk.
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(new Error('not kept'));
    transaction.onerror = () => reject(new Error('not kept'));
  });
}

/** IndexedDB; in private browsing, and when it is full, memory. */
export function browserShelf(): PhotoShelf {
  const memory = new Map<string, KeptFile>();
  const orMemory = async <Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      return await work();
    } catch {
      return otherwise;
    }
  };
  return {
    async put(file) {
      try {
        await inTransaction('readwrite', (photos) => photos.put(file));
        memory.delete(file.key);
      } catch {
        memory.set(file.key, file);
        photosLastStore.set(false);
      }
    },
    async get(key) {
      const file = memory.get(key);
      if (file) return file;
      return orMemory(
        async () =>
          (await inTransaction('readonly', (photos) => photos.get(key) as IDBRequest<KeptFile | undefined>)) ?? null,
        null,
      );
    },
    async remove(key) {
      memory.delete(key);
      await orMemory<unknown>(() => inTransaction('readwrite', (photos) => photos.delete(key)), undefined);
    },
    list: () => orMemory(() => inTransaction('readonly', (photos) => photos.getAll() as IDBRequest<KeptFile[]>), []),
  };
}
