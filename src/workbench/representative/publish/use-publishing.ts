import { useState } from 'react';
import type { PostView } from '../../../../contract/post';
import { toOutcomes, type OutcomeDraft } from '../../../features/outcome/outcome-draft';
import { call } from '../../../platform/call';
import { fieldErrors, formMessageOf } from '../../../platform/call-error';
import { useDraft, type Draft } from '../../../platform/draft';
import { scrollToField } from '../../../platform/scroll-to';
import { usePhotos, type KeptPhoto, type Photos } from '../../../platform/use-photos';
import type { LinkedWish } from './linked-wish';

export interface PostDraft {
  text: string;
  photos: KeptPhoto[];
  wish: LinkedWish | null;
  /** Whether the wish that the page was opened for has been put in or taken out by hand. */
  wishIsChosen: boolean;
  outcomes: OutcomeDraft[];
}

const empty: PostDraft = { text: '', photos: [], wish: null, wishIsChosen: false, outcomes: [] };

interface Publishing {
  draft: Draft<PostDraft>;
  photos: Photos;
  /** Path in the action's input → what is wrong with it. */
  errors: Readonly<Record<string, string>>;
  /** Why it did not go out; stays until the next try. */
  failure: string;
  publish: () => Promise<void>;
}

/** The form of one post, kept until it was sent; a draft begun for a wish is that wish's own. */
export function usePublishing(wishId: string | null, onPublished: (post: PostView) => void): Publishing {
  const draft = useDraft(wishId === null ? 'publish' : `publish.${wishId}`, empty);
  const photos = usePhotos(draft.values.photos, (kept) => draft.set({ photos: kept }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState('');

  const refuse = (reasons: Record<string, string>) => {
    setErrors(reasons);
    scrollToFirst(Object.keys(reasons));
  };

  const publish = async () => {
    const { text, wish, outcomes } = draft.current();
    const missing = whatIsMissing(text, photos);
    setFailure('');
    if (Object.keys(missing).length > 0) return refuse(missing);
    setErrors({});
    try {
      const { post } = await call('post.publish', {
        text,
        photos: photos.mediaIds(),
        ...(wish ? { wishId: wish.id } : {}),
        outcomes: toOutcomes(outcomes),
        clientToken: draft.clientToken(),
      });
      photos.clear();
      draft.clear();
      onPublished(post);
    } catch (error) {
      setFailure(formMessageOf(error));
      refuse(fieldErrors(error));
    }
  };
  return { draft, photos, errors, failure, publish };
}

function whatIsMissing(text: string, { photos, isUploading, hasFailed }: Photos): Record<string, string> {
  const reasons: Record<string, string> = {};
  if (photos.length === 0) reasons.photos = '请先拍一张照片，或从相册里选';
  else if (isUploading) reasons.photos = '照片还在上传，请等它传完再发布';
  else if (hasFailed) reasons.photos = '有照片没有传上，请点照片重试，或把它移除';
  if (text.trim().length < 2) reasons.text = '请写一句话，说说做了什么';
  return reasons;
}

function scrollToFirst(paths: readonly string[]): void {
  const [first] = paths;
  if (first !== undefined) scrollToField(first.split('.')[0] ?? first);
}
