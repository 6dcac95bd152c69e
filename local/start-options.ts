/** What start.mjs read from the command line, and how slow steps are shown. */
export interface StartOptions {
  port: number;
  /** Absolute path of the folder that keeps everything. */
  directory: string;
  empty: boolean;
  /** Asked for; only a loopback address gets it. */
  demo: boolean;
  address: string;
  /** Where people reach the server, without a slash at the end; undefined where that is the address it listens on. */
  url: string | undefined;
}

export interface Terminal {
  say: (line: string) => void;
  /** One line before, a sign of life while it lasts, one line after. */
  step: <Result>(title: string, work: () => Promise<Result>) => Promise<Result>;
}
