/** `npm start` as a person runs it: a process of its own, whose words and exit code are what counts. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
/** The first start may have to build the pages. */
const PATIENCE_MS = 180_000;

export interface Ended {
  code: number | null;
  output: string;
}

export interface Server {
  origin: string;
  /** What it said until it was ready. */
  output: string;
  call: (name: string, action: string, data: unknown, token?: string) => Promise<{ status: number; body: unknown }>;
  stop: (signal: NodeJS.Signals) => Promise<Ended>;
}

/** The embedded database whatever the tests themselves use, unless `env` says otherwise. */
function run(args: readonly string[], env: Record<string, string>): { child: ChildProcess; said: () => string } {
  const { MONGODB_URI: _tests, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, 'local/start.mjs'), ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return { child, said: () => output };
}

const ended = (child: ChildProcess, said: () => string): Promise<Ended> =>
  new Promise((resolve) => child.on('close', (code) => resolve({ code, output: said() })));

/** Runs to its end: for starts that are refused. */
export function startAndEnd(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const { child, said } = run(args, env);
  return ended(child, said);
}

/** Starts on a free port and waits until it is ready; throws with what it said when it ends instead. */
export async function startServer(directory: string, ...args: readonly string[]): Promise<Server> {
  const { child, said } = run(['--port', '0', '--data', directory, ...args], {});
  const end = ended(child, said);
  const ready = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.stdout?.on('data', () => {
      const url = /打开网址\s+(http:\S+)\/\s[\s\S]*Ctrl-C/.exec(said())?.[1];
      if (url) resolve(url);
    });
    void end.then(({ output }) => reject(new Error(output))).finally(() => clearTimeout(late));
  });
  const origin = await ready;
  return {
    origin,
    output: said(),
    async call(name, action, data, token) {
      const response = await fetch(`${origin}/fn/${name}`, {
        method: 'POST',
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        body: JSON.stringify({ action, data }),
      });
      return { status: response.status, body: (await response.json()) as unknown };
    },
    async stop(signal) {
      child.kill(signal);
      return end;
    },
  };
}
