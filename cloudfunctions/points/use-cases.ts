import type { Area } from '../kit/serve';
import { answerAppeal } from './answer-appeal';
import { confirmProposal } from './confirm-proposal';
import { decideAppeal } from './decide-appeal';
import { dropProposal } from './drop-proposal';
import { endAbsence } from './end-absence';
import { explainProposal } from './explain-proposal';
import { getAppeal } from './get-appeal';
import { getBoard } from './get-board';
import { getProposal } from './get-proposal';
import { getWaiting } from './get-waiting';
import { listAbsences } from './list-absences';
import { listAppeals } from './list-appeals';
import { listEntries } from './list-entries';
import { listProposalOptions } from './list-proposal-options';
import { listProposals } from './list-proposals';
import { listRules } from './list-rules';
import { listRuleVersions } from './list-rule-versions';
import { listPeriods } from './list-periods';
import { makeAppeal } from './make-appeal';
import { previewRules } from './preview-rules';
import { proposeAbsence } from './propose-absence';
import { proposePoints } from './propose-points';
import { rebuildPoints } from './rebuild-points';
import { saveRules } from './save-rules';
import { settleAbsence } from './settle-absence';
import { showMine } from './show-mine';
import { showPresets } from './show-presets';
import { showRace } from './show-race';
import { verifyPoints } from './verify-points';

export const points: Area = {
  name: 'points',
  useCases: {
    board: getBoard,
    mine: showMine,
    race: showRace,
    periods: listPeriods,
    verify: verifyPoints,
    rebuild: rebuildPoints,
    entries: listEntries,
    rules: listRules,
    ruleVersions: listRuleVersions,
    presets: showPresets,
    saveRules,
    previewRules,
    appeal: makeAppeal,
    answerAppeal,
    decide: decideAppeal,
    listAppeals,
    getAppeal,
    proposalOptions: listProposalOptions,
    propose: proposePoints,
    explain: explainProposal,
    confirm: confirmProposal,
    drop: dropProposal,
    listProposals,
    getProposal,
    proposeAbsence,
    settleAbsence,
    endAbsence,
    listAbsences,
    getWaiting,
  },
};
