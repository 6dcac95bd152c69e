import type { Area } from '../kit/serve';
import { addProgress } from './add-progress';
import { claimWish } from './claim-wish';
import { fulfilWish } from './fulfil-wish';
import { getWish } from './get-wish';
import { importLedger } from './import-ledger';
import { listWishes } from './list-wishes';
import { rateWish } from './rate-wish';
import { releaseWish } from './release-wish';
import { revealContact } from './reveal-contact';
import { reviewWish } from './review-wish';
import { submitWish } from './submit-wish';
import { supplyInfo } from './supply-info';
import { withdrawWish } from './withdraw-wish';

export const wish: Area = {
  name: 'wish',
  useCases: {
    submit: submitWish,
    review: reviewWish,
    supply: supplyInfo,
    withdraw: withdrawWish,
    claim: claimWish,
    release: releaseWish,
    progress: addProgress,
    fulfil: fulfilWish,
    rate: rateWish,
    list: listWishes,
    get: getWish,
    reveal: revealContact,
    importLedger,
  },
};
