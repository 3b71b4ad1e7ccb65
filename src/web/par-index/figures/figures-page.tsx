import { useText } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';

export function FiguresPage() {
  const { parIndex } = useText();
  return (
    <Page title={parIndex.figures} lead={parIndex.figuresLead}>
      {null}
    </Page>
  );
}
