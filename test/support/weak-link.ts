/**
 * One bar of signal: a TCP proxy between a phone and the gateway that lets through only so many bits a second each way,
 * all connections together, later than they were sent, and that can be cut, stalled and mended while they are open.
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface Limits {
  /** Each way; left out: as fast as the machine. */
  bitsPerSecond?: number;
  /** There and back together. */
  roundTripMs?: number;
}

export interface WeakLink {
  origin: string;
  /** Bytes let through so far. */
  sent: { up: number; down: number };
  /** No signal: what is open breaks, and nothing new gets through. */
  stop: () => void;
  /** Open connections stay, and nothing moves on them or on new ones. */
  stall: () => void;
  /** The signal is back. */
  mend: () => void;
  /** Stops by itself once so many more bytes have gone that way. */
  cutAfter: (bytes: number, way?: Way) => void;
  /** Settles when it has stopped by itself. */
  cut: () => Promise<void>;
  slowDown: (limits: Limits) => void;
  close: () => Promise<void>;
}

type Way = 'up' | 'down';

/** Small, so that what has been taken from the phone is close to what has been let through. */
const PIECE_BYTES = 4096;

class Link {
  readonly sent = { up: 0, down: 0 };
  readonly pairs = new Set<readonly [Socket, Socket]>();
  state: 'open' | 'stopped' | 'stalled' = 'open';
  private limits: Limits = {};
  private readonly freeAt = { up: 0, down: 0 };
  private readonly left: Record<Way, number> = { up: Infinity, down: Infinity };
  private waiting: (() => void)[] = [];
  private whenCut: (() => void)[] = [];

  slowDown(limits: Limits): void {
    this.limits = limits;
  }

  get delayMs(): number {
    return (this.limits.roundTripMs ?? 0) / 2;
  }

  cutAfter(bytes: number, way: Way): void {
    this.left[way] = bytes;
  }

  cut(): Promise<void> {
    return new Promise((resolve) => this.whenCut.push(resolve));
  }

  change(state: Link['state']): void {
    this.state = state;
    if (state === 'stopped') for (const pair of this.pairs) for (const socket of pair) socket.destroy();
    if (state === 'stalled') return;
    for (const go of this.waiting.splice(0)) go();
  }

  /** Settles when a piece may be let through; false: the link was cut under it. */
  async pass(bytes: number, way: Way): Promise<boolean> {
    while (this.state === 'stalled') await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.state === 'stopped') return false;
    const { bitsPerSecond } = this.limits;
    if (bitsPerSecond !== undefined) {
      const now = performance.now();
      const from = Math.max(now, this.freeAt[way]);
      this.freeAt[way] = from + (bytes * 8000) / bitsPerSecond;
      await pause(this.freeAt[way] - now);
    }
    this.sent[way] += bytes;
    this.left[way] -= bytes;
    if (this.left[way] > 0) return true;
    this.left[way] = Infinity;
    this.change('stopped');
    for (const tell of this.whenCut.splice(0)) tell();
    return false;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Pieces leave in their order, each as late as the link is long; the next is taken while the former is on its way. */
function carry(link: Link, from: Socket, to: Socket, way: Way): void {
  let arriving: Promise<void> = Promise.resolve();
  const later = (act: () => void): void => {
    const travelled = pause(link.delayMs);
    arriving = arriving.then(() => travelled).then(act);
  };
  from.on('data', (chunk: Buffer) => {
    from.pause();
    void (async () => {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        const piece = chunk.subarray(at, at + PIECE_BYTES);
        if (!(await link.pass(piece.length, way))) return;
        later(() => void (to.writable && to.write(piece)));
      }
      from.resume();
    })();
  });
  from.on('end', () => later(() => to.end()));
  from.on('close', () => later(() => to.destroySoon()));
}

function join(link: Link, phone: Socket, port: number): void {
  if (link.state === 'stopped') {
    phone.destroy();
    return;
  }
  const server = connect({ host: '127.0.0.1', port });
  const pair = [phone, server] as const;
  link.pairs.add(pair);
  for (const socket of pair) {
    socket.setNoDelay(true);
    // A reset on one side is a reset on the other; the event that follows tells it.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (phone.destroyed && server.destroyed) link.pairs.delete(pair);
    });
  }
  // A connection is made in one round trip; what the phone says meanwhile waits.
  phone.pause();
  void pause(2 * link.delayMs).then(() => {
    carry(link, phone, server, 'up');
    carry(link, server, phone, 'down');
    phone.resume();
  });
}

/** Listens on a free port and leads to the gateway at `origin`. */
export async function openWeakLink(origin: string, limits: Limits = {}): Promise<WeakLink> {
  const link = new Link();
  link.slowDown(limits);
  const port = Number(new URL(origin).port);
  const server: Server = createServer({ highWaterMark: PIECE_BYTES, allowHalfOpen: true }, (phone) =>
    join(link, phone, port),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: link.sent,
    stop: () => link.change('stopped'),
    stall: () => link.change('stalled'),
    mend: () => link.change('open'),
    cutAfter: (bytes, way = 'up') => link.cutAfter(bytes, way),
    cut: () => link.cut(),
    slowDown: (next) => link.slowDown(next),
    async close() {
      link.change('stopped');
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
