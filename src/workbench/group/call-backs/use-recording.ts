import { useDidHide } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { messageOf } from '../../../platform/call-error';
import { toast } from '../../../platform/toast';
import type { Recording } from './call-back';

/** Long enough to see that the wrong row was tapped. */
const UNDO_MS = 5000;

interface Recorder {
  /** What can still be taken back. */
  pending: Recording | null;
  /** Whether this row waits to be sent, or for the server's word. */
  isBusy: (taskId: string) => boolean;
  record: (recording: Recording) => void;
  undo: () => void;
}

/** The rows that were sent and not yet answered, and how one is sent. */
function useSending(onSettled: () => unknown) {
  const [sending, setSending] = useState<readonly string[]>([]);
  const settled = useRef(onSettled);
  settled.current = onSettled;
  const send = useCallback(async ({ taskId, send: sendIt }: Recording) => {
    setSending((before) => [...before, taskId]);
    try {
      await sendIt();
    } catch (error) {
      toast(messageOf(error));
    }
    await settled.current();
    setSending((before) => before.filter((one) => one !== taskId));
  }, []);
  return { sending, send };
}

/**
 * One tap is recorded after five seconds in which it can be taken back. Leaving the page, or tapping another row, sends
 * it at once: what was tapped is never lost. `onSettled` brings the list anew, whether it was taken or refused: only
 * the server knows whether a row is done with.
 */
export function useRecording(onSettled: () => unknown): Recorder {
  const [pending, setPending] = useState<Recording | null>(null);
  const waiting = useRef<{ recording: Recording; timer: ReturnType<typeof setTimeout> } | null>(null);
  const { sending, send } = useSending(onSettled);

  const takeWaiting = useCallback((): Recording | null => {
    if (!waiting.current) return null;
    const { recording, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    setPending(null);
    return recording;
  }, []);

  const flush = useCallback(() => {
    const recording = takeWaiting();
    if (recording) void send(recording);
  }, [takeWaiting, send]);

  const record = useCallback(
    (recording: Recording) => {
      const before = takeWaiting();
      // Another answer for the same row takes the place of the first.
      if (before && before.taskId !== recording.taskId) void send(before);
      waiting.current = { recording, timer: setTimeout(flush, UNDO_MS) };
      setPending(recording);
    },
    [flush, send, takeWaiting],
  );

  useDidHide(flush);
  useEffect(() => flush, [flush]);
  const isBusy = (taskId: string) => pending?.taskId === taskId || sending.includes(taskId);
  return { pending, isBusy, record, undo: () => void takeWaiting() };
}
