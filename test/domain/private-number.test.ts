import fc from 'fast-check';
import { findPrivateNumber, maskPrivateNumbers } from '../../domain/private-number';

it.each([
  ['王大爷 13959171093 已回访', '手机号', '13959171093', 5],
  ['电话：139-5917-1093', '手机号', '139-5917-1093', 4],
  ['请打139 5917 1093联系', '手机号', '139 5917 1093', 3],
  ['全角１３９５９１７１０９３也算', '手机号', '１３９５９１７１０９３', 3],
  ['拨打+8613959171093就行', '手机号', '8613959171093', 4],
  ['唯一13959171093', '手机号', '13959171093', 3],
  ['电话一三九五九一七一〇九三', '手机号', '一三九五九一七一〇九三', 3],
  ['🙂🙂13959171093', '手机号', '13959171093', 3],
  ['身份证330702196512083417的老人', '身份证号', '330702196512083417', 4],
  ['尾号是X的 33070219651208341x', '身份证号', '33070219651208341x', 7],
  ['村委会 0579-82345678 值班', '座机号', '0579-82345678', 5],
] as const)('finds the private number in “%s”', (text, kind, found, at) => {
  expect(findPrivateNumber(text)).toEqual({ kind, found, at });
});

it.each([
  '送去慰问金 31260 元，惠及 512 人',
  '心愿 CJ-2021-0160 已办结',
  '订单 139591710931234567890 不是电话',
  '2021-06-30 10:00 在村口集合',
  '修了 1200 米路，用了 15 天',
  '贷款 10000000000 元',
])('leaves “%s” alone', (text) => {
  expect(findPrivateNumber(text)).toBeNull();
});

it('finds a mobile number wherever it stands among other words', () => {
  const mobile = fc
    .tuple(fc.constantFrom('3', '5', '8', '9'), fc.integer({ min: 0, max: 999_999_999 }))
    .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);
  const words = fc.stringMatching(/^[\u4e00-\u9fa5，。🙂]{0,20}$/u);
  fc.assert(
    fc.property(words, mobile, words, (before, number, after) => {
      expect(findPrivateNumber(`${before}${number}${after}`)).toEqual({
        kind: '手机号',
        found: number,
        at: [...before].length + 1,
      });
    }),
  );
});

it.each([
  ['电话：139-5917-1093，谢谢', '电话：139****1093，谢谢'],
  ['全角１３９５９１７１０９３也算', '全角139****1093也算'],
  ['身份证330702196512083417，手机13959171093', '身份证330****3417，手机139****1093'],
  ['订单 139591710931234567890 不是电话', '订单 139591710931234567890 不是电话'],
])('hides the middle of the numbers in “%s”', (text, masked) => {
  expect(maskPrivateNumbers(text)).toBe(masked);
  expect(findPrivateNumber(masked)).toBeNull();
});
