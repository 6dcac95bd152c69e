/** representative: the roster (代表名册) and its groups (代表小组). */
import { z } from 'zod';
import { levelLabels, positionLabels, type Level, type Position } from '../domain/labels';
import { action } from './action';
import { Cursor, Empty, Id, ImportInput, ImportResult, limit, pageOf } from './shapes';

const Levels = Object.keys(levelLabels) as [Level, ...Level[]];
const Positions = Object.keys(positionLabels) as [Position, ...Position[]];

export const RepresentativeView = z.object({
  id: Id,
  name: z.string(),
  level: z.enum(Levels),
  position: z.enum(Positions),
  groupId: Id,
  groupName: z.string(),
  occupation: z.string(),
  strengths: z.array(z.string()),
  villages: z.array(z.string()),
});
export type RepresentativeView = z.infer<typeof RepresentativeView>;

export const list = action({
  access: 'anyone',
  input: z.object({ groupId: Id.optional(), cursor: Cursor, limit: limit(100) }),
  output: pageOf(RepresentativeView),
});

export const groups = action({
  access: 'anyone',
  input: Empty,
  output: z.object({
    items: z.array(z.object({ id: Id, name: z.string(), villages: z.array(z.string()), members: z.number() })),
  }),
});

export const importRoster = action({
  access: ['presidium', 'admin'],
  audited: true,
  input: ImportInput,
  output: ImportResult,
});
