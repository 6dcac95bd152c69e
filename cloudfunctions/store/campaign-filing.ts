/** Under which campaign a thing is filed, and whether this caller may change it: what its own page shows. */
import type { Caller } from '../../domain/caller';
import { mayFile, type FiledThing } from '../../domain/campaign-rights';
import * as campaigns from './campaigns';

interface Filing {
  campaign?: { id: string; name: string };
  /** Only where there is something to choose. */
  mayFile: boolean;
}

export async function filingOf(thing: FiledThing & { campaignId?: string }, caller: Caller | null): Promise<Filing> {
  const { campaignId } = thing;
  const isAsked = mayFile(thing, caller);
  if (campaignId === undefined) return { mayFile: isAsked && (await campaigns.isOneOpen()) };
  const name = await campaigns.nameOf(campaignId);
  return { mayFile: isAsked, ...(name === undefined ? {} : { campaign: { id: campaignId, name } }) };
}
