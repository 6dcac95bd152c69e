/** What WeChat gives for the way into a group and back: the mini-program's own code, and the id of a group. */
import { z } from 'zod';
import { DomainError } from '../../domain/errors';
import type { Host } from './host';

/** Pixels; WeChat makes 280 to 1280. */
const CODE_WIDTH = 430;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : JSON.stringify(error));

const Code = z.object({ buffer: z.instanceof(Buffer) });

/** wxacode.getUnlimited of WeChat's SDK: throws what WeChat refuses. */
export type MakeCode = (input: Record<string, unknown>) => Promise<unknown>;

/** Without a background, because WeChat makes a PNG of that one only; cards and posters lay white under it. */
export function miniCodeBy(make: MakeCode): Host['miniCode'] {
  return async ({ page, scene }) => {
    // A page is not there to be checked before the version that has it is released.
    const input = { scene, page, checkPath: false, width: CODE_WIDTH, isHyaline: true };
    try {
      return Code.parse(await make(input)).buffer;
    } catch (error) {
      const message = '小程序码暂时没有做出来，请稍后再试';
      throw new DomainError('UNAVAILABLE', { message, facts: { page, reason: reasonOf(error) } });
    }
  };
}

/** What a cloudID of getGroupEnterInfo stands for. `group_openid` beside it is the member's and not the group's. */
const Opened = z.object({
  list: z.tuple([z.object({ data: z.object({ opengid: z.string().min(1) }) })], z.unknown()),
});

/** cloud.getOpenData: throws for what is no cloudID, or not this caller's. */
export type OpenData = (input: { list: string[] }) => Promise<unknown>;

export function groupBy(open: OpenData, log: Host['log']): Host['groupOf'] {
  return async (ticket) => {
    try {
      return Opened.parse(await open({ list: [ticket] })).list[0].data.opengid;
    } catch (error) {
      log('info', { host: 'wechat', channel: 'getOpenData', reason: reasonOf(error) });
      return null;
    }
  };
}
