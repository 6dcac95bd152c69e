import { useRef, useState } from 'react';
import type { Output } from '../../../../contract/contract';
import { call } from '../../../platform/call';
import { toCallError, type CallError } from '../../../platform/call-error';
import { chooseSheet, type ChosenSheet } from '../../../platform/choose-sheet';
import { uploadSheet } from '../../../platform/upload';

export type ImportKind = 'roster' | 'ledger' | 'orders' | 'attendance';
export type ImportResult = Output<'wish.importLedger'>;

export type ImportStep =
  | { name: 'idle' }
  /** From 0 to 1. */
  | { name: 'uploading'; progress: number }
  | { name: 'checking' }
  | { name: 'checked'; mediaId: string; result: ImportResult }
  | { name: 'importing'; rows: number }
  | { name: 'done'; rows: number }
  | { name: 'failed'; error: CallError };

interface Import {
  step: ImportStep;
  file: string;
  choose: () => Promise<void>;
  /** Sends the same file again. */
  retry: () => Promise<void>;
  /** The good rows for real; all of them, or those that are good. */
  confirm: () => Promise<void>;
  startOver: () => void;
}

interface Sent {
  mediaId: string;
  dryRun: boolean;
  acceptPartial?: boolean;
}

function send(kind: ImportKind, sent: Sent): Promise<ImportResult> {
  switch (kind) {
    case 'roster':
      return call('representative.importRoster', sent);
    case 'ledger':
      return call('wish.importLedger', sent);
    case 'orders':
      return call('report.importOrders', sent);
    case 'attendance':
      return call('duty.importAttendance', sent);
  }
}

/** A file is always tried first (试导入), and imported only once the person has seen what would come of it. */
export function useImport(kind: ImportKind, onImported: () => void): Import {
  const [step, setStep] = useState<ImportStep>({ name: 'idle' });
  const [sheet, setSheet] = useState<ChosenSheet | null>(null);
  const current = useRef(step);
  current.current = step;

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      setStep({ name: 'failed', error: toCallError(error) });
    }
  };

  const check = ({ chosen }: ChosenSheet) =>
    attempt(async () => {
      setStep({ name: 'uploading', progress: 0 });
      const { mediaId } = await uploadSheet(chosen, (progress) => setStep({ name: 'uploading', progress }));
      setStep({ name: 'checking' });
      setStep({ name: 'checked', mediaId, result: await send(kind, { mediaId, dryRun: true }) });
    });

  const choose = async () => {
    const next = await chooseSheet();
    if (!next) return;
    setSheet(next);
    await check(next);
  };

  const confirm = async () => {
    if (current.current.name !== 'checked') return;
    const { mediaId, result } = current.current;
    setStep({ name: 'importing', rows: result.accepted });
    await attempt(async () => {
      const isPartial = result.rejected.length > 0;
      const answer = await send(kind, { mediaId, dryRun: false, ...(isPartial ? { acceptPartial: true } : {}) });
      // Something has changed since the trial: nothing was imported, and the person looks again.
      if (answer.rejected.length > result.rejected.length && !isPartial) {
        return setStep({ name: 'checked', mediaId, result: answer });
      }
      setStep({ name: 'done', rows: answer.accepted });
      onImported();
    });
  };

  return {
    step,
    file: sheet?.name ?? '',
    choose,
    retry: () => (sheet ? check(sheet) : Promise.resolve()),
    confirm,
    startOver: () => setStep({ name: 'idle' }),
  };
}
