import { useState } from 'react';
import type { NoticeContent } from '../../components/notice';
import type { ActSpec, Filled } from '../../features/act/act-spec';
import { CallError, messageOf } from '../../platform/call-error';
import { scrollToTop } from '../../platform/scroll-to';

/** The acts of one kind of card: what each is called, asks and says. */
export interface CardActs<Act extends string, Thing> {
  name: string;
  titles: Readonly<Record<Act, string>>;
  doneTexts: Readonly<Record<Act, string>>;
  specOf: (act: Act, thing: Thing) => ActSpec<Thing>;
}

export interface CardActing<Act extends string, Thing> {
  notice: NoticeContent | null;
  say: (notice: NoticeContent) => void;
  /** The act whose form is open. */
  chosen: { act: Act; thing: Thing } | null;
  choose: (act: Act, thing: Thing) => void;
  close: () => void;
  /** Answers the refusal that the form shows itself, null when the act is settled either way. */
  send: (filled: Filled, photos: string[]) => Promise<unknown>;
}

interface Options<Thing> {
  onChanged: (thing: Thing) => void;
  /** Somebody else was quicker: what is shown is read anew. */
  onLate: () => Promise<void>;
}

/** Acts on the cards of a page, one after the other; how each went is said at the top. */
export function useCardAct<Act extends string, Thing extends { id: string }>(
  { specOf, doneTexts }: CardActs<Act, Thing>,
  { onChanged, onLate }: Options<Thing>,
): CardActing<Act, Thing> {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const [chosen, setChosen] = useState<{ act: Act; thing: Thing } | null>(null);
  const say = (next: NoticeContent) => {
    setNotice(next);
    scrollToTop();
  };
  const send = async (filled: Filled, photos: string[]) => {
    if (!chosen) return null;
    const { act, thing } = chosen;
    try {
      onChanged(await specOf(act, thing).send(thing.id, filled, photos));
      say({ tone: 'good', text: doneTexts[act] });
      return null;
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'WRONG_STATE') return error;
      say({ tone: 'bad', text: messageOf(error) });
      await onLate();
      return null;
    }
  };
  return {
    notice,
    say,
    chosen,
    choose: (act, thing) => setChosen({ act, thing }),
    close: () => setChosen(null),
    send,
  };
}
