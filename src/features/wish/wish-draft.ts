/** A wish while it is being written down, and what of it is missing before it is worth sending. */
import type { Input } from '../../../contract/contract';
import type { WishCard } from '../../../contract/wish-views';
import type { BehalfConsent, Category, Channel } from '../../../domain/wish';
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
  /** How somebody else agreed to have it written down. */
  behalfConsent: BehalfConsent | null;
  /** By or about a minor: never shown with name, face or school. */
  minor: boolean;
  guardianConsent: boolean;
  showName: boolean;
  showPhoto: boolean;
  photos: KeptPhoto[];
  /** 主题实践活动, where several run: null says nothing, '' files it under none. */
  campaignId: string | null;
}

export const emptyWish: WishDraft = {
  content: '',
  category: null,
  village: null,
  team: '',
  name: '',
  phone: '',
  channel: 'self',
  behalfConsent: null,
  minor: false,
  guardianConsent: false,
  showName: false,
  showPhoto: false,
  photos: [],
  campaignId: null,
};

/** Paths of wish.submit's input, in the order of the page, and the field each is shown at. */
export const fieldOf: Readonly<Record<string, string>> = {
  channel: 'channel',
  behalfConsent: 'behalf-consent',
  content: 'content',
  category: 'category',
  village: 'village',
  team: 'team',
  'wisher.name': 'wisher-name',
  'wisher.phone': 'wisher-phone',
  photos: 'photos',
  guardianConsent: 'guardian-consent',
};

type Ready = { input: Input<'wish.submit'> } | { errors: Record<string, string> };

/** What a wish must say, whether it stands for itself or goes on with another. */
function missingOf(draft: WishDraft): Record<string, string> {
  const { content, name, phone, channel, behalfConsent, minor, guardianConsent } = draft;
  return {
    ...(channel !== 'self' && behalfConsent === null ? { behalfConsent: '请选择心愿人怎样同意的' } : {}),
    ...(content.trim() === '' ? { content: '请写下您的心愿' } : {}),
    ...(name.trim() === '' ? { 'wisher.name': '请填写姓名' } : {}),
    ...(phone.trim() === '' ? { 'wisher.phone': '请填写联系电话' } : {}),
    ...(minor && !guardianConsent ? { guardianConsent: '要先征得监护人同意' } : {}),
  };
}

/**
 * The input, or what is not filled in yet; how it must look is for the function to say. “我也有这个心愿” takes the kind
 * and the place from the wish that this one is the same as.
 */
export function toSubmission(draft: WishDraft, photos: string[], clientToken: string, also?: WishCard): Ready {
  const { content, team, name, phone, channel, behalfConsent, minor, guardianConsent, showName, showPhoto } = draft;
  const category = also?.category ?? draft.category;
  const village = also?.village ?? draft.village;
  const missing = {
    ...missingOf(draft),
    ...(category === null ? { category: '请选择心愿类别' } : {}),
    ...(village === null ? { village: '请选择所在村（社区）' } : {}),
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
      consent: minor ? { showName: false, showPhoto: false } : { showName, showPhoto },
      ...(channel === 'self' || behalfConsent === null ? {} : { behalfConsent }),
      ...(minor ? { minor, guardianConsent } : {}),
      ...(also ? { alsoOf: also.id } : {}),
      ...(draft.campaignId === null ? {} : { campaignId: draft.campaignId || null }),
      clientToken,
    },
  };
}
