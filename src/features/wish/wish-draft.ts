/** A wish while it is being written down, and what of it is missing before it is worth sending. */
import type { Input } from '../../../contract/contract';
import type { Category, Channel } from '../../../domain/wish';
import type { KeptPhoto } from '../../platform/use-photos';

export interface WishDraft {
  content: string;
  category: Category | null;
  village: string | null;
  team: string;
  name: string;
  phone: string;
  /** `self`: one's own wish; anything else is how somebody else's was collected. */
  channel: Channel;
  showName: boolean;
  showPhoto: boolean;
  photos: KeptPhoto[];
}

export const emptyWish: WishDraft = {
  content: '',
  category: null,
  village: null,
  team: '',
  name: '',
  phone: '',
  channel: 'self',
  showName: false,
  showPhoto: false,
  photos: [],
};

/** Paths of wish.submit's input, in the order of the page, and the field each is shown at. */
export const fieldOf: Readonly<Record<string, string>> = {
  channel: 'channel',
  content: 'content',
  category: 'category',
  village: 'village',
  team: 'team',
  'wisher.name': 'wisher-name',
  'wisher.phone': 'wisher-phone',
  photos: 'photos',
};

type Ready = { input: Input<'wish.submit'> } | { errors: Record<string, string> };

/** The input, or what is not filled in yet; how it must look is for the function to say. */
export function toSubmission(draft: WishDraft, photos: string[], clientToken: string): Ready {
  const { content, category, village, team, name, phone, channel, showName, showPhoto } = draft;
  const missing = {
    ...(content.trim() === '' ? { content: '请写下您的心愿' } : {}),
    ...(category === null ? { category: '请选择心愿类别' } : {}),
    ...(village === null ? { village: '请选择所在村（社区）' } : {}),
    ...(name.trim() === '' ? { 'wisher.name': '请填写姓名' } : {}),
    ...(phone.trim() === '' ? { 'wisher.phone': '请填写联系电话' } : {}),
  };
  if (category === null || village === null || Object.keys(missing).length > 0) return { errors: missing };
  return {
    input: {
      content,
      category,
      village,
      ...(team.trim() === '' ? {} : { team }),
      wisher: { name, phone },
      channel,
      ...(photos.length === 0 ? {} : { photos }),
      consent: { showName, showPhoto },
      clientToken,
    },
  };
}
