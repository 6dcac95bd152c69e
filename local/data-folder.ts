/** The folder that keeps everything: db/ (the embedded database), files/ (photos and sheets), keys.json, server.log. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockDirectory } from './db/storage/lock';
import { folderError } from './start-error';

export interface DataFolder {
  root: string;
  database: string;
  files: string;
  log: string;
  /** True until a first start has come to its end in this folder. */
  isNew: boolean;
  settle: () => Promise<void>;
  /** Lets another process have the folder. */
  release: () => void;
}

const SETTLED = 'settled';

/** Makes the folder if it is missing and takes it for this process alone; throws a StartError. */
export async function openDataFolder(root: string): Promise<DataFolder> {
  try {
    await mkdir(root, { recursive: true });
    const names = await readdir(root);
    const lock = lockDirectory(root);
    return {
      root,
      database: join(root, 'db'),
      files: join(root, 'files'),
      log: join(root, 'server.log'),
      isNew: !names.includes(SETTLED),
      settle: () => writeFile(join(root, SETTLED), ''),
      release: () => lock.release(),
    };
  } catch (error) {
    throw folderError(root, error);
  }
}

/** Uploads of a process that is gone: nobody will take them in any more. */
export async function removeAbandonedUploads({ files }: DataFolder): Promise<void> {
  await rm(join(files, 'uploads'), { recursive: true, force: true });
}

/** Codes hold the address that an earlier start was told; they are made again when somebody asks for one. */
export async function removeEarlierCodes({ files }: DataFolder): Promise<void> {
  await rm(join(files, 'codes'), { recursive: true, force: true });
}
