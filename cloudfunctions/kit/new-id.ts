import { randomBytes } from 'node:crypto';

/** 72 random bits in twelve characters: short enough for the `scene` of a mini-program code (32 characters). */
export const newId = (): string => randomBytes(9).toString('base64url');
