import { SelectField } from '../../../components/select-field';
import { spanKey, spanOptions, type Offered, type YearOrTerm } from '../../../features/dossier/span-choice';

interface Props {
  offered: Offered;
  span: YearOrTerm;
  onChange: (key: string) => void;
}

export function SpanField({ offered, span, onChange }: Props) {
  return (
    <SelectField
      id="span"
      required
      label={offered.terms.length > 0 ? '年度或届次' : '年度'}
      placeholder="请选择"
      options={spanOptions(offered)}
      value={spanKey(span)}
      onChange={onChange}
    />
  );
}
