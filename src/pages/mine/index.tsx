import { Page } from '../../platform/page';
import { setLargeType, useLargeType } from '../../platform/large-type';
import { useWho } from '../../platform/use-me';
import { Card } from '../../components/card';
import { ErrorState, LoadingSkeleton } from '../../components/states';
import { SwitchRow } from '../../components/switch-row';
import { BindCard } from '../../features/account/bind-card';
import { PersonaCard } from '../../features/account/persona-card';
import { useSettings } from '../../features/account/use-settings';
import { WhoCard } from '../../features/account/who-card';
import { Doors } from './doors';
import { MyThings } from './my-things';

export default function MinePage() {
  const { me, isAsking, failure, retry } = useWho();
  const settings = useSettings();
  const isLarge = useLargeType();
  const reload = async () => {
    await Promise.all([retry(), settings.reload()]);
  };
  const isKnown = !isAsking && failure === '';
  return (
    <Page>
      {isKnown ? <WhoCard me={me} /> : null}
      <Card>
        <SwitchRow
          id="large-type"
          text="大字"
          hint="把所有页面的字变大"
          isOn={isLarge}
          words={['已开', '已关']}
          onChange={setLargeType}
        />
      </Card>
      {settings.data?.demo ? <PersonaCard /> : null}
      {isAsking ? <LoadingSkeleton /> : null}
      {failure === '' ? null : <ErrorState message={failure} onRetry={reload} />}
      <Doors me={me} />
      {isKnown ? <MyThings key={me?.accountId ?? 'visitor'} me={me} /> : null}
      {isKnown && me?.representativeId === undefined ? <BindCard /> : null}
    </Page>
  );
}
