import { useState } from 'react';
import type { Dossier } from '../../../contract/dossier';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { call } from '../../platform/call';
import { messageOf } from '../../platform/call-error';
import { saveFile } from '../../platform/save-file';
import type { YearOrTerm } from './span-choice';

/** The dossier for the printer, as it stands. */
export function PrintButton({ dossier, span }: { dossier: Dossier; span: YearOrTerm }) {
  const [failure, setFailure] = useState('');
  const print = async () => {
    setFailure('');
    try {
      const { url } = await call('report.dossier', { representativeId: dossier.representativeId, ...span });
      await saveFile(url, `履职档案-${dossier.name}-${dossier.span.name}.pdf`);
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <>
      <Button id="print" kind="primary" size="big" text="打印（PDF）" busyText="正在生成…" onPress={print} />
      {failure ? <Notice tone="bad" text={failure} /> : null}
    </>
  );
}
