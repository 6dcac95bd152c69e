import { View } from '@tarojs/components';
import type { Compared } from '../../../../contract/award';
import type { AwardView, CandidateView } from '../../../../contract/award-views';
import { candidateSourceLabels, vetoLabels } from '../../../../domain/labels';
import { aria } from '../../../components/aria';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/states';
import { Tag } from '../../../components/tag';
import { call } from '../../../platform/call';
import { open } from '../../../platform/navigate';
import { routes } from '../../../platform/routes';
import { useLoad } from '../../../platform/use-load';
import type { Begin } from './award-page';
import './candidates.scss';

interface Props {
  award: AwardView;
  picked: readonly string[];
  /** undefined: nobody is to be chosen now. */
  onPick: ((id: string) => void) | undefined;
  onBegin: Begin;
}

/** Side by side: a table at the desk, a card for each on a phone, from the same cells. */
export function Candidates({ award, picked, onPick, onBegin }: Props) {
  const { id, candidates, allowed, year } = award;
  const mayCompare = allowed.includes('compare');
  const { data, error, reload } = useLoad(() => call('award.compare', { id }), mayCompare ? id : null);
  if (candidates.length === 0) return null;
  const figures = new Map((data?.items ?? []).map((one) => [one.representativeId, one]));
  return (
    <Card id="candidates" title={`候选人 ${candidates.length} 名`}>
      {error ? <ErrorState message={error.message} onRetry={reload} /> : null}
      <View className="candidates" {...aria('list')}>
        {candidates.map((candidate) => (
          <View
            key={candidate.representativeId}
            id={`candidate-${candidate.representativeId}`}
            className={`candidate${candidate.vetoes.length > 0 ? ' candidate--off' : ''}`}
            {...aria('listitem')}
          >
            <Who candidate={candidate} />
            {cellsOf(candidate, figures.get(candidate.representativeId)).map(([name, value]) => (
              <View key={name} className="candidate__cell">
                <View className="candidate__label">{name}</View>
                <View className="candidate__value">{value}</View>
              </View>
            ))}
            <Acts
              candidate={candidate}
              year={mayCompare ? year : null}
              isPicked={picked.includes(candidate.representativeId)}
              onPick={onPick}
              onBegin={onBegin}
            />
          </View>
        ))}
      </View>
    </Card>
  );
}

function Who({ candidate }: { candidate: CandidateView }) {
  const { name, groupName, by, vetoes, flags, check, summary } = candidate;
  const checkText = check
    ? `纪律核查${check.clear ? '通过' : '不通过'}${check.confirmed ? '' : '（待第二人确认）'}`
    : '';
  return (
    <View className="candidate__cell candidate__cell--who">
      <View className="award__who">{name}</View>
      <View className="award__soft">{groupName}</View>
      <View className="candidate__tags">
        {by.map((source) => (
          <Tag key={source} text={candidateSourceLabels[source]} tone="blue" />
        ))}
        {vetoes.map(({ kind }) => (
          <Tag key={kind} text={`否决：${vetoLabels[kind]}`} tone="red" />
        ))}
      </View>
      {vetoes.map(({ kind, reason }) => (
        <View key={kind} className="candidate__veto">
          {reason}
        </View>
      ))}
      {flags.map((flag) => (
        <View key={flag} className="candidate__flag">
          {flag}
        </View>
      ))}
      {checkText ? <View className="award__soft">{checkText}</View> : null}
      {summary === undefined ? null : <View className="candidate__summary">事迹简介：{summary}</View>}
    </View>
  );
}

/** The same figures in the same order for each. */
function cellsOf(candidate: CandidateView, figures: Compared | undefined): [string, string][] {
  const { rank, points, present, days, adjusted, votes } = candidate;
  const own: [string, string][] = [
    ['组内名次', `第 ${rank} 名`],
    ['折算分', String(adjusted)],
    ['冻结积分', String(points)],
    ['在岗天数', `${present}/${days}`],
  ];
  if (!figures) return own;
  const { parts, satisfaction, fulfilled, collected, posts, amountYuan, people, modelMonths, duties, absences } =
    figures;
  const { satisfied, fair, unsatisfied } = satisfaction;
  return [
    ...own,
    ['会议／闭会／附加', `${parts.meeting}／${parts.duty}／${parts.honour}`],
    ['扣分', String(parts.deduction)],
    ['办结／收集', `${fulfilled}／${collected} 件`],
    ['满意／基本／不满', `${satisfied}／${fair}／${unsatisfied}`],
    ['晒单', `${posts} 条`],
    ['帮扶', `${amountYuan} 元，${people} 人次`],
    [
      '月度典型',
      modelMonths.length === 0 ? '没有' : modelMonths.map((month) => `${Number(month.slice(5))}月`).join('、'),
    ],
    ['履职活动', `${duties} 次${absences > 0 ? `，缺席 ${absences} 次` : ''}`],
    ...(votes === undefined ? [] : ([['表决', `${votes} 票`]] as [string, string][])),
  ];
}

interface ActsProps extends Pick<Props, 'onPick' | 'onBegin'> {
  candidate: CandidateView;
  /** null: the dossier is not for this caller. */
  year: string | null;
  isPicked: boolean;
}

function Acts({ candidate, year, isPicked, onPick, onBegin }: ActsProps) {
  const { representativeId, name, vetoes, allowed, check, summary } = candidate;
  return (
    <View className="candidate__cell candidate__cell--acts">
      {onPick && vetoes.length === 0 ? (
        <Button
          id={`pick-${representativeId}`}
          kind={isPicked ? 'primary' : 'plain'}
          text={isPicked ? '✓ 已选' : '选'}
          label={`${isPicked ? '取消选择' : '选择'}${name}`}
          onPress={() => onPick(representativeId)}
        />
      ) : null}
      {allowed.includes('confirmCheck') ? (
        <Button
          id={`confirm-${representativeId}`}
          text="确认核查"
          label={`确认${name}的核查`}
          onPress={() => onBegin('confirmCheck', { representativeId, name })}
        />
      ) : null}
      {allowed.includes('check') ? (
        <Button
          id={`check-${representativeId}`}
          text={check ? '重新核查' : '纪律核查'}
          label={`登记${name}的纪律核查`}
          onPress={() => onBegin('check', { representativeId, name })}
        />
      ) : null}
      {allowed.includes('describe') ? (
        <Button
          id={`describe-${representativeId}`}
          text={summary === undefined ? '写事迹简介' : '改事迹简介'}
          label={`${summary === undefined ? '写' : '改'}${name}的事迹简介`}
          onPress={() => onBegin('describe', { representativeId, name, ...(summary === undefined ? {} : { summary }) })}
        />
      ) : null}
      {year === null ? null : (
        <Button
          id={`dossier-${representativeId}`}
          text="履职档案"
          label={`看${name}的履职档案`}
          onPress={() => open(routes.dossier, { representativeId, year })}
        />
      )}
    </View>
  );
}
