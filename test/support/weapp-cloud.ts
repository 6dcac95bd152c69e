/** `wx.cloud` as WeChat's own answers it: the real functions on the real database, called by whoever holds the phone. */
import type { Host } from '../../cloudfunctions/host/host';
import { serve, type Area, type Serve } from '../../cloudfunctions/kit/serve';
import { DomainError } from '../../domain/errors';
import type { Functions } from './functions';
import type { PhoneFiles } from './phone-files';
import type { ApiHandlers } from './weapp/wx-async';

const FILE_IDS = 'cloud://town.746f-town-1300000000/';
const LINKS = 'https://746f-town-1300000000.tcb.qcloud.la';
/** WeChat refuses larger calls. */
const MOST_CALL_BYTES = 100 * 1024;

/** The machine's host, with what differs in WeChat cloud: callers by openId, file ids with a prefix, links of a CDN. */
function hostFor(openId: string, { host }: Functions): Host {
  const keyOf = (fileId: string): string => fileId.replace(FILE_IDS, '');
  const { files } = host;
  return {
    ...host,
    demo: false,
    identify: () => Promise.resolve({ kind: 'openId', openId }),
    issueToken() {
      throw new DomainError('UNAVAILABLE');
    },
    files: {
      ...files,
      links: async (keys, visibility) => (await files.links(keys, visibility)).map((link) => `${LINKS}${link}`),
      getUpload: (fileId, accountId, maxBytes) => files.getUpload(keyOf(fileId), accountId, maxBytes),
      removeUpload: (fileId, accountId) => files.removeUpload(keyOf(fileId), accountId),
    },
  };
}

/** Handlers for the cloud calls of the mini-program on the phone of this WeChat user. */
export function weappCloud(
  functions: Functions,
  areas: readonly Area[],
  { openId, files }: { openId: string; files: PhoneFiles },
): ApiHandlers {
  const host = hostFor(openId, functions);
  const now = (): Date => functions.clock.now;
  const served = new Map<string, Serve>(areas.map((area) => [area.name, serve(area, { host, now })]));
  return {
    'cloud.callFunction': async ({ name, data }) => {
      const run = served.get(name);
      if (!run) throw new Error(`FunctionName parameter could not be found: ${name}`);
      const sent = JSON.stringify(data);
      if (Buffer.byteLength(sent) > MOST_CALL_BYTES) throw new Error('data exceed max size');
      const result = await run(JSON.parse(sent) as { action?: unknown; data?: unknown });
      return { result: JSON.parse(JSON.stringify(result)) as unknown };
    },
    'cloud.uploadFile': async ({ cloudPath, filePath }) => {
      await host.files.put(cloudPath, files.read(filePath), 'application/octet-stream');
      return { fileID: `${FILE_IDS}${cloudPath}`, statusCode: 200 };
    },
  };
}
