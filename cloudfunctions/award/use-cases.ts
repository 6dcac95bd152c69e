import type { Area } from '../kit/serve';
import { announceChoice } from './announce-choice';
import { answerObjection } from './answer-objection';
import { beginReview } from './begin-review';
import { cancelAward } from './cancel-award';
import { checkDiscipline } from './check-discipline';
import { compareCandidates } from './compare-candidates';
import { confirmCheck } from './confirm-check';
import { decideAward } from './decide-award';
import { describeCandidate } from './describe-candidate';
import { dismissAnnounced } from './dismiss-announced';
import { drawCandidates } from './draw-candidates';
import { exportAward } from './export-award';
import { getAward } from './get-award';
import { listAwards } from './list-awards';
import { nominateCandidate } from './nominate-candidate';
import { objectTo } from './object-to';
import { printCertificate } from './print-certificate';
import { publishPlan } from './publish-plan';
import { reconsiderChoice } from './reconsider-choice';
import { revisePlan } from './revise-plan';
import { signNomination } from './sign-nomination';
import { voteCandidates } from './vote-candidates';
import { withdrawNomination } from './withdraw-nomination';

export const award: Area = {
  name: 'award',
  useCases: {
    publish: publishPlan,
    revise: revisePlan,
    draw: drawCandidates,
    nominate: nominateCandidate,
    sign: signNomination,
    withdraw: withdrawNomination,
    check: checkDiscipline,
    confirmCheck,
    describe: describeCandidate,
    review: beginReview,
    vote: voteCandidates,
    announce: announceChoice,
    object: objectTo,
    answer: answerObjection,
    dismiss: dismissAnnounced,
    reconsider: reconsiderChoice,
    decide: decideAward,
    cancel: cancelAward,
    get: getAward,
    list: listAwards,
    compare: compareCandidates,
    certificate: printCertificate,
    export: exportAward,
  },
};
