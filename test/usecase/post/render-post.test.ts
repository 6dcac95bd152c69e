/** Every caller × consent × what is said of the people, through the contract; domain/post-rendering says what is right. */
import { peopleInPhotos, renderingFor, type PeopleInPhotos } from '../../../domain/post-rendering';
import { briefText } from '../../../domain/group-brief';
import type { Input } from '../../../contract/contract';
import * as settings from '../../../cloudfunctions/store/settings';
import type { Functions } from '../../support/functions';
import { aWishThatIs, type Cast } from '../../support/town';
import { publish, startTown } from './cast';

let functions: Functions;
let cast: Cast;
beforeAll(async () => {
  ({ functions, cast } = await startTown());
  await settings.save({ ...(await settings.get()), claimLimit: 100 });
});
afterAll(() => functions.close());

type Consent = { showName: boolean; showPhoto: boolean };
interface Case {
  people: PeopleInPhotos | undefined;
  wish?: Consent & { minor: boolean };
  id: string;
}

const NAME = '王小红';
const answers = [true, false];
const consents = answers.flatMap((showName) => answers.map((showPhoto) => ({ showName, showPhoto })));
const wishes = [undefined, ...consents.flatMap((consent) => answers.map((minor) => ({ ...consent, minor })))];

async function aWishWith({ showName, showPhoto, minor }: NonNullable<Case['wish']>): Promise<string> {
  const set: Partial<Input<'wish.submit'>> = { team: '八组', consent: { showName, showPhoto } };
  const child = minor ? { minor, guardianConsent: true } : {};
  return aWishThatIs('claimed', functions, cast, { ...set, ...child });
}

const cases: Case[] = [];
beforeAll(async () => {
  for (const wish of wishes) {
    const wishId = wish && (await aWishWith(wish));
    for (const people of [...peopleInPhotos, undefined]) {
      const set = { ...(people ? { people } : {}), ...(wishId ? { wishId } : { village: '刘胜村' }) };
      const { id } = await publish(functions, cast.member, set);
      cases.push({ people, id, ...(wish ? { wish } : {}) });
    }
  }
});

const consentsOf = ({ people, wish }: Case) => ({ ...(people ? { people } : {}), ...(wish ? { wish } : {}) });
const knowing: readonly string[] = ['member', 'liaison', 'presidium', 'admin'];
const wisherNames = { full: NAME, masked: '王**', minor: '未成年人', nobody: '一位居民' } as const;

it.each([
  ['nobody', 'public'],
  ['resident', 'public'],
  ['department', 'public'],
  ['member', 'internal'],
  ['otherMember', 'internal'],
  ['liaison', 'internal'],
  ['otherLiaison', 'internal'],
  ['presidium', 'internal'],
  ['admin', 'internal'],
] as const)(
  'gives to %s the %s rendering of every post, alone and in the feed, and a card no wider',
  async (who, audience) => {
    const token = who === 'nobody' ? undefined : cast[who].token;
    const feed = await functions.call('post.feed', { limit: 50 }, token);
    expect(feed.items).toHaveLength(cases.length);
    for (const one of cases) {
      const { name, place, ...rendering } = renderingFor(audience, consentsOf(one));
      const photos = rendering.photos && (!rendering.onlyForKnowing || knowing.includes(who));
      const whole = { photoCount: photos ? 1 : 0, photosWithheld: !photos };
      const expected = {
        ...whole,
        place: place === 'team' && one.wish ? '刘胜村八组' : '刘胜村',
        ...(one.wish ? { wish: { wisher: wisherNames[name] } } : {}),
      };
      const { post } = await functions.call('post.get', { id: one.id }, token);
      const inFeed = feed.items.find(({ id }) => id === one.id);
      const { card } = await functions.call('post.card', { id: one.id }, token);
      expect(post).toMatchObject(expected);
      expect(inFeed).toMatchObject(expected);
      for (const shown of [post, inFeed]) expect(shown?.photos).toHaveLength(photos ? 1 : 0);
      const shared = renderingFor(audience === 'internal' ? 'group' : 'public', consentsOf(one));
      expect([card.place, card.photo !== undefined]).toEqual(['刘胜村', shared.photos]);
      const isNamed = one.wish?.showName === true && !one.wish.minor;
      if (!isNamed) expect(JSON.stringify([post, inFeed, card])).not.toContain(NAME);
    }
  },
  60_000,
);

it('keeps the wisher’s name and door, where the author wrote them, among those who know them anyway', async () => {
  const wisher = { name: NAME, phone: '13959171093', address: '刘胜村桥西3号' };
  const wishId = await aWishThatIs('claimed', functions, cast, { wisher });
  const { id } = await publish(functions, cast.member, { wishId, text: `今天到桥西3号，给${NAME}装了扶手` });
  const textFor = async (token?: string) => (await functions.call('post.get', { id }, token)).post;
  const readable = '今天到某处，给某某装了扶手';
  for (const token of [undefined, cast.resident.token, cast.department.token, cast.otherMember.token]) {
    const post = await textFor(token);
    expect([post.text, post.groupText]).toEqual([readable, undefined]);
  }
  for (const { token } of [cast.member, cast.liaison, cast.presidium]) {
    expect(await textFor(token)).toMatchObject({ text: expect.stringContaining(NAME), groupText: readable });
  }
  const { card } = await functions.call('post.card', { id }, cast.member.token);
  expect([card.text, card.title]).toEqual([readable, `周建平代表晒单：${readable}`]);
  const { text } = await functions.call('post.brief', {}, cast.liaison.token);
  expect(text).toContain(readable);
  expect(text).not.toContain(NAME);
});

it('puts on the card what it brought, and a pair’s second picture beside the first', async () => {
  const wishless = await publish(functions, cast.member, {
    text: '组织镇卫生院医生下乡义诊，为老人量血压、测血糖，还送去了常用药品',
    outcomes: [
      { kind: 'goods', amountYuan: 1300 },
      { kind: 'clinic', sessions: 1, people: 45 },
    ],
  });
  const { card } = await functions.call('post.card', { id: wishless.id });
  expect(card).toMatchObject({
    representative: '周建平',
    groupName: '江东代表小组',
    town: '长江镇',
    outcomes: ['物资 1,300 元', '义诊 1 场 45 人'],
  });
  expect([...card.title]).toHaveLength(30);
  expect(card.title).toMatch(/^周建平代表晒单：组织.*…$/);
  expect(card.after).toBeUndefined();
  await functions.call('post.remove', { id: wishless.id }, cast.member.token);
  expect(await functions.refusal('post.card', { id: wishless.id })).toBe('NOT_FOUND');
  expect(await functions.refusal('post.card', { id: wishless.id }, cast.member.token)).toBe('WRONG_STATE');
});

it('writes the day’s brief of one’s own group, and of the town for those who see it', async () => {
  functions.clock.now = new Date('2021-07-02T04:00:00Z');
  const quiet = await functions.call('post.brief', {}, cast.otherLiaison.token);
  expect(quiet).toMatchObject({ day: '2021-07-02', posts: 0 });
  expect(quiet.text).toContain('今天没有新的晒单');
  const { id } = await publish(functions, cast.otherMember, {
    text: `修好了桥，${'很好'.repeat(40)}`,
    village: '福镇村',
  });
  await functions.call('post.thank', { id }, cast.resident.token);
  await aWishThatIs('open', functions, { ...cast, liaison: cast.otherLiaison }, { village: '福镇村' });
  const hill = await functions.call('post.brief', {}, cast.otherMember.token);
  expect(hill.text.split('\n')).toEqual([
    '【长江镇江西代表小组晒单简报】2021年7月2日',
    '今天晒出实事 1 件：',
    expect.stringMatching(/^1\. 施永康代表（福镇村）：修好了桥，(很好)+很?…$/),
    '共收到群众感谢 1 次。',
    '还有 1 件微心愿待认领，盼各位代表伸手接一件。',
    '为民服务我先行！打开“微心愿”小程序，可以看照片、点感谢。',
  ]);
  const town = await functions.call('post.brief', {}, cast.presidium.token);
  expect(town.text).toContain('1. 施永康代表（江西代表小组 · 福镇村）');
  const yesterday = await functions.call('post.brief', { day: '2021-07-01', groupId: 'g1' }, cast.presidium.token);
  expect(yesterday.posts).toBeGreaterThan(40);
  expect(await functions.refusal('post.brief', { day: '2021-02-30' }, cast.liaison.token)).toBe('INVALID_INPUT');
  expect(await functions.refusal('post.brief', { groupId: 'g9' }, cast.liaison.token)).toBe('INVALID_INPUT');
  expect(await functions.refusal('post.brief', {}, cast.resident.token)).toBe('FORBIDDEN');
});

it('stops after the lines it has room for, and says how many there are', () => {
  const posts = Array.from({ length: 2 }, () => ({ representative: '周建平', text: '修灯' }));
  const facts = { town: '长江镇', campaign: '为民', day: new Date(0), isToday: false, posts, thanks: 0, waiting: 0 };
  const text = briefText({ ...facts, total: 60 });
  expect(text).toContain('2. 周建平代表：修灯\n……等 60 条');
  expect(text).toContain('目前没有待认领的微心愿');
});

it('lets the presidium name what is 精选, and nobody else', async () => {
  const { id } = await publish(functions, cast.member);
  for (const who of ['resident', 'member', 'liaison', 'department', 'admin'] as const) {
    expect(await functions.refusal('post.feature', { id, on: true }, cast[who].token)).toBe('FORBIDDEN');
  }
  const { post } = await functions.call('post.feature', { id, on: true }, cast.presidium.token);
  expect(post.featured).toBe(true);
  expect((await functions.call('post.feed', { featured: true })).items.map((one) => one.id)).toEqual([id]);
  await functions.call('post.feature', { id, on: false }, cast.presidium.token);
  expect((await functions.call('post.feed', { featured: true })).items).toEqual([]);
  await functions.call('post.remove', { id }, cast.member.token);
  expect(await functions.refusal('post.feature', { id, on: true }, cast.presidium.token)).toBe('NOT_FOUND');
});
