/** account: signing in, and being bound to the roster by a one-time invite. */
import { z } from 'zod';
import { roles } from '../domain/caller';
import { action } from './action';
import { Empty, Id, Time, text } from './shapes';

export const Me = z.object({
  accountId: Id,
  name: z.string(),
  roles: z.array(z.enum(roles)),
  representativeId: Id.optional(),
  groupId: Id.optional(),
  groupName: z.string().optional(),
  departmentId: Id.optional(),
});
export type Me = z.infer<typeof Me>;

const SignedIn = z.object({ token: z.string(), me: Me });

/** Only what the host's start said: whether demo sign-in is on, and what the town is called. */
export const settings = action({
  access: 'anyone',
  input: Empty,
  output: z.object({
    town: z.string(),
    campaign: z.string(),
    demo: z.boolean(),
    /** The template of WeChat's subscription message, where there is one: the page asks the person's leave for it. */
    noticeTemplate: z.string().optional(),
  }),
});

export const demoSignIn = action({
  access: 'anyone',
  input: z.object({ persona: z.enum(roles, '没有这种演示身份'), representativeId: Id.optional() }),
  output: SignedIn,
});

/** One machine: a phone's browser keeps a random secret; the same secret is the same account. */
export const signIn = action({
  access: 'anyone',
  input: z.object({ deviceKey: z.string().min(32, '设备标识太短').max(128, '设备标识太长') }),
  output: SignedIn,
});

export const me = action({ access: 'signedIn', input: Empty, output: z.object({ me: Me }) });

/** Residents may say what they want to be called; the roster's name stands for a representative. */
export const rename = action({
  access: 'signedIn',
  input: z.object({ name: text('称呼', 20) }),
  output: z.object({ me: Me }),
});

export const invite = action({
  access: ['presidium', 'admin'],
  audited: true,
  input: z.object({
    representativeId: Id.optional(),
    roles: z
      .array(z.enum(['presidium', 'department', 'admin'], '没有这种身份'))
      .max(3)
      .optional(),
    departmentId: Id.optional(),
    name: text('姓名', 20).optional(),
  }),
  /** `code` is shown this once; only its hash is kept. */
  output: z.object({ code: z.string(), expiresAt: Time }),
});

export const redeemInvite = action({
  access: 'signedIn',
  audited: true,
  input: z.object({ code: z.string('请填写邀请码').trim().min(6, '邀请码太短').max(20, '邀请码太长') }),
  output: z.object({ me: Me }),
});
