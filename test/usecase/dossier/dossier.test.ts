import type { Dossier } from '../../../contract/dossier';
import { readPdf } from '../../support/read-pdf';
import { aDossierTown, MEMBER, type DossierTown } from './dossier-town';

let town: DossierTown;
beforeAll(async () => {
  town = await aDossierTown();
});
afterAll(() => town.close());

const part = ({ parts }: Dossier, key: string) => parts.find((one) => one.key === key);
const value = (dossier: Dossier, key: string, label: string): string | undefined =>
  part(dossier, key)?.sums.find((sum) => sum.label === label)?.value;
const plain = (pages: readonly string[]): string => pages.join('').replace(/\s/g, '');

describe('a year on the phone', () => {
  it('has the eight parts and what we add, each with its rows and sums', async () => {
    const { dossier } = await town.call('dossier.get', { year: 2026 }, town.cast.member.token);
    expect(dossier.parts.map(({ title }) => title).join(' · ')).toBe(
      '会议 · 视察调研 · 学习培训 · 小组活动 · 建议意见 · 述职与监督 · 表彰 · 联系群众与心愿 · 晒单 · 积分汇总 · 积分流水 · 扣分与申诉',
    );
    // Half-open in Shanghai: the first and the last day of the year are in, their neighbours are not.
    expect(part(dossier, 'meetings')?.rows.map(([, title]) => title)).toEqual(['镇人大三次会议', '主席团扩大会议']);
    expect(value(dossier, 'meetings', '出席率')).toBe('50.0%');
    expect(part(dossier, 'hearings')?.rows).toHaveLength(1);
    expect(part(dossier, 'groupActivities')).toMatchObject({ rows: [], sums: [], count: 0 });
    expect(value(dossier, 'proposals', '提出建议')).toBe('1 件');
    expect(part(dossier, 'proposals')?.rows.map((row) => row.at(-1))).toEqual(['+3', '0（已冲正）']);
    expect(part(dossier, 'honours')?.rows).toMatchObject([['2026-10', '月度典型代表', '把路灯修到群众心里', '']]);
    expect(part(dossier, 'appeals')?.rows.map(([, what]) => what)).toEqual([
      expect.stringMatching(/^扣分：/),
      expect.stringMatching(/^申诉：/),
    ]);
  });

  it('shows 办结率 and 实际解决率 side by side, and no wisher', async () => {
    const { dossier } = await town.call('dossier.get', { year: '2026' }, town.cast.member.token);
    expect(value(dossier, 'wishes', '办结率')).toBe('50.0%（2 件中 1 件）');
    expect(value(dossier, 'wishes', '实际解决率')).toBe('50.0%（2 件中 1 件）');
    expect(JSON.stringify(dossier)).not.toMatch(/王小红|13959171093/);
  });

  it('sums to the board’s figure and carries the end of the chain', async () => {
    const { member } = town.cast;
    const { dossier } = await town.call('dossier.get', { year: '2026' }, member.token);
    const { points: _points, ...chain } = { points: 0, ...dossier.head };
    const list = await town.call('report.overview', {}, member.token);
    expect(list.wishes.fulfilled).toBe(1);
    const rows = part(dossier, 'points')?.rows ?? [];
    const sum = rows.reduce((total, row) => total + Number(row.at(-1)), 0);
    expect(value(dossier, 'standing', '合计')).toBe(`${Math.round(sum * 10) / 10} 分`);
    expect(chain).toMatchObject({ seq: rows.length, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('is read by the person, the group’s leaders and the office; the phone by the person and the office', async () => {
    const phone = async (token: string): Promise<string | undefined> => {
      const { dossier } = await town.call('dossier.get', { representativeId: MEMBER, year: '2026' }, token);
      return dossier.basics.find(({ label }) => label === '联系电话')?.value;
    };
    const { member, liaison, leader, presidium, otherLiaison, otherMember, resident, department } = town.cast;
    expect(await Promise.all([member, presidium].map(({ token }) => phone(token)))).toEqual(
      Array(2).fill('13900000000'),
    );
    expect(await Promise.all([liaison, leader].map(({ token }) => phone(token)))).toEqual(Array(2).fill('139****0000'));
    for (const { token } of [otherLiaison, otherMember, resident, department]) {
      for (const name of ['dossier.get', 'report.dossier']) {
        expect(await town.refusal(name, { representativeId: MEMBER, year: '2026' }, token)).toBe('FORBIDDEN');
      }
    }
    expect(await town.refusal('dossier.get', { year: '2026' }, presidium.token)).toBe('INVALID_INPUT');
    expect(await town.refusal('dossier.get', { year: '26' }, member.token)).toBe('INVALID_INPUT');
    expect(await town.refusal('dossier.get', { representativeId: 'nobody' }, presidium.token)).toBe('NOT_FOUND');
  });

  it('covers a 届 that the town has named, and no other', async () => {
    const { member } = town.cast;
    const offered = await town.call('dossier.terms', {}, member.token);
    expect(offered).toMatchObject({ years: expect.arrayContaining(['2026', '2021']), mayArchive: false });
    expect(offered.terms).toEqual([{ name: '第十九届', from: '2021-12-20', until: '2026-12-19' }]);
    const { dossier } = await town.call('dossier.get', { term: '第十九届' }, member.token);
    // The hearing of 31 December 2026 is the next term's; the meeting of 2025 is this one's.
    expect(part(dossier, 'hearings')?.count).toBe(0);
    expect(part(dossier, 'meetings')?.count).toBe(3);
    expect(part(dossier, 'standing')?.rows.map(([period]) => period)).toEqual(['2026']);
    expect(await town.refusal('dossier.get', { term: '第二十届' }, member.token)).toBe('INVALID_INPUT');
  });

  it('reads no more than this person’s documents', async () => {
    const before = town.examined();
    await town.call('dossier.get', { year: '2026' }, town.cast.member.token);
    expect(town.examined() - before).toBeLessThan(80);
  });
});

describe('on paper', () => {
  it('is a PDF whose text can be read: title, person, every part, sums, page numbers, seal and signature', async () => {
    const { url } = await town.call('report.dossier', { representativeId: MEMBER, year: 2026 }, town.cast.member.token);
    const bytes = await town.fetched(url);
    expect(bytes.length).toBeLessThan(300_000);
    const pages = await readPdf(bytes);
    const text = plain(pages);
    expect(text).toContain('长江镇人大代表履职档案（2026年）');
    expect(text).toContain('周建平');
    for (const title of [
      '一、基本情况',
      '二、会议',
      '八、表彰',
      '九、联系群众与心愿',
      '十二、积分流水',
      '十三、扣分与申诉',
    ]) {
      expect(text).toContain(title);
    }
    expect(text).toContain('五、小组活动无记录');
    expect(text).toContain('实际解决率50.0%');
    expect(text).toMatch(/（盖章）_+年月日|（盖章）_+/);
    expect(text).toContain('代表签名');
    const { dossier } = await town.call('dossier.get', { year: 2026 }, town.cast.member.token);
    for (const [index, page] of pages.entries()) {
      const foot = plain([page]);
      expect(foot).toContain(`第${index + 1}页/共${pages.length}页`);
      expect(foot).toContain(`：${dossier.head?.hash}`);
      expect(foot).toContain('制表单位：长江镇人大日期：2026年11月20日导出人：周建平');
    }
    expect(text).not.toMatch(/王小红/);
  });

  it('is made of an empty year too, and says so part by part', async () => {
    const { otherMember } = town.cast;
    const asked = { representativeId: 'g2-member', year: '2026' };
    const { url } = await town.call('report.dossier', asked, otherMember.token);
    const text = plain(await readPdf(await town.fetched(url)));
    expect(text.match(/无记录/g)).toHaveLength(12);
    expect(text).toContain('链首校验码：无积分记录');
  });
});
