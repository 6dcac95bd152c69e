/** One process per data directory. The lock names its holder, so that what `kill -9` leaves behind is no obstacle. */
import { linkSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError, systemCode } from '../errors';

interface Holder {
  pid: number;
  /** When that process began, where the system says so: a process number is used again after a restart. */
  began: string;
}

export interface DataLock {
  release(): void;
}

/** When the process began; 'ended' for one that is dead and only waits to be collected by its parent. */
function beganAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? '');
  } catch {
    return ''; // no /proc, as on macOS: the number alone has to do
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return false;
  }
  return holder.began === beganAt(holder.pid);
}

function readHolder(path: string): Holder | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null || !('pid' in parsed) || !('began' in parsed)) return null;
    return { pid: Number(parsed.pid), began: String(parsed.began) };
  } catch {
    return null;
  }
}

/** Takes the lock or throws DATA_LOCKED; a lock whose process is gone is taken over. */
export function lockDirectory(directory: string): DataLock {
  const path = join(directory, 'lock');
  const mine = `${path}.${process.pid}`;
  const self: Holder = { pid: process.pid, began: beganAt(process.pid) };
  writeFileSync(mine, JSON.stringify(self));
  try {
    if (!take(mine, path)) {
      const holder = readHolder(path);
      if (holder && isAlive(holder)) throw lockedBy(holder, directory);
      rmSync(path, { force: true });
      if (!take(mine, path)) throw lockedBy(readHolder(path), directory);
    }
  } finally {
    unlinkSync(mine);
  }
  return { release: () => rmSync(path, { force: true }) };
}

/** link() fails when the name exists, so of two processes only one takes it. */
function take(mine: string, path: string): boolean {
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function lockedBy(holder: Holder | null, directory: string): StartError {
  const who = holder ? `（进程 ${holder.pid}）` : '';
  return new StartError(
    'DATA_LOCKED',
    `数据目录 ${directory} 正被另一个程序使用${who}，请先关闭它，或换一个数据目录。`,
  );
}
