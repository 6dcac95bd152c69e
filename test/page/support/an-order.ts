import type { OrderView } from '../../../contract/order';

const at = '2026-11-24T08:00:00.000Z';

/** One that 建设局 has signed in and is working on. */
export const anOrder = (facts: Partial<OrderView> = {}): OrderView => ({
  id: 'o1',
  code: 'JB-2026-0001',
  rev: 1,
  status: 'accepted',
  role: 'lead',
  wish: { id: 'w1', code: 'CJ-2026-0001', content: '路灯坏了', village: '刘胜村', status: 'coordinating' },
  department: { id: 'd1', name: '建设局' },
  reason: '路灯线路归建设局管养',
  issuedAt: at,
  issuedBy: '张主席',
  signBy: '2026-11-25T08:00:00.000Z',
  returnBy: '2026-11-27T08:00:00.000Z',
  dueAt: '2026-12-15T08:00:00.000Z',
  dueDays: 15,
  redoCount: 0,
  urges: 0,
  meetings: [],
  overdue: false,
  timeline: [],
  allowed: [],
  ...facts,
});
