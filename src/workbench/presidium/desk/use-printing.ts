import { useEffect, useRef, useState } from 'react';
import type { WishCard } from '../../../../contract/wish-views';
import { messageOf } from '../../../platform/call-error';
import { toast } from '../../../platform/toast';
import type { ListPage } from '../../../platform/use-list';

/** About forty pages of A4; more than that is for the spreadsheet. */
const MOST_ROWS = 1000;

interface Printing {
  /** Every row, from the press of the button until the paper is out. */
  rows: readonly WishCard[] | null;
  print: () => Promise<void>;
}

/** The screen shows the ledger by and by, the paper has all of it. */
export function usePrinting(fetchPage: (page: { cursor?: string }) => Promise<ListPage<WishCard>>): Printing {
  const [rows, setRows] = useState<readonly WishCard[] | null>(null);
  const printed = useRef<() => void>(() => undefined);

  useEffect(() => {
    if (!rows) return;
    window.print();
    setRows(null);
    printed.current();
  }, [rows]);

  const print = async () => {
    try {
      const { wishes, isCut } = await collect(fetchPage);
      if (isCut) return toast(`超过 ${MOST_ROWS} 条，请先按状态、类别或村筛选，或导出 Excel 再打印`);
      await new Promise<void>((resolve) => {
        printed.current = resolve;
        setRows(wishes);
      });
    } catch (error) {
      toast(messageOf(error));
    }
  };
  return { rows, print };
}

async function collect(fetchPage: (page: { cursor?: string }) => Promise<ListPage<WishCard>>) {
  const wishes: WishCard[] = [];
  let cursor: string | null = null;
  do {
    const page: ListPage<WishCard> = await fetchPage(cursor === null ? {} : { cursor });
    wishes.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && wishes.length < MOST_ROWS);
  return { wishes, isCut: cursor !== null };
}
