import { Page } from '../../platform/page';
import { setLargeType, useLargeType } from '../../platform/large-type';
import { useMe } from '../../platform/use-me';
import { Card } from '../../components/card';
import { SwitchRow } from '../../components/switch-row';
import { BindCard } from '../../features/account/bind-card';
import { PersonaCard } from '../../features/account/persona-card';
import { useSettings } from '../../features/account/use-settings';
import { WhoCard } from '../../features/account/who-card';
import { Doors } from './doors';
import { MyThings } from './my-things';

export default function MinePage() {
  const me = useMe();
  const settings = useSettings();
  const isLarge = useLargeType();
  return (
    <Page>
      <WhoCard me={me} />
      {settings.data?.demo ? <PersonaCard /> : null}
      <Doors me={me} />
      <MyThings key={me?.accountId ?? 'visitor'} me={me} />
      <Card>
        <SwitchRow id="large-type" text="大字" hint="把所有页面的字变大" isOn={isLarge} onChange={setLargeType} />
      </Card>
      {me?.representativeId === undefined ? <BindCard /> : null}
    </Page>
  );
}
