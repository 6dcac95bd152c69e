/** The acts that are a few words and perhaps photos: what is asked, and the call it makes. */
import type { WishView } from '../../../contract/wish';
import { call } from '../../platform/call';

export interface Note {
  /** The input's path that the text goes to. */
  field: 'note' | 'reason';
  label: string;
  hint?: string;
  placeholder: string;
  maxLength: number;
  withPhotos: boolean;
  submitText: string;
  /** For what cannot be taken back. */
  danger: boolean;
  send: (id: string, text: string, photos: string[]) => Promise<{ wish: WishView }>;
}

export const notes = {
  progress: {
    field: 'note',
    label: '办到哪一步了',
    placeholder: '例如：今天上门看过，已联系电工，周五来修。',
    maxLength: 500,
    withPhotos: true,
    submitText: '登记进展',
    danger: false,
    send: (id, note, photos) => call('wish.progress', { id, note, photos }),
  },
  supply: {
    field: 'note',
    label: '补充说明',
    placeholder: '把联络员问的情况写在这里。',
    maxLength: 300,
    withPhotos: true,
    submitText: '交给联络员',
    danger: false,
    send: (id, note, photos) => call('wish.supply', { id, note, photos }),
  },
  release: {
    field: 'reason',
    label: '为什么退回',
    hint: '退回后，其他代表可以再认领。原因会留在办理经过里。',
    placeholder: '例如：需要供电部门协助，我一个人办不了。',
    maxLength: 200,
    withPhotos: false,
    submitText: '退回认领',
    danger: true,
    send: (id, reason) => call('wish.release', { id, reason }),
  },
  withdraw: {
    field: 'reason',
    label: '为什么撤回',
    hint: '撤回后这个心愿就不再办理，也不能恢复。',
    placeholder: '例如：已经自己解决了。',
    maxLength: 200,
    withPhotos: false,
    submitText: '确定撤回',
    danger: true,
    send: (id, reason) => call('wish.withdraw', { id, reason }),
  },
} as const satisfies Record<string, Note>;
