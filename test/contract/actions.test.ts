import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ActionName } from '../../contract/contract';
import { actions, areas } from '../support/areas';

/** DESIGN.md section 8, what tests outside the project rely on, as far as it is built. */
const promised: readonly ActionName[] = [
  'account.demoSignIn',
  'account.me',
  'wish.submit',
  'wish.review',
  'wish.claim',
  'wish.release',
  'wish.progress',
  'wish.fulfil',
  'wish.rate',
  'wish.list',
  'wish.get',
  'wish.reveal',
  'wish.importLedger',
  'representative.importRoster',
  'representative.list',
  'post.publish',
  'post.feed',
  'post.get',
  'points.board',
  'points.entries',
  'points.appeal',
  'points.decide',
  'points.verify',
  'points.rebuild',
  'order.departments',
  'order.issue',
  'order.accept',
  'order.return',
  'order.extend',
  'order.urge',
  'order.answer',
  'order.rate',
  'clock.run',
  'notice.list',
  'post.report',
  'post.hide',
  'report.overview',
  'report.briefing',
  'report.ledger',
  'report.dossier',
];

const built = areas.flatMap(({ name, useCases }) =>
  Object.entries(useCases).map(([verb, useCase]) => [`${name}.${verb}`, useCase] as const),
);

it('has a use case for every action that it declares, and declares every use case', () => {
  expect(built.map(([name]) => name).sort()).toEqual(actions.map(([name]) => name).sort());
});

it('binds every use case to its own declaration', () => {
  const declared = new Map(actions);
  for (const [name, useCase] of built) expect([name, useCase.action === declared.get(name)]).toEqual([name, true]);
});

it('has every action that the outside was promised', () => {
  expect(actions.map(([name]) => name)).toEqual(expect.arrayContaining([...promised]));
});

it('audits every look at a contact and everything that staff alone may do', () => {
  const audited = actions.filter(([, { audited }]) => audited).map(([name]) => name);
  expect(audited.sort()).toEqual([
    'account.invite',
    'account.redeemInvite',
    'award.announce',
    'award.answer',
    'award.cancel',
    'award.check',
    'award.confirmCheck',
    'award.decide',
    'award.describe',
    'award.dismiss',
    'award.draw',
    'award.export',
    'award.nominate',
    'award.publish',
    'award.reconsider',
    'award.review',
    'award.revise',
    'award.sign',
    'award.vote',
    'award.withdraw',
    'campaign.close',
    'campaign.copy',
    'campaign.discard',
    'campaign.file',
    'campaign.finishTask',
    'campaign.paper',
    'campaign.publish',
    'campaign.remind',
    'campaign.removeTask',
    'campaign.reopen',
    'campaign.reopenTask',
    'campaign.reportGoal',
    'campaign.save',
    'campaign.saveReport',
    'campaign.saveTask',
    'campaign.setGoals',
    'clock.run',
    'dossier.continueArchive',
    'dossier.download',
    'dossier.startArchive',
    'dossier.startHandOver',
    'duty.agreeLeave',
    'duty.cancel',
    'duty.importAttendance',
    'duty.mark',
    'duty.reopen',
    'duty.save',
    'duty.settle',
    'duty.sheet',
    'duty.summarise',
    'honour.nominate',
    'honour.paper',
    'honour.publish',
    'honour.retract',
    'honour.save',
    'honour.sendBack',
    'honour.sign',
    'honour.skip',
    'honour.submit',
    'order.accept',
    'order.answer',
    'order.cancel',
    'order.extend',
    'order.file',
    'order.issue',
    'order.meet',
    'order.print',
    'order.rate',
    'order.refuseExtension',
    'order.return',
    'order.settleReturn',
    'order.urge',
    'points.answerAppeal',
    'points.confirm',
    'points.decide',
    'points.drop',
    'points.endAbsence',
    'points.propose',
    'points.proposeAbsence',
    'points.rebuild',
    'points.saveRules',
    'points.settleAbsence',
    'post.clear',
    'post.feature',
    'post.hide',
    'post.hideComment',
    'post.unhide',
    'post.unhideComment',
    'report.dossier',
    'report.importOrders',
    'report.ledger',
    'report.sheet',
    'representative.importRoster',
    'wish.answer',
    'wish.assign',
    'wish.bulk',
    'wish.callBack',
    'wish.followUp',
    'wish.hide',
    'wish.importLedger',
    'wish.pause',
    'wish.refuseHelp',
    'wish.refusePause',
    'wish.reopen',
    'wish.reveal',
    'wish.review',
    'wish.unhide',
    'wish.urge',
  ]);
});

it('is deployable: each area’s folder has a configuration and an entry', () => {
  const folder = resolve(__dirname, '../../cloudfunctions');
  const deployed = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'config.json')));
  expect(deployed.sort()).toEqual(areas.map(({ name }) => name).sort());
  for (const name of deployed) {
    expect(readFileSync(join(folder, name, 'index.ts'), 'utf8')).toContain('export const main');
    expect(() => JSON.parse(readFileSync(join(folder, name, 'config.json'), 'utf8')) as unknown).not.toThrow();
  }
});
