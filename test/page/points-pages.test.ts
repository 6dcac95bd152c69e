import type { Me } from '../../contract/account';
import type { ProposalView } from '../../contract/points-proposals';
import { decidedPoints, isDeduction } from '../../src/workbench/points/appeals/decided-points';
import { appealTerm } from '../../src/workbench/points/entries/appeal-term';
import { nextText, whyNotText } from '../../src/workbench/points/proposal-texts';
import {
  emptyValues,
  previewText,
  toInput,
  whatIsWrong,
  type ProposalOption,
} from '../../src/workbench/points/propose/propose-values';

const noon = new Date('2026-11-24T12:00:00+08:00');

const me = (facts: Partial<Me> = {}): Me => ({ accountId: 'a1', name: '李组长', roles: ['liaison'], ...facts });

const aDeduction = (facts: Partial<ProposalView> = {}): ProposalView => ({
  id: 'p1',
  kind: 'deduction',
  rule: 'M3',
  ruleName: '无故缺席会议',
  status: 'open',
  representativeId: 'r1',
  representative: '吕国华',
  groupId: 'g1',
  groupName: '第一代表小组',
  points: -3,
  how: '1 半天 × -3 分',
  at: noon.toISOString(),
  ref: { kind: 'proposal', id: 'p1', label: '第三次会议' },
  reason: '没有到会',
  evidence: { photos: [] },
  proposed: { who: '代表小组 李组长', at: noon.toISOString(), bySystem: false },
  settleFrom: '2026-11-25T12:00:00+08:00',
  booksItself: false,
  decidedBy: '人大办',
  allowed: [],
  ...facts,
});

describe('what a proposal says', () => {
  const end = new Date('2026-11-25T12:00:00+08:00');

  it('counts the hours to explain, and says what happens without a word', () => {
    expect(nextText(aDeduction({ booksItself: true }), noon)).toBe(
      '11月25日 12:00 前本人可以说明情况（还有 24 小时）。没有说明的，到时自动扣分。',
    );
    expect(nextText(aDeduction(), new Date(end.getTime() - 1))).toMatch('不到 1 小时');
    expect(nextText(aDeduction(), end)).toBe('24 小时说明期已满，等人大办决定。');
    expect(nextText(aDeduction({ booksItself: true }), end)).toBe('24 小时说明期已满，系统随后自动扣分。');
    expect(nextText(aDeduction({ status: 'booked' }), noon)).toBeNull();
  });

  it('says why there is no button to confirm', () => {
    expect(whyNotText(aDeduction(), me({ representativeId: 'r1' }), noon)).toMatch('您本人');
    expect(whyNotText(aDeduction(), me(), noon)).toMatch('24 小时说明期未满');
    expect(whyNotText(aDeduction(), me(), end)).toBe('由人大办确认，提议人自己不能确认。');
    expect(whyNotText(aDeduction({ allowed: ['confirm'] }), me(), end)).toBeNull();
    expect(whyNotText(aDeduction(), me({ roles: ['representative'] }), end)).toBeNull();
  });
});

describe('proposing points', () => {
  const byUnit: ProposalOption = {
    rule: 'M4',
    name: '审议发言',
    kind: 'award',
    formula: '每次 2 分',
    unit: '次',
    evidence: '发言记录',
    forSelf: true,
    forOthers: true,
  };
  const byGrade: ProposalOption = { ...byUnit, rule: 'G3', grades: [{ name: '镇级', points: 3 }] };
  const values = { ...emptyValues('other', 'M4', '2026-11-24'), label: '分组审议', reason: '发言两次' };

  it('asks for the person, half units and something to show', () => {
    expect(Object.keys(whatIsWrong(values, byUnit))).toEqual(['representativeId', 'evidence']);
    const filled = { ...values, person: { id: 'r1', name: '吕国华' }, evidence: '记录第 3 页' };
    expect(whatIsWrong(filled, byUnit)).toEqual({});
    for (const units of ['', '0', '0.7', '21', '-1', '两次']) {
      expect(Object.keys(whatIsWrong({ ...filled, units }, byUnit))).toEqual(['units']);
    }
    expect(Object.keys(whatIsWrong(filled, byGrade))).toEqual(['grade']);
    expect(Object.keys(whatIsWrong(filled, { ...byUnit, about: 'wish' }))).toEqual(['thing']);
    expect(whatIsWrong({ ...filled, evidence: '', photos: [{ key: 'k' }] }, byUnit)).toEqual({});
  });

  it('says beforehand what it comes to', () => {
    expect(previewText({ units: '1.5', grade: '' }, byUnit, 2)).toBe('预计 +3 分（1.5 次 × 2 分）');
    expect(previewText({ units: '3', grade: '' }, byUnit, 0.1)).toMatch('预计 +0.3 分');
    expect(previewText({ units: '1', grade: '镇级' }, byGrade, 0)).toBe('预计 +3 分（镇级）');
    expect(previewText({ units: '1', grade: '' }, byGrade, 0)).toBeNull();
  });

  it('names one’s own representative for oneself, and a thing only where the rule is about one', () => {
    const own = {
      ...values,
      forWhom: 'self' as const,
      person: { id: 'r9', name: '别人' },
      thing: { kind: 'post' as const, id: 'x', label: '' },
    };
    expect(toInput(own, byUnit, me({ representativeId: 'r1' }), [])).toEqual({
      rule: 'M4',
      representativeId: 'r1',
      amount: { units: 1 },
      at: '2026-11-24',
      label: '分组审议',
      reason: '发言两次',
      clientToken: own.token,
    });
    expect(toInput({ ...own, grade: '镇级' }, { ...byGrade, about: 'thing' }, me(), ['m1'])).toMatchObject({
      amount: { grade: '镇级' },
      postId: 'x',
      photos: ['m1'],
    });
  });
});

describe('an appeal', () => {
  it('may be made until the seventh day ends', () => {
    const until = '2026-12-01T23:59:59.999+08:00';
    expect(appealTerm(until, noon)).toBe('还可申诉 7 天');
    expect(appealTerm(until, new Date('2026-12-01T00:00:00+08:00'))).toBe('今天 24 点前可以申诉');
    expect(appealTerm(until, new Date('2026-12-02T00:00:00+08:00'))).toBeNull();
  });

  it('is decided in points without a sign: a deduction stays one', () => {
    const costs = { usualPoints: 0, entry: { delta: -3 } };
    expect(decidedPoints(costs, '1.5')).toBe(-1.5);
    expect(decidedPoints(costs, '0')).toBe(0);
    // What was taken back counts again: the reversal of +4 is no deduction.
    const reversed = { usualPoints: 4, entry: { delta: -4 } };
    expect(isDeduction(reversed)).toBe(false);
    expect(decidedPoints(reversed, '4')).toBe(4);
    for (const text of ['', '-1', '1.55', '两分']) expect(decidedPoints(costs, text)).toBeNull();
  });
});
