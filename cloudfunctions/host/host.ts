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
  /** Throws NOT_FOUND. */
  get(key: string): Promise<StoredFile>;
  has(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Links under which clients may fetch the files, in the order asked. Private ones end after an hour. */
  links(keys: readonly string[], visibility: 'public' | 'private'): Promise<string[]>;
  /**
   * What this account has brought and nothing else: no stored file, nobody else's upload. `fileId` is what the platform
   * gave the client for it; throws NOT_FOUND, or TOO_LARGE without reading further than `maxBytes`.
   */
  getUpload(fileId: string, accountId: string, maxBytes: number): Promise<Buffer>;
  removeUpload(fileId: string, accountId: string): Promise<void>;
}

/** pass: show it; review: show it and let a person look; reject: refuse it with this reason. */
export interface TextVerdict {
  verdict: 'pass' | 'review' | 'reject';
  reason?: string;
  /** What in the text made the check stop; `at` in characters from 1, where it can be said. */
  hints?: { word: string; at?: number }[];
}

/** The same for a photo, or the name under which the answer comes later (`waits`). */
export type ImageVerdict = { verdict: TextVerdict['verdict']; reason?: string } | { waits: string };

/** The page that a code opens, and up to 32 of the characters A–Z a–z 0–9 - _ that it is given. */
export interface CodeTarget {
  /** 'pages/post-detail/index' */
  page: string;
  scene: string;
}

/** What the platform's own channel tells a person, beside the inbox. */
export interface PushedNotice {
  text: string;
  at: Date;
  /** The page that a press opens, as 'pages/…'. */
  page: string;
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
  /** Asks about one stored photo, by the key of its largest rendition, in the name of the person who brought it. */
  checkImage(key: string): Promise<ImageVerdict>;
  /** PNG: the mini-program's own code on WeChat, a QR on one machine. */
  miniCode(target: CodeTarget): Promise<Buffer>;
  /** The id of the WeChat group whose card was opened, from what the platform gave the client; null when it is no such thing. */
  groupOf(ticket: string): Promise<string | null>;
  /** What a client asks leave for before the platform may write to the person; none where there is no such channel. */
  readonly noticeTemplate?: string;
  /** Whether the platform's channel took it; false when the person did not agree or it failed. Never throws. */
  notify(openId: string, notice: PushedNotice): Promise<boolean>;
  log(level: 'info' | 'error', line: Record<string, unknown>): void;
}
