/** What a fresh clone needs before anything else can run. Nothing here imports a package: they may not be installed yet. */
import { ensureBuild } from './builds.mjs';

export { runScript, say, SetupError, step } from './console.mjs';
export { ensureDependencies } from './dependencies.mjs';
export { findChromium } from './chromium.mjs';

export const ensureH5 = () => ensureBuild('h5');
export const ensureWeapp = () => ensureBuild('weapp');
export const ensureFunctions = () => ensureBuild('cloudfunctions');
