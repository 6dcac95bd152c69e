import { account } from '../../../cloudfunctions/account/use-cases';
import { lookupTerm } from '../../../cloudfunctions/kit/lookup';
import * as wishes from '../../../cloudfunctions/store/wishes';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWish, type Cast } from '../../support/town';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  functions = await startFunctions([account, wish]);
  await aTown(functions);
  cast = await aCast(functions);
});
afterAll(() => functions.close());

const submit = async (set: Parameters<typeof aWish>[0], token = cast.resident.token) =>
  (await functions.call('wish.submit', aWish(set), token)).wish;
const get = async (id: string, token?: string) => (await functions.call('wish.get', { id }, token)).wish;
const publish = (id: string, { token } = cast.presidium) =>
  functions.call('wish.review', { id, decision: 'publish' }, token);

describe('a wish written down for another', () => {
  it.each([
    ['a representative', 'member', 'homeVisit'],
    ['a liaison', 'liaison', 'walk'],
    ['the office', 'presidium', 'reception'],
    ['a department', 'department', 'archive'],
  ] as const)('keeps how the wisher agreed when %s wrote it, for those who follow it', async (_who, who, channel) => {
    const { id } = await submit({ channel, behalfConsent: 'spoken' }, cast[who].token);
    expect(await get(id, cast[who].token)).toMatchObject({ channel, mine: true, behalfConsent: 'spoken' });
    await publish(id, who === 'presidium' ? cast.liaison : cast.presidium);
    expect((await get(id, cast.presidium.token)).behalfConsent).toBe('spoken');
    expect(await get(id)).not.toHaveProperty('behalfConsent');
  });

  it('keeps nothing of the kind of a wish of one’s own', async () => {
    const own = await submit({ behalfConsent: 'written' });
    expect(own).not.toHaveProperty('behalfConsent');
    const representatives = await submit({ channel: 'self', behalfConsent: 'written' }, cast.member.token);
    expect(representatives).not.toHaveProperty('behalfConsent');
  });
});

describe('a wish of a minor', () => {
  const content = '王小红在刘胜小学三年级（2）班读书，想要一张书桌';
  const consent = { showName: true, showPhoto: true };

  it('needs the guardian’s consent', async () => {
    for (const guardianConsent of [undefined, false]) {
      const input = aWish({ minor: true, ...(guardianConsent === undefined ? {} : { guardianConsent }) });
      expect(await functions.send('wish.submit', input, cast.resident.token)).toMatchObject({
        error: { code: 'INVALID_INPUT', details: { guardianConsent: expect.stringContaining('监护人') } },
      });
    }
    expect(await submit({ minor: true, guardianConsent: true })).toMatchObject({ status: 'submitted', minor: true });
  });

  it.each([
    ['said to be one', { content: '王小红想要一张书桌，送到刘胜小学', minor: true, guardianConsent: true }],
    ['known by its words', { content }],
  ])('shows the public neither name nor school: %s', async (_how, set) => {
    const { id, code } = await submit({ ...set, consent });
    await publish(id);
    const publicly = await get(id);
    expect(publicly).toMatchObject({ minor: true, wisher: '未成年人' });
    expect(JSON.stringify(publicly)).not.toMatch(/王|小红|刘胜小学|2）班/);
    expect((await get(id, cast.liaison.token)).content).toBe(set.content);
    for (const q of ['刘胜小学', '小学三年级', '王小红']) {
      const { items } = await functions.call('wish.list', { scope: 'public', q });
      expect(items.map((item) => item.code)).not.toContain(code);
    }
    const { items } = await functions.call('wish.list', { scope: 'public', q: '书桌' });
    expect(items.map((item) => item.code)).toContain(code);
  });

  it('hides name and school in everything that is written later, from who does not deal with it', async () => {
    const { id } = await submit({ content, consent });
    await publish(id);
    await functions.call('wish.claim', { id }, cast.member.token);
    const note = '已到刘胜小学见了小红的老师';
    await functions.call('wish.contact', { id, way: 'visit', note }, cast.member.token);
    await functions.call('wish.progress', { id, note }, cast.member.token);
    await functions.call('wish.fulfil', { id, note: '书桌送到了刘胜小学', outcomes: [] }, cast.member.token);
    const comment = '王小红和刘胜小学谢谢大家';
    await functions.call('wish.rate', { id, rating: 'satisfied', comment }, cast.resident.token);
    for (const token of [undefined, cast.otherMember.token, cast.department.token]) {
      const seen = await get(id, token);
      expect(seen).toMatchObject({ status: 'closed', comment: '某学校谢谢大家' });
      expect(JSON.stringify(seen)).not.toMatch(/小红|刘胜小学/);
    }
    expect((await get(id, cast.member.token)).timeline.map((line) => line.note)).toContain(note);
  });
});

it('hides the wisher’s own name in what they wrote, unless they show it', async () => {
  const content = '王小红家门口的路灯坏了';
  const hidden = await submit({ content });
  const shown = await submit({ content, consent: { showName: true, showPhoto: false } });
  for (const { id } of [hidden, shown]) await publish(id);
  expect((await get(hidden.id)).content).toBe('某某家门口的路灯坏了');
  expect((await get(hidden.id, cast.resident.token)).content).toBe(content);
  expect((await get(shown.id)).content).toBe(content);
  const { items } = await functions.call('wish.list', { scope: 'public', q: '王小红' });
  expect(items.map(({ id }) => id)).not.toContain(hidden.id);
});

it('keeps keyed hashes of name and phone, by which no words find anything', async () => {
  const { id } = await submit({ wisher: { name: '欧阳小红', phone: '139 5917 1093' } });
  const { terms } = await wishes.get(id);
  const { host } = functions;
  const expected = [
    lookupTerm(host, 'name', '欧阳小红'),
    lookupTerm(host, 'name', '小红'),
    lookupTerm(host, 'phone', '13959171093'),
    lookupTerm(host, 'phone', '1093'),
  ];
  expect(terms.filter((term) => term.startsWith('#'))).toEqual(expected);
  for (const q of [...expected, '小红', '1093']) {
    const { items } = await functions.call('wish.list', { scope: 'mine', q }, cast.resident.token);
    expect(items.map((item) => item.id)).not.toContain(id);
  }
});
