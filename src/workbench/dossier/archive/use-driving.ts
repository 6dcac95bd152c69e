import { useEffect, useState } from 'react';
import type { DossierJob } from '../../../../contract/dossier';
import { call } from '../../../platform/call';
import { messageOf } from '../../../platform/call-error';

interface Driving {
  /** As they are now. */
  jobs: DossierJob[];
  /** The job that is being made. */
  current: string | null;
  failure: string;
  retry: () => void;
}

/** While the page is open it takes the oldest running job further, step by step; the server goes on without it too. */
export function useDriving(items: readonly DossierJob[]): Driving {
  const [moved, setMoved] = useState<ReadonlyMap<string, DossierJob>>(new Map());
  const [failure, setFailure] = useState('');
  const [round, setRound] = useState(0);
  const jobs = items.map((job) => newer(job, moved.get(job.id)));
  const current = [...jobs].reverse().find(({ status }) => status === 'running')?.id ?? null;

  useEffect(() => {
    if (current === null) return;
    const watch = { isOver: false };
    const isOver = (): boolean => watch.isOver;
    const drive = async () => {
      while (!isOver()) {
        const { job } = await call('dossier.continueArchive', { id: current });
        if (isOver()) return;
        setMoved((before) => new Map(before).set(job.id, job));
        if (job.status !== 'running') return;
        // Another packs, or makes the last file: ask again a little later.
        if (job.done === job.total) await pause();
      }
    };
    drive().catch((error: unknown) => {
      if (!isOver()) setFailure(messageOf(error));
    });
    return () => {
      watch.isOver = true;
    };
  }, [current, round]);

  const retry = () => {
    setFailure('');
    setRound((before) => before + 1);
  };
  return { jobs, current, failure, retry };
}

const PAUSE_MS = 1500;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** What a step has answered, unless the list has been read since then. */
const newer = (listed: DossierJob, moved: DossierJob | undefined): DossierJob =>
  moved && listed.status === 'running' && moved.done >= listed.done ? moved : listed;
