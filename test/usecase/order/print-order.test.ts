import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runJobs } from '../../../cloudfunctions/clock/run-jobs';
import { aWishThatIs } from '../../support/town';
import { anAnswer, anOrder, anOrderThatIs, anOrderTown, orderOf, type OrderTown } from './cast';
import { openDocx, type OpenedDocx } from './docx-text';

let town: OrderTown;
beforeAll(async () => {
  town = await anOrderTown();
});
afterAll(() => town.functions.close());

type Who = 'department' | 'presidium' | 'liaison';

const keyOf = (url: string): string => /^\/files\/(papers\/[\w-]+\.docx)\?until=/.exec(url)?.[1] ?? '';

async function print(id: string, paper: 'order' | 'answer', who: Who = 'presidium'): Promise<OpenedDocx> {
  const { url } = await town.functions.call('order.print', { id, paper }, town.cast[who].token);
  return openDocx(await readFile(join(town.functions.directory, 'files', keyOf(url))));
}

it('prints 交办单 on A4 with all that the department has to know', async () => {
  const { functions, cast } = town;
  const wishId = await aWishThatIs('claimed', functions, cast, { content: '村口的路灯坏了，王小红晚上出门看不清路' });
  const { id, code, wish } = await anOrder(town, { wishId });
  const { lines, xml } = await print(id, 'order');
  expect(lines).toEqual([
    '长江镇人大主席团',
    '微心愿交办单',
    `编号：${code}`,
    '主办部门',
    '民政办',
    '心愿编号',
    wish.code,
    '村（社区）',
    '刘胜村',
    '跟踪代表',
    '周建平',
    '心愿内容',
    '村口的路灯坏了，王**晚上出门看不清路',
    '交办事由',
    '路灯由建设部门负责维修',
    '交办日期',
    '2021年7月1日',
    '签收期限',
    '2021年7月2日',
    '退办期限',
    '2021年7月6日',
    '答复期限',
    '2021年7月12日',
    '签    发',
    '签发人：',
    '          （盖章）          年    月    日',
    '签    收',
    '签收人：',
    '          （盖章）          年    月    日',
    expect.stringContaining('1. 请在 1 个工作日内签收'),
    expect.stringContaining('2. '),
    expect.stringContaining('3. '),
  ]);
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  for (const typeface of ['黑体', '宋体', '仿宋']) expect(xml).toContain(`w:eastAsia="${typeface}"`);
});

it('prints 答复单 with the class, the meetings and places to sign', async () => {
  const { functions, cast } = town;
  const id = await anOrderThatIs('accepted', town);
  const meeting = { id, stage: 'before' as const, note: '到现场看了路灯' };
  await functions.call('order.meet', meeting, cast.department.token);
  await functions.call('order.answer', { id, ...anAnswer }, cast.department.token);
  const { lines } = await print(id, 'answer', 'department');
  expect(lines).toEqual(
    expect.arrayContaining([
      '微心愿交办事项答复单',
      anAnswer.text,
      '☑ A 已解决  □ B 正在解决  □ C 列入计划  □ D 条件限制，已解释',
      '办前见面：2021年7月1日，到现场看了路灯',
      '办中见面：        年    月    日',
      '面商情况',
      '代表意见',
      '群众意见',
      '□ 满意    □ 基本满意    □ 不满意',
      '签名：                    年    月    日',
    ]),
  );
  expect(lines.join()).not.toMatch(/王小红|13959171093/);
});

it('says 协办 on a helper’s, and who follows a wish without a claimer', async () => {
  const wishId = await aWishThatIs('open', town.functions, town.cast);
  await anOrder(town, { wishId, departmentId: 'd2' });
  const { id } = await anOrder(town, { wishId });
  const { lines } = await print(id, 'order');
  expect(lines).toEqual(expect.arrayContaining(['协办部门', '（由主席团跟踪）']));
});

it.each(['issued', 'accepted', 'cancelled'] as const)('prints no 答复单 of an order that is %s', async (status) => {
  const id = await anOrderThatIs(status, town);
  expect(await town.functions.send('order.print', { id, paper: 'answer' }, town.cast.presidium.token)).toMatchObject({
    error: { code: 'WRONG_STATE', message: '部门还没有答复，答复后才能打印答复单', details: { status } },
  });
});

it('prints no 答复单 of an answer that was sent back', async () => {
  const { functions, cast } = town;
  const id = await anOrderThatIs('answered', town);
  await functions.call('order.rate', { id, rating: 'unsatisfied' }, cast.presidium.token);
  expect((await orderOf(town, id)).answer).toBeDefined();
  const answer = { id, paper: 'answer' };
  expect(await functions.refusal('order.print', answer, cast.presidium.token)).toBe('WRONG_STATE');
});

it('is for those who follow the order', async () => {
  const { functions, cast } = town;
  const { id } = await anOrder(town);
  for (const who of ['department', 'presidium', 'liaison'] as const)
    expect((await print(id, 'order', who)).lines).toContain('民政办');
  const refusal = (who: keyof typeof cast) => functions.refusal('order.print', { id, paper: 'order' }, cast[who].token);
  expect([await refusal('builders'), await refusal('otherLiaison')]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  expect([await refusal('member'), await refusal('resident'), await refusal('admin')]).toEqual([
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
  ]);
});

it('writes what looks like markup as it was written', async () => {
  const wishId = await aWishThatIs('claimed', town.functions, town.cast, {
    content: '想要一盏 <b>亮</b> 的灯 & 一根杆',
  });
  const { id } = await anOrder(town, { wishId });
  const { lines } = await print(id, 'order');
  expect(lines).toContain('想要一盏 &lt;b&gt;亮&lt;/b&gt; 的灯 &amp; 一根杆');
});

it('is swept away after a day', async () => {
  const { functions, cast } = town;
  const { id } = await anOrder(town);
  const { url } = await functions.call('order.print', { id, paper: 'order' }, cast.presidium.token);
  await expect(functions.host.files.get(keyOf(url))).resolves.toMatchObject({
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  });
  await runJobs(new Date('2021-07-02T02:00:00.001Z'), functions.host);
  await expect(functions.host.files.get(keyOf(url))).rejects.toThrow('没有找到');
});
