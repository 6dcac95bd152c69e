import { View } from '@tarojs/components';
import { audiences, renderingFor, type Audience, type PeopleInPhotos } from '../../../../domain/post-rendering';
import { Chips } from '../../../components/chips';
import { Field } from '../../../components/field';
import type { LinkedWish } from './post-draft';
import './publish.scss';

const options = [
  { value: 'none', label: '没有' },
  { value: 'agreed', label: '有，本人同意公开' },
  { value: 'group', label: '有，只发群里' },
  { value: 'unasked', label: '有，还没问过' },
] as const satisfies readonly { value: PeopleInPhotos; label: string }[];

/** By the widest audience that gets the photos. */
const seenBy = {
  public: '这些照片大家都能看到。',
  group: '这些照片只发到微信群里，代表和工作人员也能看到；其他人只看到文字。',
  internal: '这些照片只有代表和工作人员能看到；群里和其他人只看到文字。',
} as const satisfies Record<Audience, string>;

interface Props {
  /** What is chosen, or taken for chosen. */
  people: PeopleInPhotos | null;
  wish: LinkedWish | null;
  error: string | undefined;
  onChange: (people: PeopleInPhotos | null) => void;
}

/** Who is to be recognised in the photos, and whether they agreed; under it, what follows. */
export function PeopleField({ people, wish, error, onChange }: Props) {
  return (
    <Field id="people" label="照片里能认出群众吗？" group error={error}>
      <Chips
        id="people"
        label="照片里能认出群众吗"
        options={options}
        value={people}
        onChange={(chosen) => onChange(chosen === people ? null : chosen)}
      />
      <View id="people-follows" className="publish__follows">
        {wish?.minor ? '这是未成年人的心愿：脸和名字一律不公开。' : ''}
        {followsFrom(people, wish)}
      </View>
    </Field>
  );
}

/** The server's own rule is asked (domain/post-rendering), so that the page cannot promise what it does not keep. */
function followsFrom(people: PeopleInPhotos | null, wish: LinkedWish | null): string {
  const isKnown = wish === null || wish.photosPublic !== undefined;
  if (people === null && !isKnown) return '不选的话，按心愿人当初同意的范围公开。';
  const consents = {
    ...(people === null ? {} : { people }),
    ...(wish ? { wish: { showName: false, showPhoto: wish.photosPublic ?? false, minor: wish.minor ?? false } } : {}),
  };
  const widest = [...audiences].reverse().find((audience) => renderingFor(audience, consents).photos);
  return seenBy[widest ?? 'internal'];
}
