/** What a deployed cloud function exports as `main`. It loads and answers outside the cloud too: nobody is signed in there. */
import type { Envelope } from '../../contract/envelope';
import { newId } from '../kit/new-id';
import { failure, serve, type Area } from '../kit/serve';
import type { Host } from './host';
import { isFromClient, wechatHost } from './wechat';

type Main = (event: unknown) => Promise<Envelope>;

const fieldOf = (event: unknown, name: string): unknown =>
  typeof event === 'object' && event !== null ? Reflect.get(event, name) : undefined;

export function serveWechat(area: Area): Main {
  const run = serve(area, { host: wechatHost() });
  return (event) => run({ action: fieldOf(event, 'action'), data: fieldOf(event, 'data') });
}

/** As serveWechat, and `work` when the platform's timer calls, which no user can pretend: a user has an OPENID. */
export function serveWechatTimer(area: Area, work: (now: Date, host: Host) => Promise<unknown>): Main {
  const host = wechatHost();
  const answer = serveWechat(area);
  return async (event) => {
    if (fieldOf(event, 'Type') !== 'Timer' || (await host.identify(undefined))) return answer(event);
    try {
      return { ok: true, data: await work(new Date(), host) };
    } catch (error) {
      return failure(error, newId(), host, { area: area.name, action: 'timer' });
    }
  };
}

/** As serveWechat, and `take` for the events that WeChat pushes to the function, which no client can pretend. */
export function serveWechatEvents(
  area: Area,
  take: (event: unknown, context: { now: Date; newId: () => string; host: Host }) => Promise<unknown>,
): Main {
  const host = wechatHost();
  const answer = serveWechat(area);
  return async (event) => {
    if (fieldOf(event, 'MsgType') !== 'event' || isFromClient()) return answer(event);
    try {
      return { ok: true, data: await take(event, { now: new Date(), newId, host }) };
    } catch (error) {
      return failure(error, newId(), host, { area: area.name, action: 'event' });
    }
  };
}
