/** Answers as the gateway gives them: envelopes under the HTTP status of their code, and the headers of every answer. */
import type { ServerResponse } from 'node:http';
import { errors } from '../../contract/errors';
import type { Envelope } from '../../contract/envelope';

/** Pages run only what this server serves; Taro sets inline styles, and chosen photos are shown as blob: and data:. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

export const securityHeaders = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
} as const;

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': bytes.length,
  });
  response.end(bytes);
}

export function sendEnvelope(response: ServerResponse, envelope: Envelope): void {
  sendJson(response, envelope.ok ? 200 : errors[envelope.error.code].http, envelope);
}
