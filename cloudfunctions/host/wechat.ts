/**
 * The host in WeChat cloud. Nothing here fails while it loads: a value missing from the configuration stops the call
 * that needs it, and the log names it.
 */
import type { Readable } from 'node:stream';
import * as cloud from 'wx-server-sdk';
import { DomainError } from '../../domain/errors';
import type { Files, Host, Identity, StoredFile } from './host';
import { isUploadOf, uploadTooLarge } from './uploads';
import { checkImageBy, checkTextBy, type Ask } from './wechat-checks';
import { noticeTemplate, notifyBy, type SendMessage } from './wechat-notices';
import { groupBy, miniCodeBy, type MakeCode } from './wechat-sharing';

/** getTempFileURL and deleteFile take at most 50 files a call. */
const FILES_A_CALL = 50;
const PRIVATE_LINK_SECONDS = 3600;
const PUBLIC_LINK_SECONDS = 24 * 3600;

function configured(name: 'WISH_CONTACT_KEY' | 'WISH_CLOUD_PREFIX'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

function contactKey(): Buffer {
  const key = Buffer.from(configured('WISH_CONTACT_KEY'), 'base64');
  if (key.length !== 32) throw new Error('WISH_CONTACT_KEY is not 32 bytes in base64');
  return key;
}

const notFound = (): DomainError => new DomainError('NOT_FOUND', { message: '没有找到这个文件' });

/** WISH_CLOUD_PREFIX is what stands before the path in this environment's file ids: cloud://<env>.<bucket>/ */
const prefix = (): string => configured('WISH_CLOUD_PREFIX').replace(/\/*$/, '/');
const fileIdOf = (key: string): string => `${prefix()}${key}`;

async function linksTo(fileIds: readonly string[], maxAge: number): Promise<string[]> {
  const links: string[] = [];
  for (let from = 0; from < fileIds.length; from += FILES_A_CALL) {
    const fileList = fileIds.slice(from, from + FILES_A_CALL).map((fileID) => ({ fileID, maxAge }));
    const answer = await cloud.getTempFileURL({ fileList });
    const found = new Map(answer?.fileList.map((file) => [file.fileID, file.tempFileURL]));
    links.push(...fileList.map(({ fileID }) => found.get(fileID) ?? ''));
  }
  return links;
}

/** Stops at `maxBytes`: clients upload to cloud storage directly, and nobody has looked at the size yet. */
async function download(fileId: string, maxBytes: number): Promise<StoredFile> {
  const [link] = await linksTo([fileId], PRIVATE_LINK_SECONDS);
  if (!link) throw notFound();
  const response = await fetch(link);
  if (!response.ok || !response.body) throw notFound();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > maxBytes) {
      await reader.cancel();
      throw uploadTooLarge();
    }
    chunks.push(part.value);
  }
  return {
    bytes: Buffer.concat(chunks),
    contentType: response.headers.get('content-type') ?? 'application/octet-stream',
  };
}

function checkOwn(fileId: string, accountId: string): void {
  if (!fileId.startsWith(prefix()) || !isUploadOf(accountId, fileId.slice(prefix().length))) throw notFound();
}

const files: Files = {
  async put(key: string, bytes: Buffer | Readable) {
    // The SDK types a stream as one read from a file, and sends any.
    await cloud.uploadFile({ cloudPath: key, fileContent: bytes as Buffer });
  },
  get: (key) => download(fileIdOf(key), Number.POSITIVE_INFINITY),
  has: async (key) => (await linksTo([fileIdOf(key)], PRIVATE_LINK_SECONDS))[0] !== '',
  async remove(key) {
    await cloud.deleteFile({ fileList: [fileIdOf(key)] });
  },
  links: (keys, visibility) =>
    linksTo(keys.map(fileIdOf), visibility === 'public' ? PUBLIC_LINK_SECONDS : PRIVATE_LINK_SECONDS),
  async getUpload(fileId, accountId, maxBytes) {
    checkOwn(fileId, accountId);
    return (await download(fileId, maxBytes)).bytes;
  },
  async removeUpload(fileId, accountId) {
    checkOwn(fileId, accountId);
    await cloud.deleteFile({ fileList: [fileId] });
  },
};

const openId = (): string | undefined => cloud.getWXContext().OPENID;

/**
 * Whether somebody's client calls. A message that WeChat pushes may name a person too: it is told by where it comes from,
 * and where the platform does not say that, by naming nobody.
 */
export function isFromClient(): boolean {
  const { SOURCE, OPENID } = cloud.getWXContext();
  return SOURCE ? /wx_(?:client|devtools|localdebug|http)/.test(SOURCE) : Boolean(OPENID);
}

const sendMessage: SendMessage = (message) => (cloud.openapi.subscribeMessage as { send: SendMessage }).send(message);

// Looked up at each call: the SDK's namespaces are there after `init`.
const askSecurity =
  (name: 'msgSecCheck' | 'mediaCheckAsync'): Ask =>
  (input) =>
    (cloud.openapi.security as Record<typeof name, Ask>)[name](input);
const makeCode: MakeCode = (input) => (cloud.openapi.wxacode as { getUnlimited: MakeCode }).getUnlimited(input);
const linkToPhoto = async (key: string): Promise<string> =>
  (await linksTo([fileIdOf(key)], PRIVATE_LINK_SECONDS))[0] ?? '';

export function wechatHost(): Host {
  cloud.init({ env: process.env.WISH_CLOUD_ENV ?? (cloud.DYNAMIC_CURRENT_ENV as unknown as string) });
  const log: Host['log'] = (level, line) => console[level](JSON.stringify(line));
  const template = noticeTemplate();
  return {
    ...(template ? { noticeTemplate: template.id } : {}),
    notify: notifyBy(sendMessage, log),
    demo: false,
    checkAnswers: false,
    get contactKey() {
      return contactKey();
    },
    files,
    identify() {
      const caller = openId();
      const identity: Identity | null = caller ? { kind: 'openId', openId: caller } : null;
      return Promise.resolve(identity);
    },
    issueToken() {
      throw new DomainError('UNAVAILABLE', { message: '小程序里不需要登录口令' });
    },
    checkText: checkTextBy({ ask: askSecurity('msgSecCheck'), openId }),
    checkImage: checkImageBy({ ask: askSecurity('mediaCheckAsync'), openId }, linkToPhoto, log),
    miniCode: miniCodeBy(makeCode),
    groupOf: groupBy((input) => Promise.resolve(cloud.getOpenData(input)), log),
    log,
  };
}
