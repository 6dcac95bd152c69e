import type { Area } from '../kit/serve';
import { addProgress } from './add-progress';
import { answerWish } from './answer-wish';
import { askHelp } from './ask-help';
import { askPause } from './ask-pause';
import { assignWish } from './assign-wish';
import { bulkWishes } from './bulk-wishes';
import { callBack } from './call-back';
import { claimWish } from './claim-wish';
import { contactWisher } from './contact-wisher';
import { countQueue } from './count-queue';
import { declineWish } from './decline-wish';
import { findSimilar } from './find-similar';
import { followUp } from './follow-up';
import { fulfilWish } from './fulfil-wish';
import { getWish } from './get-wish';
import { hideWish } from './hide-wish';
import { importLedger } from './import-ledger';
import { joinWish } from './join-wish';
import { leaveWish } from './leave-wish';
import { listQueue } from './list-queue';
import { listWishes } from './list-wishes';
import { pauseWish } from './pause-wish';
import { rateWish } from './rate-wish';
import { refuseHelp } from './refuse-help';
import { refusePause } from './refuse-pause';
import { releaseWish } from './release-wish';
import { reopenWish } from './reopen-wish';
import { resumeWish } from './resume-wish';
import { revealContact } from './reveal-contact';
import { reviewWish } from './review-wish';
import { submitWish } from './submit-wish';
import { suggestHelpers } from './suggest-helpers';
import { supplyInfo } from './supply-info';
import { unhideWish } from './unhide-wish';
import { urgeWish } from './urge-wish';
import { withdrawWish } from './withdraw-wish';

export const wish: Area = {
  name: 'wish',
  useCases: {
    submit: submitWish,
    similar: findSimilar,
    review: reviewWish,
    supply: supplyInfo,
    withdraw: withdrawWish,
    claim: claimWish,
    release: releaseWish,
    assign: assignWish,
    decline: declineWish,
    suggest: suggestHelpers,
    contact: contactWisher,
    join: joinWish,
    leave: leaveWish,
    askHelp,
    refuseHelp,
    askPause,
    refusePause,
    pause: pauseWish,
    resume: resumeWish,
    urge: urgeWish,
    hide: hideWish,
    unhide: unhideWish,
    bulk: bulkWishes,
    progress: addProgress,
    fulfil: fulfilWish,
    rate: rateWish,
    callBack,
    followUp,
    reopen: reopenWish,
    answer: answerWish,
    list: listWishes,
    queue: listQueue,
    queueCount: countQueue,
    get: getWish,
    reveal: revealContact,
    importLedger,
  },
};
