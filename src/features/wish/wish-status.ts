/** How a status looks, and the few groups of statuses that the public wall asks for. */
import type { Overview } from '../../../contract/report';
import type { publicStatuses, WishStatus } from '../../../domain/wish';
import type { Tone } from '../../components/tag';

export const statusTones = {
  submitted: 'amber',
  needInfo: 'amber',
  open: 'red',
  claimed: 'blue',
  coordinating: 'blue',
  paused: 'plain',
  fulfilled: 'green',
  closed: 'green',
  answered: 'plain',
  rejected: 'plain',
  merged: 'plain',
  withdrawn: 'plain',
} as const satisfies Record<WishStatus, Tone>;

type PublicStatus = (typeof publicStatuses)[number];

/** Every public status is in exactly one group. */
export const wallGroups = {
  open: { label: '待认领', statuses: ['open'] },
  doing: { label: '办理中', statuses: ['claimed', 'coordinating', 'paused'] },
  done: { label: '已办结', statuses: ['fulfilled', 'closed'] },
  answered: { label: '暂难解决', statuses: ['answered'] },
} as const satisfies Record<string, { label: string; statuses: readonly PublicStatus[] }>;

export type WallGroup = keyof typeof wallGroups;
export const wallGroupKeys = Object.keys(wallGroups) as WallGroup[];

export function wallCounts({ wishes }: Overview): Record<WallGroup, number> {
  return {
    open: wishes.open,
    doing: wishes.claimed + wishes.coordinating + wishes.paused,
    // The overview's own `fulfilled` already holds both.
    done: wishes.fulfilled,
    answered: wishes.answered,
  };
}

const percent = (part: number, whole: number): string => `${((part * 100) / whole).toFixed(1)}%`;

/** Both over all wishes registered; closing is not solving, so they stand side by side. */
export function rates({ wishes }: Overview): { done: string; solved: string } {
  const { registered, fulfilled, asked, resolved } = wishes;
  return {
    done: registered === 0 ? '—' : percent(fulfilled, registered),
    solved: registered === 0 || asked === 0 ? '尚未回访' : percent(resolved, registered),
  };
}
