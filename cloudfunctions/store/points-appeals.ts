/** pointsAppeals: 申诉 against an entry, one for each entry. */
import { collection } from './database';

interface Said {
  accountId: string;
  who: string;
  at: Date;
  accept: boolean;
  reason: string;
}

export interface PointsAppealDoc {
  _id: string;
  entryId: string;
  representativeId: string;
  groupId: string;
  reason: string;
  photos: string[];
  at: Date;
  /** 人大办 answers within five working days. */
  answerBy: Date;
  /** open 待答复 → answered 待主席团决定 → decided 已决定. */
  status: 'open' | 'answered' | 'decided';
  answer?: Said;
  decision?: Said & { tenths?: number };
}

export const pointsAppeals = collection<PointsAppealDoc>('pointsAppeals', [
  { key: { entryId: 1 }, name: 'entry', unique: true },
  { key: { representativeId: 1, at: -1, _id: -1 }, name: 'representative' },
  { key: { status: 1, answerBy: 1, _id: 1 }, name: 'status' },
]);
