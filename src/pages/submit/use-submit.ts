import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { WishCard, WishView } from '../../../contract/wish-views';
import type { Channel } from '../../../domain/wish';
import { emptyWish, fieldOf, toSubmission, type WishDraft } from '../../features/wish/wish-draft';
import { call } from '../../platform/call';
import { fieldErrors, formMessageOf } from '../../platform/call-error';
import { useDraft } from '../../platform/draft';
import { errorsWithout } from '../../platform/field-errors';
import { scrollToField } from '../../platform/scroll-to';
import { ownKey } from '../../platform/session';
import { read, write } from '../../platform/storage';
import { photosProblem, usePhotos } from '../../platform/use-photos';

const LAST_VILLAGE = 'lastVillage';

function lastVillage(): string | null {
  const village = read(ownKey(LAST_VILLAGE));
  return typeof village === 'string' ? village : null;
}

interface Options {
  mayWriteForOthers: boolean;
  channel: Channel | undefined;
  onSubmitted: (wish: WishView) => void;
}

/** The form's draft, its photos, and sending it; what is wrong is by field id. */
export function useSubmit({ mayWriteForOthers, channel, onSubmitted }: Options) {
  const draft = useDraft('wish', { ...emptyWish, village: lastVillage() });
  const { set } = draft;
  const photos = usePhotos(draft.values.photos, (kept) => set({ photos: kept }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState('');

  useEffect(() => {
    if (channel) set({ channel });
  }, [channel, set]);

  const isForOther = mayWriteForOthers && draft.values.channel !== 'self';
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: isForOther ? '代群众登记心愿' : '我要许愿' });
  }, [isForOther]);

  const refuse = (byPath: Record<string, string>): boolean => {
    const wrong = Object.entries(fieldOf).flatMap(([path, field]) => {
      const reason = byPath[path];
      return reason === undefined ? [] : [{ field, reason }];
    });
    setErrors(Object.fromEntries(wrong.map(({ field, reason }): [string, string] => [field, reason])));
    const [first] = wrong;
    if (!first) return false;
    scrollToField(first.field);
    setFailure('还有几处需要填写或改正，请看红色的字。');
    return true;
  };

  const submit = async (also?: WishCard) => {
    setErrors({});
    const problem = photosProblem(photos);
    setFailure(problem);
    if (problem) return;
    const values = mayWriteForOthers ? draft.current() : { ...draft.current(), channel: 'self' as const };
    const submission = toSubmission(values, photos.mediaIds(), draft.clientToken(), also);
    if ('errors' in submission) return void refuse(submission.errors);
    try {
      const { wish } = await call('wish.submit', submission.input);
      write(ownKey(LAST_VILLAGE), wish.village);
      photos.clear();
      draft.clear();
      onSubmitted(wish);
    } catch (error) {
      if (!refuse(fieldErrors(error))) setFailure(formMessageOf(error));
    }
  };

  /** What is typed anew is no longer wrong. */
  const change = (part: Partial<WishDraft>) => {
    set(part);
    const fields = Object.keys(part).map((name) => fieldOf[name] ?? fieldOf[`wisher.${name}`] ?? name);
    const left = errorsWithout(errors, fields);
    setErrors(left);
    if (Object.keys(errors).length > 0 && Object.keys(left).length === 0) setFailure('');
  };

  return { values: draft.values, isForOther, change, photos, errors, failure, submit };
}
