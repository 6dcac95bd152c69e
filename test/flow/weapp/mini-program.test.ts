/** The main job in the WeChat build: the mini-program really runs, and its cloud calls reach the real functions. */
import sharp from 'sharp';
import { imageKey } from '../../../cloudfunctions/store/media';
import { areas } from '../../support/areas';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aTown, aWishThatIs, type Cast } from '../../support/town';
import type { MiniProgram } from '../../support/weapp/mini-program';
import { bind, openAs, type WechatUser } from './wechat-user';

const CONTENT = '桥头的路灯坏了两个月，晚上出门看不清路';
const TOLD = '桥头的新路灯亮了，乡亲们晚上出门放心了';

let functions: Functions;
let cast: Cast;
let user: WechatUser;
let app: MiniProgram;
let code: string;
let wishId: string;
let postId: string;

beforeAll(async () => {
  functions = await startFunctions(areas, { now: new Date() });
  await aTown(functions);
  cast = await aCast(functions);
});

beforeEach(() => {
  functions.clock.now = new Date();
});

afterAll(() => functions.close());

async function open(openId: string, path?: string, query?: Record<string, string>): Promise<void> {
  user = await openAs(functions, openId, { ...(path ? { path } : {}), ...(query ? { query } : {}) });
  ({ app } = user);
}

const openWish = (openId: string, id = wishId): Promise<void> => open(openId, 'pages/wish-detail/index', { id });

/** Binds this phone to a person on the roster. */
async function bindTo(representativeId: string): Promise<void> {
  const invited = await functions.call('account.invite', { representativeId }, cast.admin.token);
  await bind(app, invited.code.toLowerCase());
  expect(app.find('#bind')).toBeNull();
}

const toasts = (): unknown[] => app.calls('showToast').map(({ options }) => (options as { title: string }).title);

interface Metadata {
  width: number;
  exif: Buffer | undefined;
}

async function metadataOf(bytes: Buffer): Promise<Metadata> {
  const { width, exif } = await sharp(bytes).metadata();
  return { width, exif };
}

/** The photo as the phone sent it: smaller, and still with the place where it was taken. */
async function sentFromPhone(): Promise<Metadata> {
  const { filePath } = app.calls('cloud.uploadFile').at(-1)?.options as { filePath: string };
  return metadataOf(user.files.read(filePath));
}

/** The photo as the server keeps it. */
async function kept(mediaId: string): Promise<Metadata> {
  const { bytes } = await functions.host.files.get(imageKey(mediaId, 1600));
  return metadataOf(bytes);
}

const mediaIdIn = (url: unknown): string => /images\/(.+)-\d+\.jpg/.exec(String(url))?.[1] ?? '';

const cardOfPost = (): object => ({
  title: `周建平代表晒单：${TOLD}`,
  path: `/pages/post-detail/index?id=${postId}`,
  // Never the page itself; what is drawn for the group comes by a promise (sharing.test.ts).
  imageUrl: '/assets/share/card.jpg',
  promise: expect.anything(),
});

it('a resident submits a wish with a photo and gets its number', async () => {
  await open('o-resident');
  expect(app.calls('cloud.init')).toHaveLength(1);
  expect(app.route).toBe('pages/wishes/index');
  expect(app.text('.wall-summary__town')).toBe('长江镇微心愿');
  expect(app.text('.wall-summary__total')).toContain('已登记 0 个心愿');

  await app.tap('#go-submit');
  await app.tap('#submit');
  expect(app.texts('.field__error')).toEqual([
    '请写下您的心愿',
    '请选择心愿类别',
    '请选择所在村（社区）',
    '请填写姓名',
    '请填写联系电话',
  ]);
  await app.type('#content', CONTENT);
  await app.tapText('基础设施');
  await app.tap('#village');
  await app.tapText('刘胜村');
  await app.type('#wisher-name', '王秀兰');
  await app.type('#wisher-phone', '１３９ ５９１７ １０９３');
  await app.tap('.photo-picker__add--album');
  expect(await sentFromPhone()).toEqual({ width: 1600, exif: expect.any(Buffer) });
  await app.tap('#consent-photo');
  expect(app.texts('.field__error')).toEqual([]);
  await app.tap('#submit');

  code = app.text('#wish-code');
  expect(code).toMatch(/^CJ-\d{4}-\d{4}$/);
  await app.tapText('看我的心愿');
  expect(app.stack).toEqual(['pages/wishes/index', 'pages/wish-detail/index']);
  expect(app.text('.wish-facts__top')).toContain('待审核');
  expect(app.text()).toContain('王秀兰');
  wishId = app.query.id ?? '';
  await user.leave();
});

it('the server keeps the photo without the place where it was taken', async () => {
  const { wish } = await functions.call('wish.get', { id: wishId }, cast.liaison.token);
  expect(wish.photos).toHaveLength(1);
  expect(await kept(wish.photos[0]?.id ?? '')).toEqual({ width: 1600, exif: undefined });
});

it('a liaison becomes known by an invite code, and publishes the wish', async () => {
  await open('o-liaison');
  await bindTo('g1-liaison');
  expect(app.text('#my-name')).toBe('陈志明');
  expect(app.text()).toContain('组长、联络员');
  expect(app.text('#door-reviews')).toBe('审核待办（1）');
  expect(app.text('#door-queue')).toBe('我的待办（1 件）');

  await app.tap('#door-reviews');
  expect(app.route).toBe('workbench/group/reviews/index');
  await app.tapText(CONTENT);
  expect(app.route).toBe('workbench/group/review/index');
  await app.tap('#decide');
  expect(app.texts('.field__error')).toEqual(['请选择审核结论']);
  await app.tapText('公开');
  await app.tapText('中');
  await app.tap('#decide');
  expect(app.text()).toContain('都审完了');
  expect(toasts()).toContain('已公开');

  await app.tapText('返回');
  expect(app.text()).toContain('没有等待审核的心愿');
  await app.tapTab(0);
  expect(app.texts('.wall-summary__count .wall-summary__figure')).toEqual(['1', '0', '0', '0']);
  await user.leave();
});

it('a representative who comes second hears who was first', async () => {
  const contested = await aWishThatIs('open', functions, cast, { content: '孩子暑假没人照看' });
  await open('o-representative');
  await bindTo('g1-member');
  await app.tapTab(0);
  await app.tapText('孩子暑假没人照看');
  expect(app.text('#act-claim')).toBe('认领这个心愿');
  await functions.call('wish.claim', { id: contested }, cast.otherMember.token);
  await app.tap('#act-claim');
  expect(app.text('.notice')).toContain('施永康');
  expect(app.find('#act-claim')).toBeNull();
  expect(app.text('.wish-facts__top')).toContain('办理中');
  await user.leave();
});

it('the representative claims, looks the phone number up, records the first contact, and reports progress', async () => {
  await open('o-representative');
  await app.tapText(CONTENT);
  await app.tap('#act-claim');
  expect(app.text('.notice')).toContain('认领成功');
  expect(app.text('.wish-facts__top')).toContain('办理中');
  expect(app.text()).not.toContain('13959171093');

  await app.tap('#reveal');
  await app.tapText('联系办理');
  await app.tap('#sheet-submit');
  expect(app.text('#contact')).toContain('王秀兰 · 13959171093');

  await app.tap('#act-contact');
  await app.tap('#sheet-submit');
  expect(app.texts('.field__error')).toEqual(['请选择“怎样联系的”', '请填写“联系情况”']);
  await app.tapText('电话');
  await app.type('#note', '电话里问清了，灯在桥头第二根杆上');
  await app.tap('#sheet-submit');
  expect(app.text('.notice')).toContain('首次联系已登记');
  expect(app.text('.timeline')).toContain('灯在桥头第二根杆上');

  await app.tap('#act-progress');
  await app.type('#note', '已联系电工，周五来修');
  await app.tap('#sheet-submit');
  expect(app.text('.timeline')).toContain('已联系电工，周五来修');
  await user.leave();
});

it('the representative fulfils it with an outcome', async () => {
  await openWish('o-representative');
  await app.tap('#act-fulfil');
  await app.tap('#sheet-submit');
  expect(app.texts('.field__error')).not.toEqual([]);
  await app.type('#note', '换了新路灯，当晚就亮了');
  await app.tapText('设施改善');
  await app.type('#outcome-facility-items', '2');
  await app.tap('#sheet-submit');
  expect(app.text('.wish-facts__top')).toContain('待确认');
  expect(app.text('.wish-result__outcomes')).toBe('设施改善 2 件');
  await user.leave();
});

it('the representative shows the deed with a photo', async () => {
  await openWish('o-representative');
  await app.tap('#act-post');
  expect(app.route).toBe('workbench/representative/publish/index');
  expect(app.text('#wishId')).toContain(code);
  // The camera came first.
  expect(app.text('#photos-field')).toContain('1/9');
  await app.type('#text', TOLD);
  await app.tap('#send');
  expect(app.text('#published')).toContain('晒单已发布');
  await app.tapText('转发到微信群');

  await app.tapText('看看晒单');
  postId = app.query.id ?? '';
  expect(app.shares).toEqual([cardOfPost()]);
  expect(app.text('.post-card__text')).toBe(TOLD);
  const shown = app.find('.photo-grid__only .wx-native')?.getAttribute('src');
  expect(shown).toMatch(/^https:/);
  expect(await kept(mediaIdIn(shown))).toEqual({ width: 1600, exif: undefined });
  await user.leave();
});

it('the post stands in the feed, can be sent on from there, and a resident says thanks', async () => {
  await open('o-resident');
  await app.tapTab(1);
  expect(app.text('.post-card__text')).toBe(TOLD);
  await app.tap('.post-card__thanks');
  expect(app.text('.post-card__thanks')).toBe('✓ 已感谢 1');

  await app.tap(`#share-${postId}`);
  expect(app.shares).toEqual([cardOfPost()]);
  expect(app.share()).toMatchObject({ title: '看看人大代表为群众办成的实事', path: '/pages/feed/index' });
  await user.leave();
});

it('who opens the card sees the post, and goes on from it to the wish', async () => {
  await open('o-neighbour', 'pages/post-detail/index', { id: postId });
  expect(app.text('.post-card__text')).toBe(TOLD);
  expect(app.text('.post-card__thanks')).toBe('感谢 1');
  expect(app.share()).toEqual(cardOfPost());
  await app.tap('.post-card__wish');
  expect(app.text('#wish-content')).toBe(CONTENT);
  expect(app.text()).not.toContain('王秀兰');
  await user.leave();
});

it('a wish is sent on from its menu and from its button', async () => {
  await openWish('o-neighbour');
  const card = {
    title: `【待确认】刘胜村：${CONTENT}`,
    path: `/pages/wish-detail/index?id=${wishId}`,
    imageUrl: expect.stringMatching(/^https:.*-720\.jpg/),
  };
  expect(app.share()).toEqual(card);
  await app.tapText('转发给别人看');
  expect(app.shares.at(-1)).toEqual(card);
  await user.leave();
});

it('the resident says 已解决 and 满意, and sees who looked at the phone number', async () => {
  await open('o-resident');
  await app.tapTab(3);
  await app.tapText(CONTENT);
  expect(app.text()).toContain('联系办理');
  await app.tap('#act-rate');
  await app.tapText('已解决');
  await app.tapText('满意');
  await app.tap('#sheet-submit');
  expect(app.text('.wish-facts__top')).toContain('已办结');
  expect(app.text('.wish-result__rating')).toBe('心愿人评价：满意，已解决');
  await user.leave();
});

it('points have arrived, and the board has moved', async () => {
  await open('o-representative');
  await app.tapTab(2);
  expect(app.texts('.board-rows__name')).toEqual(['周建平（我）']);
  expect(app.text('.board-rows__points')).toBe('4 分');
  expect(app.text('#my-place')).toMatch(/^第\s*1\s*名.*4 分/);
  await app.tapText('按小组');
  expect(app.text('.board-rows__name')).toContain('江东代表小组');

  await app.tapTab(3);
  await app.tapText('我的积分');
  expect(app.text('.entry-list__rule')).toBe('办结心愿');
  expect(app.text('.entry-list__delta')).toBe('+4 分');
  await user.leave();
});

it('the representative takes the post back, and the card that was sent on says so', async () => {
  await open('o-representative', 'pages/post-detail/index', { id: postId });
  await app.tap('.post-card__menu');
  await app.tap('#post-remove');
  await app.tapText('撤回');
  expect(app.text()).toContain('这条晒单您已经撤回了');
  await user.leave();
  await open('o-neighbour', 'pages/post-detail/index', { id: postId });
  expect(app.text()).not.toContain(TOLD);
  expect(app.text()).toContain('撤回');
  await user.leave();
});

it('an invite code works once', async () => {
  const { code: invitation } = await functions.call(
    'account.invite',
    { representativeId: 'g1-member2' },
    cast.admin.token,
  );
  await functions.call('account.redeemInvite', { code: invitation }, cast.resident.token);
  await open('o-neighbour');
  await bind(app, invitation);
  expect(app.text('.notice')).toContain('已使用');
  await user.leave();
});
