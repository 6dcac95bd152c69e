/** The wire protocol: OP_MSG, and OP_QUERY for a driver's very first hello. */
import { deserialize, serialize } from 'bson';
import { decodeTyped, type Doc, maxMessageBytes } from './values';

export const opMsg = 2013;
export const opQuery = 2004;
const opReply = 1;
const headerBytes = 16;
const moreToCome = 2;

export interface Message {
  requestId: number;
  opCode: number;
  command: Doc;
  /** The client does not wait for an answer. */
  silent: boolean;
}

/** Cuts a stream of bytes into messages; throws when the other side does not speak the protocol. */
export function messageSplitter(onMessage: (message: Buffer) => void): (chunk: Buffer) => void {
  let waiting: Buffer[] = [];
  let have = 0;
  return (chunk) => {
    waiting.push(chunk);
    have += chunk.length;
    for (;;) {
      if (have < 4) return;
      if ((waiting[0]?.length ?? 0) < 4) waiting = [Buffer.concat(waiting)];
      const size = waiting[0]?.readInt32LE(0) ?? 0;
      if (size < headerBytes || size > maxMessageBytes + headerBytes) throw new Error(`Not a message: ${size} bytes`);
      if (have < size) return;
      const all = waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting);
      waiting = all.length > size ? [all.subarray(size)] : [];
      have -= size;
      onMessage(all.subarray(0, size));
    }
  };
}

export function parseMessage(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4);
  const opCode = bytes.readInt32LE(12);
  const body = bytes.subarray(headerBytes);
  if (opCode === opMsg) return { requestId, opCode, ...parseMsg(body) };
  if (opCode === opQuery) return { requestId, opCode, command: parseQuery(body), silent: false };
  throw new Error(`Unknown operation ${opCode}`);
}

function parseMsg(body: Buffer): Pick<Message, 'command' | 'silent'> {
  const flags = body.readUInt32LE(0);
  const end = flags & 1 ? body.length - 4 : body.length;
  let command: Doc = {};
  const sequences: Doc = {};
  for (let at = 4; at < end;) {
    const kind = body[at];
    const size = body.readInt32LE(at + 1);
    const section = body.subarray(at + 1, at + 1 + size);
    if (kind === 0) command = decodeTyped(section);
    else if (kind === 1) Object.assign(sequences, parseSequence(section));
    else throw new Error(`Unknown section kind ${String(kind)}`);
    at += 1 + size;
  }
  return { command: { ...command, ...sequences }, silent: (flags & moreToCome) !== 0 };
}

/** A document sequence stands for an array of the command. */
function parseSequence(section: Buffer): Doc {
  const nameEnd = section.indexOf(0, 4);
  const documents: Doc[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const size = section.readInt32LE(at);
    documents.push(decodeTyped(section.subarray(at, at + size)));
    at += size;
  }
  return { [section.toString('utf8', 4, nameEnd)]: documents };
}

function parseQuery(body: Buffer): Doc {
  const nameEnd = body.indexOf(0, 4);
  const database = body.toString('utf8', 4, nameEnd).split('.')[0] ?? 'admin';
  return { ...deserialize(body.subarray(nameEnd + 9)), $db: database };
}

export function encodeAnswer(answer: Doc, { requestId, opCode }: Message): Buffer {
  const body = encodeBody(answer);
  const head = Buffer.alloc(opCode === opMsg ? headerBytes + 5 : headerBytes + 20);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(requestId, 8);
  head.writeInt32LE(opCode === opMsg ? opMsg : opReply, 12);
  if (opCode === opQuery) {
    head.writeInt32LE(8, headerBytes); // AwaitCapable
    head.writeInt32LE(1, headerBytes + 16);
  }
  return Buffer.concat([head, body]);
}

/** Batches of stored documents are spliced in as bytes: they need not be decoded to be sent. */
function encodeBody(answer: Doc): Buffer {
  const { cursor, ...rest } = answer;
  if (typeof cursor !== 'object' || cursor === null) return Buffer.from(serialize(answer, { ignoreUndefined: true }));
  const entries = Object.entries(cursor);
  const [name = '', documents] = entries[0] ?? [];
  const list = encodeArray(Array.isArray(documents) ? documents.filter((item) => Buffer.isBuffer(item)) : []);
  const others = Buffer.from(serialize(Object.fromEntries(entries.slice(1))));
  const cursorBody = wrap([element(4, name, list), others.subarray(4, -1)]);
  return wrap([element(3, 'cursor', cursorBody), Buffer.from(serialize(rest)).subarray(4, -1)]);
}

function encodeArray(documents: readonly Buffer[]): Buffer {
  return wrap(documents.map((document, at) => element(3, String(at), document)));
}

function element(type: number, name: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), value]);
}

function wrap(parts: readonly Buffer[]): Buffer {
  const size = Buffer.alloc(4);
  const body = Buffer.concat([size, ...parts, Buffer.from([0])]);
  body.writeInt32LE(body.length, 0);
  return body;
}
