/**
 * What the platform gives to the functions. There are two: WeChat cloud (wechat.ts) and one machine (local/host).
 * A use case never asks which one it is on.
 */
import type { Readable } from 'node:stream';

/** Who the platform says is calling; null when nobody has signed in. */
export type Identity = { kind: 'account'; accountId: string } | { kind: 'openId'; openId: string };

export interface StoredFile {
  bytes: Buffer;
  /** As the platform recorded it; what the file really is, is decided by its bytes. */
  contentType: string;
}

export interface Files {
  /** Keeps bytes under a key that the caller has made unguessable; overwriting is allowed. */
  put(key: string, bytes: Buffer | Readable, contentType: string): Promise<void>;
  /** By key, or by the id of an upload that the platform has taken; throws NOT_FOUND. */
  get(keyOrUpload: string): Promise<StoredFile>;
  remove(keyOrUpload: string): Promise<void>;
  /** Links under which clients may fetch the files, in the order asked. Private ones end after an hour. */
  links(keys: readonly string[], visibility: 'public' | 'private'): Promise<string[]>;
}

/** pass: show it; review: show it and let a person look; reject: refuse it with this reason. */
export interface TextVerdict {
  verdict: 'pass' | 'review' | 'reject';
  reason?: string;
}

export interface Host {
  /** Whether demo personas may sign in. */
  readonly demo: boolean;
  /** Answers are checked against the contract before they leave: on in tests and on one machine. */
  readonly checkAnswers: boolean;
  /** 32 bytes that seal contact fields at rest. */
  readonly contactKey: Buffer;
  readonly files: Files;
  /** Reads the caller from the platform, never from the request's data. */
  identify(credentials: string | undefined): Promise<Identity | null>;
  /** A token that `identify` takes back; platforms that know their callers throw UNAVAILABLE. */
  issueToken(accountId: string): string;
  checkText(text: string): Promise<TextVerdict>;
  log(level: 'info' | 'error', line: Record<string, unknown>): void;
}
