/** The built mini-program in the hands of one WeChat user. */
import { areas } from '../../support/areas';
import { builtFolder } from '../../support/builds';
import type { Functions } from '../../support/functions';
import { phoneFiles, type PhoneFiles } from '../../support/phone-files';
import { weappCloud } from '../../support/weapp-cloud';
import { compileMiniProgram, type Bundle } from '../../support/weapp/compile';
import { launchMiniProgram, type LaunchOptions } from '../../support/weapp/launch';
import type { MiniProgram } from '../../support/weapp/mini-program';

/** The base library refuses more in one setData. */
const MOST_SET_DATA_BYTES = 1024 * 1024;

let bundle: Bundle | undefined;

export interface WechatUser {
  app: MiniProgram;
  files: PhoneFiles;
  /** Ends the mini-program; throws when anything in it had gone wrong meanwhile. */
  leave: () => Promise<void>;
}

interface Opened extends Pick<LaunchOptions, 'api' | 'path' | 'query' | 'scene' | 'storage'> {
  /** What lies on the phone; given to the next launch along with `storage` it is the same phone. */
  files?: PhoneFiles;
}

/** Launches at the wall, or at the page of a card that was shared. Only one mini-program runs at a time. */
export async function openAs(functions: Functions, openId: string, opened: Opened = {}): Promise<WechatUser> {
  bundle ??= compileMiniProgram(builtFolder('weapp'));
  const { files = phoneFiles(), ...launch } = opened;
  const api = { ...files.handlers, ...weappCloud(functions, areas, { openId, files }), ...launch.api };
  const app = await launchMiniProgram({ dist: bundle, ...launch, api });
  const leave = async (): Promise<void> => {
    await app.close();
    expect({ problems: app.problems, errors: app.errors, warnings: app.warnings }).toEqual({
      problems: [],
      errors: [],
      warnings: [],
    });
    expect(app.largestSetData).toBeLessThan(MOST_SET_DATA_BYTES);
  };
  return { app, files, leave };
}

/** Makes the holder of this phone known, by the code that an admin gave out. */
export async function bind(app: MiniProgram, code: string): Promise<void> {
  await app.tapTab(3);
  await app.tap('#bind');
  await app.type('#invite-code', code);
  await app.tap('#invite-code-submit');
}
