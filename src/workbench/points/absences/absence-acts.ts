/** What can be done with an absence: what each act asks, says and calls. */
import type { AbsenceView } from '../../../../contract/points-proposals';
import { shanghaiDay } from '../../../../domain/time';
import { actSpec, type ActSpec } from '../../../features/act/act-spec';
import { call } from '../../../platform/call';
import type { CardActs } from '../use-card-act';

/** 确认 and 不予确认 are the two sides of one action. */
export type AbsenceAct = 'confirm' | 'refuse' | 'end';

const acts = { settle: ['confirm', 'refuse'], end: ['end'] } as const satisfies Record<
  AbsenceView['allowed'][number],
  readonly AbsenceAct[]
>;

export const absenceActsOf = ({ allowed }: AbsenceView): AbsenceAct[] => allowed.flatMap((act) => acts[act]);

export const absenceActTexts = {
  confirm: '确认',
  refuse: '不予确认',
  end: '填结束日期',
} as const satisfies Record<AbsenceAct, string>;

const doneTexts = {
  confirm: '已确认，这段时间的积分上限按在岗天数折算。',
  refuse: '已处理，不予确认。',
  end: '结束日期已记下。',
} as const satisfies Record<AbsenceAct, string>;

function specOf(act: AbsenceAct, { from }: AbsenceView): ActSpec<AbsenceView> {
  switch (act) {
    case 'confirm':
      return actSpec({
        about: '确认后，这段时间不按缺勤看待，积分上限按在岗天数折算。',
        fields: {
          reason: {
            kind: 'words',
            label: '意见',
            placeholder: '例：已看过病假条。',
            maxLength: 200,
            optional: true,
          },
        },
        submitText: '确认',
        send: async (id, filled) => (await call('points.settleAbsence', { id, confirm: true, ...filled })).absence,
      });
    case 'refuse':
      return actSpec({
        fields: { reason: { kind: 'words', label: '理由', placeholder: '例：请补交假条后再登记。', maxLength: 200 } },
        submitText: '不予确认',
        danger: true,
        send: async (id, { reason }) => (await call('points.settleAbsence', { id, confirm: false, reason })).absence,
      });
    case 'end':
      return actSpec({
        fields: {
          until: {
            kind: 'day',
            label: '最后一天',
            from,
            to: `${Number(from.slice(0, 4)) + 5}-12-31`,
            initial: today(),
          },
        },
        submitText: '保存',
        send: async (id, { until }) => (await call('points.endAbsence', { id, until })).absence,
      });
  }
}

const today = (): string => shanghaiDay(new Date());

export const absenceActs: CardActs<AbsenceAct, AbsenceView> = {
  name: 'absence',
  titles: absenceActTexts,
  doneTexts,
  specOf,
};
