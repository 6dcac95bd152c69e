import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState, type ReactNode } from 'react';
import type { WishView } from '../../../../contract/wish-views';
import { statusLabels } from '../../../../domain/labels';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import type { LedgerScope } from '../../../features/representative/ledger-scope';
import { Contact } from '../../../features/wish/contact';
import { WishContent } from '../../../features/wish/wish-facts';
import { WishHistory } from '../../../features/wish/wish-history';
import { back } from '../../../platform/navigate';
import { Page } from '../../../platform/page';
import { routes } from '../../../platform/routes';
import { DecisionFields } from './decision-fields';
import { decisions, decisionsFor, type Decision } from './decisions';
import { Similar } from './similar';
import { useReview, type MergeTarget, type ReviewDraft } from './use-review';
import './review.scss';

interface Props {
  wish: WishView;
  scope: LedgerScope;
  /** Stands above the wish: what came of the one before. */
  top: ReactNode;
  onReviewed: (wish: WishView, decision: Decision) => Promise<void>;
  onStale: () => Promise<void>;
}

/** The whole wish, and what becomes of it. */
export function ReviewForm({ wish, scope, top, onReviewed, onStale }: Props) {
  const [isAsking, setAsking] = useState(false);
  const review = useReview(wish.id, { onReviewed: (decision) => onReviewed(wish, decision), onStale });
  const { draft, errors, failure, check, send } = review;
  const { values, set } = draft;
  const choices = decisionsFor(wish);
  const chosen = values.decision ? decisions[values.decision] : null;
  const buttonText = choices.length > 0 ? (chosen?.button ?? '提交审核结论') : null;
  const hurts = values.decision === 'reject' || values.decision === 'merge';

  const choose = (decision: Decision) => {
    set({ decision });
    // What it must come with stands below, out of sight on a small phone.
    void Taro.pageScrollTo({ selector: '#decision-field', duration: 200 });
  };
  const mergeInto = ({ id, code, village, content }: MergeTarget) => {
    set({ decision: 'merge', into: { id, code, village, content } });
    setAsking(true);
  };
  const decide = () => {
    if (!check()) return;
    if (hurts) return setAsking(true);
    return send();
  };
  const confirm = async () => {
    setAsking(false);
    await send();
  };

  return (
    <Page bar={<Bar text={buttonText} failure={failure} onDecide={decide} />}>
      {top}
      <WishContent wish={wish} />
      {wish.mayReveal ? <Contact id={wish.id} /> : null}
      {choices.includes('merge') ? <Similar wish={wish} onMerge={mergeInto} /> : null}
      {wish.timeline.length > 1 ? <WishHistory wish={wish} /> : null}
      {choices.length === 0 ? <NotYours wish={wish} /> : null}
      {choices.length > 0 ? (
        <Card title="审核结论">
          <Field id="decision" label="怎么处理" required group error={errors.decision}>
            <View className="review__decisions">
              <Chips
                id="decision"
                label="怎么处理"
                options={choices.map((value) => ({ value, label: decisions[value].label }))}
                value={values.decision}
                onChange={choose}
              />
            </View>
          </Field>
          <DecisionFields values={values} set={set} errors={errors} wish={wish} scope={scope} />
        </Card>
      ) : null}
      <Confirm values={values} open={isAsking} onConfirm={confirm} onCancel={() => setAsking(false)} />
    </Page>
  );
}

interface ConfirmProps {
  values: ReviewDraft;
  open: boolean;
  onConfirm: () => Promise<void>;
  onCancel: () => void;
}

const Confirm = ({ values, ...dialog }: ConfirmProps) => (
  <ConfirmDialog
    {...dialog}
    title={values.decision === 'merge' ? '确认并案？' : '确认不予受理？'}
    text={consequence(values)}
    confirmText={values.decision === 'merge' ? '确认并案' : '确认不予受理'}
    danger
  />
);

interface BarProps {
  /** Null: there is nothing to decide. */
  text: string | null;
  failure: string;
  onDecide: () => void | Promise<unknown>;
}

function Bar({ text, failure, onDecide }: BarProps) {
  if (text === null) return <Button text="返回" onPress={() => back(routes.mine)} />;
  return (
    <>
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="decide" kind="primary" size="big" text={text} busyText="正在提交…" onPress={onDecide} />
    </>
  );
}

function consequence({ decision, into, reason }: ReviewDraft): string {
  return decision === 'merge'
    ? `这个心愿将结束，以后跟着 ${into?.code ?? ''} 一起办理。提交后不能改回。`
    : `心愿人会看到您写的理由：“${reason.trim()}”。提交后不能改回。`;
}

function NotYours({ wish }: { wish: WishView }) {
  const text =
    wish.status === 'submitted' && wish.mine
      ? '这是您自己提交的心愿，要由别的联络员或主席团来审核。'
      : `这个心愿现在是“${statusLabels[wish.status]}”，不需要您审核。`;
  return (
    <Card>
      <View className="review__note">{text}</View>
    </Card>
  );
}
