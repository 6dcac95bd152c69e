import { View } from '@tarojs/components';
import { aria } from './aria';
import { PhotoGrid, type GridPhoto } from './photo-grid';
import './timeline.scss';

export interface TimelineStep {
  key: string;
  title: string;
  who: string;
  when: string;
  note?: string | undefined;
  photos: readonly GridPhoto[];
}

/** What happened, newest first. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <View className="timeline" {...aria('list')}>
      {steps.map((step) => (
        <View key={step.key} className="timeline__step" {...aria('listitem')}>
          <View className="timeline__title">{step.title}</View>
          <View className="timeline__when">
            {step.who} · <View className="timeline__time">{step.when}</View>
          </View>
          {step.note ? <View className="timeline__note">{step.note}</View> : null}
          {step.photos.length > 0 ? (
            <View className="timeline__photos">
              <PhotoGrid photos={step.photos} label={`${step.title}的照片`} />
            </View>
          ) : null}
        </View>
      ))}
    </View>
  );
}
