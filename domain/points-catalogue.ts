/**
 * The catalogue that a town starts from, and its two presets. Source: practice notes, "Points catalogue"; the numbers are
 * proposals that a town's presidium changes on its own page. W3 认领 and S2 (a 晒单 of a wish already scored) earn nothing,
 * W5 is the factor inside W4, and W7 合力 splits W4: none of them is a rule that pays.
 */
import type { PointsRule, PointsScheme, RuleCode, RulePart, RuleWay, Caps } from './points-rules';

/** Before every deed. */
const ALWAYS = '1900-01-01';

type Rest = Partial<Pick<PointsRule, 'grades' | 'scale'>> & { caps?: Caps };

const rule = (
  code: RuleCode,
  name: string,
  part: RulePart,
  [tenths, unit]: readonly [tenths: number, unit: string],
  [way, evidence]: readonly [way: RuleWay, evidence: string],
  { caps = {}, ...rest }: Rest = {},
): PointsRule => ({
  code,
  version: 1,
  name,
  part,
  tenths,
  unit,
  capTenths: caps,
  way,
  evidence,
  from: ALWAYS,
  ...rest,
});

/** Preset 百分制, which is the default. */
export const catalogue: readonly PointsRule[] = [
  rule('M1', '出席人代会', 'meeting', [20, '半天'], ['import', '签到'], { caps: { year: 400 } }),
  rule('M2', '人代会请假', 'deduction', [-10, '半天'], ['import', '假条']),
  rule('M3', '无故缺席会议', 'deduction', [-30, '半天'], ['manual', '缺席名单']),
  rule('M4', '审议发言', 'meeting', [20, '次'], ['manual', '发言记录'], { caps: { year: 60 } }),
  rule('M5', '提出建议（受理）', 'duty', [30, '件'], ['manual', '建议编号'], { caps: { year: 120 } }),
  rule('M6', '建议办成（A 类）', 'duty', [20, '件'], ['manual', '答复件'], { caps: { year: 60 } }),
  rule('M7', '视察、调研、执法检查', 'duty', [30, '次'], ['import', '签到'], { caps: { year: 150 } }),
  rule('M8', '培训、小组活动', 'duty', [20, '次'], ['import', '签到'], { caps: { year: 100 } }),
  rule('M9', '无故缺席活动', 'deduction', [-20, '次'], ['import', '缺席名单']),
  rule('M9A', '同月第三次无故缺席活动', 'deduction', [-50, '月'], ['import', '缺席名单']),
  rule('W1', '走访、接待选民', 'duty', [10, '日'], ['form', '记录和地点'], { caps: { day: 10, year: 100 } }),
  rule('W2', '收集心愿（审核通过）', 'duty', [10, '条'], ['auto', '心愿编号'], { caps: { day: 30, year: 150 } }),
  rule('W4', '办结心愿', 'duty', [0, '件'], ['auto', '办理凭证和回访'], {
    caps: { year: 300 },
    scale: {
      difficulty: { easy: 20, medium: 40, hard: 60 },
      factor: { satisfied: 10, fair: 8, unrated: 5, unsatisfied: 0 },
    },
  }),
  rule('W6', '推动部门办成（跟踪代表）', 'duty', [30, '件'], ['auto', '交办单归档'], { caps: { year: 120 } }),
  rule('S1', '晒单（独立、有实事）', 'duty', [10, '条'], ['auto', '晒单'], { caps: { day: 10, month: 40 } }),
  rule('S3', '精选晒单', 'honour', [20, '条'], ['manual', '晒单'], { caps: { month: 20 } }),
  rule('G1', '月度典型代表', 'honour', [50, '次'], ['auto', '推荐表'], { caps: { year: 100 } }),
  rule('G2', '信息稿采用', 'honour', [0, '篇'], ['manual', '链接或刊物'], {
    caps: { year: 100 },
    grades: [
      { name: '镇级', tenths: 10 },
      { name: '县级', tenths: 20 },
      { name: '市级', tenths: 40 },
      { name: '省级', tenths: 60 },
      { name: '国家级', tenths: 100 },
    ],
  }),
  rule('G3', '表彰', 'honour', [0, '次'], ['manual', '表彰文件'], {
    caps: { year: 150 },
    grades: [
      { name: '镇级', tenths: 30 },
      { name: '县级', tenths: 50 },
      { name: '市级', tenths: 80 },
      { name: '省级', tenths: 120 },
    ],
  }),
  rule('G4', '向选民述职', 'honour', [0, '次'], ['manual', '测评结果'], {
    caps: { year: 50 },
    grades: [
      { name: '测评优秀', tenths: 50 },
      { name: '测评称职', tenths: 20 },
    ],
  }),
  rule('D1', '认领后 48 小时未联系', 'deduction', [-10, '件'], ['auto', '办理日志'], { caps: { year: 50 } }),
  rule('D2', '逾期未更新进展', 'deduction', [-10, '件·周'], ['auto', '办理日志'], { caps: { thing: 40 } }),
  rule('D3', '逾期未办结且无延期', 'deduction', [-20, '件'], ['auto', '办理日志']),
  rule('D4', '无故退回认领', 'deduction', [-10, '件'], ['auto', '退回理由']),
  rule('D5', '一季度没有任何履职记录', 'deduction', [-30, '季'], ['auto', '履职记录']),
  rule('D6', '敷衍办结（回访不实）', 'deduction', [-50, '件'], ['manual', '回访记录']),
  rule('D7', '弄虚作假、重复用图', 'deduction', [-100, '件'], ['manual', '核查材料']),
  rule('D8', '泄露群众隐私', 'deduction', [-50, '件'], ['manual', '核查记录']),
  rule('D9', '当年未述职', 'deduction', [-50, '年'], ['manual', '述职安排']),
];

/** 百分制: 会议 ≤ 40, 闭会 ≤ 60, 附加 ≤ 20; a total below 0 is shown as 0. */
export const hundred: PointsScheme = {
  version: 1,
  preset: 'hundred',
  name: '百分制',
  partCaps: { meeting: 400, duty: 600, honour: 200 },
  from: ALWAYS,
};

/** 累计制: neither the parts nor a rule's year are capped; what a day or a month allows stays, against scoring by number. */
export const cumulative: PointsScheme = { ...hundred, preset: 'cumulative', name: '累计制', partCaps: {} };

/** A rule as the preset has it. */
export function asOfPreset(one: PointsRule, preset: PointsScheme['preset']): PointsRule {
  const ofCatalogue = catalogue.find(({ code }) => code === one.code) ?? one;
  const { year: _year, ...others } = ofCatalogue.capTenths;
  const isFree = preset === 'cumulative' && one.part !== 'deduction';
  return { ...one, capTenths: isFree ? others : ofCatalogue.capTenths };
}
