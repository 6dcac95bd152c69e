import { useCallback, useEffect, useRef, useState } from 'react';
import type { Spot } from '../../../../domain/caption';
import { figuresOf, toOutcomes } from '../../../features/outcome/outcome-draft';
import { enqueue, HELD_BACK, type Outgoing } from '../../../features/post/outbox';
import { spotsOf } from '../../../features/post/spots';
import { useDraft, type Draft } from '../../../platform/draft';
import { scrollToField } from '../../../platform/scroll-to';
import { usePhotos, type Photos } from '../../../platform/use-photos';
import { emptyDraft, fromPost, textOf, toPost, type PostDraft } from './post-draft';

type Errors = Record<string, string>;

interface Publishing {
  draft: Draft<PostDraft>;
  photos: Photos;
  change: (change: Partial<PostDraft>) => void;
  /** Path in the action's input → what is wrong with it. */
  errors: Readonly<Errors>;
  /** Why it came back; stays until the next try. */
  failure: string;
  /** What must not go out, in the text that came back. */
  spots: readonly Spot[];
  publish: () => void;
}

export interface Purpose {
  /** The wish that the page was opened for. */
  wishId: string | null;
  /** A post that came back to be changed. */
  returned: Outgoing | null;
}

/** A draft begun for a wish is that wish's own, and so is that of a post that came back. */
const draftKey = ({ wishId, returned }: Purpose): string => {
  if (returned) return `publish.edit-${returned.post.clientToken}`;
  return wishId === null ? 'publish' : `publish.${wishId}`;
};

const reasonsOf = ({ details }: Outgoing): Errors =>
  Object.fromEntries(
    Object.entries(details).flatMap(([path, reason]) => (typeof reason === 'string' ? [[path, reason]] : [])),
  );

/** The form of one post, kept until it has been put among those to be sent. */
export function usePublishing(purpose: Purpose, onQueued: (clientToken: string) => void): Publishing {
  const { returned } = purpose;
  const draft = useDraft(draftKey(purpose), returned ? fromPost(returned.post) : emptyDraft);
  const photos = usePhotos(draft.values.photos, (kept) => change({ photos: kept }));
  const [spots] = useState(() => (returned ? spotsOf(returned.details) : []));
  const reasonsAtFirst = useRef(returned && spots.length === 0 ? reasonsOf(returned) : {});
  const [errors, setErrors] = useState<Errors>(reasonsAtFirst.current);
  // Marked spots say it better, and have the room.
  const saysWhy = returned !== null && returned.why !== HELD_BACK && spots.length === 0;
  const [failure, setFailure] = useState(saysWhy ? returned.why : '');

  const { set } = draft;
  const change = useCallback(
    (next: Partial<PostDraft>) => {
      set(next);
      // Photos also change by arriving.
      if (!('photos' in next)) setFailure('');
      // What is filled in anew is no longer complained of.
      const touched = Object.keys(next).map((field) => (field === 'wish' ? 'wishId' : field));
      setErrors((shown) => withoutFields(shown, touched));
    },
    [set],
  );

  useEffect(() => {
    const first = spots.length > 0 ? 'text' : Object.keys(reasonsAtFirst.current)[0];
    if (first !== undefined) scrollToField(fieldOf(first));
  }, [spots]);

  const publish = () => {
    const missing = whatIsMissing(draft.current(), photos);
    setFailure('');
    setErrors(missing);
    const [first] = Object.keys(missing);
    if (first !== undefined) return scrollToField(fieldOf(first));
    const clientToken = returned?.post.clientToken ?? draft.clientToken();
    enqueue(toPost(draft.current(), photos.kept(), clientToken));
    photos.clear();
    draft.clear();
    onQueued(clientToken);
  };
  return { draft, photos, change, errors, failure, spots, publish };
}

const fieldOf = (path: string): string => path.split('.')[0] ?? path;

const withoutFields = (errors: Errors, fields: readonly string[]): Errors => {
  const left = Object.entries(errors).filter(([path]) => !fields.includes(fieldOf(path)));
  return left.length === Object.keys(errors).length ? errors : Object.fromEntries(left);
};

function whatIsMissing(draft: PostDraft, { photos }: Photos): Errors {
  const reasons: Errors = {};
  if (photos.length === 0) reasons.photos = '请先拍一张照片，或从相册里选';
  if (textOf(draft).trim().length < 2) reasons.text = '请写一句话，说说做了什么';
  for (const [index, outcome] of toOutcomes(draft.outcomes).entries()) {
    for (const figure of figuresOf[outcome.kind]) {
      if (Number.isNaN(outcome[figure])) reasons[`outcomes.${index}.${figure}`] = '这里只填数字';
    }
  }
  return reasons;
}
