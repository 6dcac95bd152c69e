/** POST /fn/<name>: the JSON { action, data } of a call, with the caller's token in the Authorization header. */
import type { IncomingMessage } from 'node:http';
import type { Envelope } from '../../contract/envelope';
import type { Serve } from '../../cloudfunctions/kit/serve';
import { DomainError } from '../../domain/errors';

const MAX_BODY_BYTES = 1024 * 1024;

export function bearerToken(request: IncomingMessage): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Not `for await`: leaving that loop destroys the request, and with it the connection that carries the refusal.
  await new Promise<void>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else reject(new DomainError('TOO_LARGE', { message: '提交的内容太大，请精简后再试' }));
    });
    request.on('end', resolve);
    request.on('error', reject);
  });
  return Buffer.concat(chunks).toString('utf8');
}

function parseCall(body: string): { action?: unknown; data?: unknown } {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch {
    // falls through: the same refusal for no JSON as for JSON that is no call
  }
  throw new DomainError('INVALID_INPUT', { details: { body: '请求应为 JSON：{ action, data }' } });
}

export async function callFunction(request: IncomingMessage, run: Serve): Promise<Envelope> {
  const { action, data } = parseCall(await readBody(request));
  return run({ action, data, credentials: bearerToken(request) });
}
