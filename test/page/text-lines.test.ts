/** Lines as a canvas draws them: each full-width character is 1 wide here, each Latin one a half. */
import { linesOf } from '../../src/platform/text-lines';

const widthOf = (run: string): number =>
  [...run].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x80 ? 0.5 : 1), 0);
const lines = (text: string, width: number, most?: number): string[] =>
  linesOf(text, widthOf, { width, ...(most === undefined ? {} : { most }) });

it('begins no line with a closing mark and ends none with an opening one', () => {
  expect(lines('今天送去了大米，还有油。', 7)).toEqual(['今天送去了大', '米，还有油。']);
  expect(lines('老人们都说：“这下好了！”', 7)).toEqual(['老人们都说：', '“这下好了！”']);
});

it('keeps numbers and words whole, and loses no character', () => {
  expect(lines('惠及群众12,345人次', 6)).toEqual(['惠及群众', '12,345人次']);
  const text = '今天（11月27日）镇人大代表带队走访3户，送去Wi-Fi路由器……大家说：“好！”'.repeat(3);
  for (const width of [3, 5, 8, 13]) expect(lines(text, width).join('').replace(/\s/g, '')).toBe(text);
  for (const line of lines(text, 8)) expect(widthOf(line)).toBeLessThanOrEqual(9);
});

it('leaves no single character alone on the last line', () => {
  expect(lines('乡亲们晚上出门放心了', 9)).toEqual(['乡亲们晚上出门放', '心了']);
});

it('keeps its own line breaks, without empty lines', () => {
  expect(lines('上午走访\n\n  下午慰问', 10)).toEqual(['上午走访', '下午慰问']);
});

it('shortens what is more than the lines there are', () => {
  expect(lines('一二三四五六七八九，十一二三', 5, 2)).toEqual(['一二三四五', '六七八九…']);
  expect(lines('一二三四五', 5, 2)).toEqual(['一二三四五']);
});
