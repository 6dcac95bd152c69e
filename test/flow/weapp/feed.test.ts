/** 晒单 in the mini-program, once it is posted: compared, answered, judged, told of in the day's brief and in an article. */
import { newId } from '../../../cloudfunctions/kit/new-id';
import { modelId, monthInHand } from '../../../domain/model';
import { areas } from '../../support/areas';
import { startFunctions, type Functions } from '../../support/functions';
import { aCast, aPhoto, aTown, signInAs, type Cast } from '../../support/town';
import { bind, openAs, type WechatUser } from './wechat-user';

const TOLD = '老人家的窗户漏风，换了新窗，屋里暖和了';

let functions: Functions;
let cast: Cast;
let user: WechatUser;
const month = monthInHand(new Date());
const id = modelId(month, 'g1');

beforeAll(async () => {
  functions = await startFunctions(areas, { now: new Date() });
  await aTown(functions);
  cast = await aCast(functions);
  const [before, after, third] = [await aPhoto(cast.member), await aPhoto(cast.member), await aPhoto(cast.member)];
  const photos = [before, after, third];
  const post = { text: TOLD, photos, pairs: [{ before, after }], people: 'none' as const, clientToken: newId() };
  await functions.call('post.publish', post, cast.member.token);
});

afterAll(() => functions.close());
afterEach(() => user.leave());

it('before and after are compared by a slider, and a word is said below', async () => {
  user = await openAs(functions, 'o-neighbour', { path: 'pages/feed/index' });
  const { app } = user;
  expect(app.texts('.post-card__badge')).toEqual(['前后对比', '共 3 张']);
  await app.tap('.post-card__cover');
  expect(app.route).toBe('pages/post-detail/index');
  const covered = () => app.find('.before-after__over')?.getAttribute('style');
  expect(covered()).toContain('50%');
  await app.trigger('.before-after__slider', 'changing', { value: 80 });
  expect(covered()).toContain('20%');
  expect(app.findAll('.photo-grid__only')).toHaveLength(1);

  await app.tap('#write-comment');
  await app.type('#comment', '谢谢代表，我的电话是13959171093');
  await app.tap('#comment-send');
  expect(app.texts('.marked-text__mark')).toEqual(['13959171093']);
  await app.type('#comment', '谢谢代表，屋里真的暖和了');
  await app.tap('#comment-send');
  expect(app.texts('.comments__text')).toEqual(['谢谢代表，屋里真的暖和了']);
  await app.tap('.post-card__menu');
  await app.tapText('举报');
  await app.tapText('内容不属实');
  await app.tap('#reason-submit');
  expect(app.find('#reason-submit')).toBeNull();
});

it('the liaison judges, copies the brief, names a 典型代表, and everybody reads the article', async () => {
  const { code } = await functions.call('account.invite', { representativeId: 'g1-liaison' }, cast.admin.token);
  user = await openAs(functions, 'o-liaison', { api: { setClipboardData: () => ({}) } });
  const { app } = user;
  await bind(app, code);
  await app.tap('#door-judging');
  expect(app.text('.judging__why')).toContain('“内容不属实”');
  await app.tapText('没有问题');
  expect(app.text()).toContain('没有被举报的晒单和评论');
  await app.tapText('新发布 1');
  expect(app.text('.marked-text')).toBe('谢谢代表，屋里真的暖和了');
  await app.back();

  await app.tap('#door-brief');
  expect(app.text('#brief-text')).toContain(TOLD);
  await app.tap('#copy-brief');
  expect(app.calls('setClipboardData').at(-1)?.options).toMatchObject({ data: app.text('#brief-text') });
  await app.back();

  await app.tap('#door-models');
  await app.tap('#group-g1');
  await app.tap('#nominate-g1-member');
  await app.tap('.sheet .button--primary');
  const figure = app.findAll('.editor__figure').find(({ textContent }) => textContent.includes('晒单条数'));
  await app.tap(figure ?? '.editor__figure');
  await app.tap('#save');
  expect(app.text('.notice')).toContain('已保存');
  await app.tap('#act-submit');
  await app.tap('.sheet .button--primary');
  expect(app.text('.notice')).toContain('已送签');

  const leader = await signInAs(functions, 'liaison', 'g1-leader');
  await functions.call('honour.sign', { id }, leader.token);
  await functions.call('honour.publish', { id }, cast.presidium.token);
  await app.go('navigateTo', 'workbench/honour/articles/index');
  await app.tap('.article-card');
  expect(app.route).toBe('workbench/honour/article/index');
  expect(app.text('.article__title')).toBe('周建平：用心办好“微心愿”');
  await app.tap('.figure-rows__row');
  expect(app.text('.sheet')).toContain('晒单条数');
});
