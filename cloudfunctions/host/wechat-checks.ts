/**
 * WeChat's content check: texts at once (msgSecCheck), photos later (mediaCheckAsync), both in version 2 and in the name
 * of a person who has visited within two hours. The later answers come to the function that WeChat pushes messages to.
 */
import { z } from 'zod';
import { DomainError } from '../../domain/errors';
import type { Host, ImageVerdict, TextVerdict } from './host';

/** 3 is 论坛: what people write and show for others to see. */
const SCENE = 3;
const PICTURE = 2;

/** One of WeChat's security calls: throws what WeChat refuses. */
export type Ask = (input: Record<string, unknown>) => Promise<unknown>;

interface Asking {
  ask: Ask;
  /** Of the caller. */
  openId: () => string | undefined;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : JSON.stringify(error));

/** What WeChat's labels stand for; 100 is nothing. */
const labels: Record<number, string> = {
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
  21000: '其他',
};

const MsgSecCheck = z.object({
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.number().optional() }),
  detail: z.array(z.object({ keyword: z.string().optional() })).optional(),
});

/** Keywords come several in one, between commas; without any, the label says what it is about. */
function hintsOf({ result, detail = [] }: z.output<typeof MsgSecCheck>, text: string): TextVerdict['hints'] {
  const words = new Set(detail.flatMap(({ keyword = '' }) => keyword.split(/[,，]/)).filter((word) => word !== ''));
  if (words.size === 0) return [{ word: `微信内容安全检查：${labels[result.label ?? 0] ?? '其他'}` }];
  return [...words].map((word) => {
    const index = text.indexOf(word);
    return index < 0 ? { word } : { word, at: [...text.slice(0, index)].length + 1 };
  });
}

/** When WeChat does not answer, nothing unchecked is shown: the caller tries again. */
export function checkTextBy({ ask, openId }: Asking): Host['checkText'] {
  return async (content) => {
    const answered = await ask({ openid: openId() ?? '', scene: SCENE, version: 2, content }).catch(
      (error: unknown) => {
        const message = '内容安全检查暂时没有应答，请稍后再试';
        throw new DomainError('UNAVAILABLE', { message, facts: { reason: reasonOf(error) } });
      },
    );
    const answer = MsgSecCheck.parse(answered);
    if (answer.result.suggest === 'pass') return { verdict: 'pass' };
    const hints = hintsOf(answer, content) ?? [];
    if (answer.result.suggest === 'review') return { verdict: 'review', hints };
    return { verdict: 'reject', reason: '文字未通过微信内容安全检查，请修改后再提交', hints };
  };
}

/** The SDK turns trace_id into traceId in some of its versions. */
const MediaCheck = z
  .object({ traceId: z.string().min(1).optional(), trace_id: z.string().min(1).optional() })
  .transform(({ traceId, trace_id }) => traceId ?? trace_id);

/** WeChat fetches the photo from `linkTo(key)` itself. What cannot be asked a person looks at: a photo is never lost for it. */
export function checkImageBy(
  { ask, openId }: Asking,
  linkTo: (key: string) => Promise<string>,
  log: Host['log'],
): Host['checkImage'] {
  return async (key): Promise<ImageVerdict> => {
    try {
      const url = await linkTo(key);
      if (url === '') throw new Error('no link to the photo');
      const input = { media_url: url, media_type: PICTURE, version: 2, scene: SCENE, openid: openId() ?? '' };
      const waits = MediaCheck.parse(await ask(input));
      if (waits === undefined) throw new Error('no trace id');
      return { waits };
    } catch (error) {
      log('error', { host: 'wechat', channel: 'mediaCheckAsync', key, reason: reasonOf(error) });
      return { verdict: 'review', reason: '微信没有接收这张照片的检查，需要人工查看' };
    }
  };
}
