import * as contract from '../../contract/award';
import { wrongAwardState } from '../../domain/award-moves';
import { seesTown } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { keepFile } from '../kit/keep-file';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import * as settings from '../store/settings';
import { certificateBytes } from './certificate-paper';
import { asAward } from './move-award';

/** 荣誉证书 of one who was decided on: for the office, and for the person. The file is swept away after a day. */
export const printCertificate = useCase(contract.certificate, async ({ id, representativeId }, context) => {
  const { caller } = context;
  if (!seesTown(caller) && caller.representativeId !== representativeId) throw new DomainError('FORBIDDEN');
  const award = await awards.get(id);
  const winner = award.winners.find((one) => one.representativeId === representativeId);
  if (!award.decision || !winner) throw wrongAwardState(asAward(award), '作出表彰决定后才能打印证书');
  const groupName = award.announced.find((one) => one.representativeId === representativeId)?.groupName ?? '';
  const { town } = await settings.get();
  const { minuteNumber, day, at } = award.decision;
  const bytes = await certificateBytes(
    { town, title: award.name, name: winner.name, groupName, minuteNumber, day },
    at,
  );
  const url = await keepFile('pdf', bytes, context);
  return { url, name: `${award.name}荣誉证书-${winner.name}.pdf` };
});
