import type { Area } from '../kit/serve';
import { createInvite } from './create-invite';
import { demoSignIn } from './demo-sign-in';
import { getMe } from './get-me';
import { getSettings } from './get-settings';
import { redeemInvite } from './redeem-invite';
import { rename } from './rename';
import { signIn } from './sign-in';

export const account: Area = {
  name: 'account',
  useCases: {
    settings: getSettings,
    demoSignIn,
    signIn,
    me: getMe,
    rename,
    invite: createInvite,
    redeemInvite,
  },
};
