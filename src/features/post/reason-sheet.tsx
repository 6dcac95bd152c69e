import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Chips } from '../../components/chips';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-field';
import { formMessageOf } from '../../platform/call-error';
import { hideReasons, reportReasons } from './reasons';

export interface ReasonQuestion {
  title: string;
  hint: string;
  reasons: readonly string[];
  submitText: string;
}

/** 举报 a post or a comment. */
export const reportQuestion = (what: string): ReasonQuestion => ({
  title: `举报这条${what}`,
  hint: '只有代表小组联络员和主席团会看到您的举报，发布人不知道是谁举报的。',
  reasons: reportReasons,
  submitText: '提交举报',
});

/** 隐藏 a post or a comment. */
export const hideQuestion = (what: string): ReasonQuestion => ({
  title: `隐藏这条${what}`,
  hint: '隐藏后大家都看不到它，发布人会看到您写的理由。以后可以恢复显示。',
  reasons: hideReasons,
  submitText: '确认隐藏',
});

interface Props {
  /** Null: nothing is asked. */
  question: ReasonQuestion | null;
  /** Rejects with what refused it. */
  send: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks why, before what somebody else will feel: a common reason, one's own words, or both. */
export function ReasonSheet({ question, send, onClose }: Props) {
  return (
    <Sheet open={question !== null} title={question?.title ?? ''} onClose={onClose}>
      {question ? <ReasonForm question={question} send={send} /> : null}
    </Sheet>
  );
}

/** The contract takes 200 characters in all. */
const MOST_WORDS = 160;

function ReasonForm({ question, send }: { question: ReasonQuestion; send: (reason: string) => Promise<void> }) {
  const [common, setCommon] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState('');

  const submit = async () => {
    const reason = [common, words.trim()].filter(Boolean).join('：');
    if (reason.length < 2) return setFailure('请选一个理由，或自己写几个字');
    setFailure('');
    try {
      await send(reason);
    } catch (error) {
      setFailure(formMessageOf(error));
    }
  };

  return (
    <View>
      <Notice tone="plain" text={question.hint} />
      <Field id="reason-common" label="理由" required group>
        <Chips
          label="理由"
          options={question.reasons.map((value) => ({ value, label: value }))}
          value={common}
          onChange={(next) => setCommon(next === common ? null : next)}
        />
      </Field>
      <TextArea
        id="reason"
        label="补充说明"
        placeholder="上面没有的，写在这里"
        defaultValue=""
        maxLength={MOST_WORDS}
        onInput={setWords}
      />
      {failure === '' ? null : <Notice tone="bad" text={failure} />}
      <Button id="reason-submit" kind="danger" size="big" text={question.submitText} onPress={submit} />
    </View>
  );
}
