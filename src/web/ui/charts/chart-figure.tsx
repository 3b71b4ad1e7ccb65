import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { download } from '../download.ts';
import { useText } from '../language.tsx';
import styles from './chart-figure.module.css';

type ChartFigureProps = {
  readonly title: string;
  /** What the picture says, in a sentence; it stands in the exported picture too. */
  readonly summary?: string;
  readonly legend?: ReactNode;
  readonly children: ReactNode;
  /** The same numbers as a table; left out where the picture is a table itself. */
  readonly table?: ReactNode;
  /** Further ways to take the numbers along, such as the workbook that holds them. */
  readonly exports?: ReactNode;
  /** Name of the exported picture, without its ending. */
  readonly fileName: string;
};

/** A picture with its title, its numbers as a table and ways to take both along: the picture as PNG, the rest given. */
export function ChartFigure(props: ChartFigureProps) {
  const { shell } = useText();
  const picture = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const save = async () => {
    if (picture.current === null) return;
    const { paintPng } = await import('./paint.ts');
    download(await paintPng(picture.current), `${props.fileName}.png`);
  };
  return (
    <figure className={styles.figure}>
      <div ref={picture} className={styles.picture}>
        <div className={styles.head}>
          <figcaption>
            <h2>{props.title}</h2>
            {props.summary !== undefined && <p className={styles.summary}>{props.summary}</p>}
          </figcaption>
          <div className={styles.actions} data-no-picture>
            {props.table !== undefined && (
              <Button variant="subtle" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
                {asTable ? shell.asPicture : shell.asTable}
              </Button>
            )}
            {!asTable && (
              <Button
                variant="default"
                leftSection={<Download size={16} aria-hidden="true" />}
                onClick={save}
              >
                {shell.savePicture}
              </Button>
            )}
            {props.exports}
          </div>
        </div>
        {asTable ? props.table : props.children}
        {!asTable && props.legend}
      </div>
    </figure>
  );
}
