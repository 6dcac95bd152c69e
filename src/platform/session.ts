/**
 * Who this phone is. WeChat knows its user without us; on H5 the browser keeps a random secret that is made on the
 * first call that needs somebody, and a demo persona takes its place while demo mode is on.
 */
import type { Me } from '../../contract/account';
import type { Role } from '../../domain/caller';
import { CallError } from './call-error';
import { noteChange } from './freshness';
import { read, remove, write } from './storage';
import { createStore } from './store';
import { isH5, send } from './transport';

const TOKEN = 'session.token';
const DEVICE_KEY = 'session.deviceKey';
const PERSONA = 'session.persona';

/** Null: nobody yet. */
export const meStore = createStore<Me | null>(null);

/** Counts the people this phone has been: what was loaded for one is not shown to the next. */
export const personStore = createStore(0);

/** Who is shown what: the same account with another office finds other things waiting. */
const identityOf = (me: Me | null): string | null =>
  me && JSON.stringify([me.accountId, me.roles, me.representativeId, me.departmentId]);

/** This phone is somebody else's from now on, or its owner has been given an office. */
export function become(me: Me | null): void {
  if (identityOf(me) !== identityOf(meStore.get())) personStore.set(personStore.get() + 1);
  meStore.set(me);
  noteChange();
}

export function getToken(): string | null {
  const token = read(TOKEN);
  return typeof token === 'string' ? token : null;
}

export const isSignedIn = (): boolean => !isH5 || getToken() !== null;

export function getPersona(): Role | null {
  const persona = read(PERSONA);
  return typeof persona === 'string' ? (persona as Role) : null;
}

function deviceKey(): string {
  const kept = read(DEVICE_KEY);
  if (typeof kept === 'string') return kept;
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  write(DEVICE_KEY, made);
  return made;
}

async function signInWith(action: string, data: unknown): Promise<void> {
  const answer = await send(action, data, null);
  if (!answer.ok) throw new CallError(answer.error.code, answer.error.message, answer.error.details);
  const { token, me } = answer.data as { token: string; me: Me };
  write(TOKEN, token);
  become(me);
}

let signingIn: Promise<void> | null = null;

/** Signs in by the device, or as the persona of before; calls at the same time share one sign-in. */
export function signIn(): Promise<void> {
  signingIn ??= signInAgain().finally(() => {
    signingIn = null;
  });
  return signingIn;
}

async function signInAgain(): Promise<void> {
  const persona = getPersona();
  if (persona) {
    try {
      return await signInWith('account.demoSignIn', { persona });
    } catch (error) {
      // Demo mode has been switched off since: this phone is itself again.
      if (!(error instanceof CallError) || error.code !== 'FORBIDDEN') throw error;
      remove(PERSONA);
    }
  }
  return signInWith('account.signIn', { deviceKey: deviceKey() });
}

/** Takes a demo persona; null gives it back, and a phone that was somebody before is that person again. */
export async function becomePersona(persona: Role | null): Promise<void> {
  if (persona) {
    await signInWith('account.demoSignIn', { persona });
    write(PERSONA, persona);
    return;
  }
  if (typeof read(DEVICE_KEY) === 'string') await signInWith('account.signIn', { deviceKey: deviceKey() });
  else {
    remove(TOKEN);
    become(null);
  }
  remove(PERSONA);
}

/** Where this person's own drafts and habits are kept: a demo persona's apart from the phone owner's. */
export function ownKey(key: string): string {
  const persona = getPersona();
  return persona === null ? key : `${key}@${persona}`;
}
