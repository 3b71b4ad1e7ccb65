import { Button } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { download } from '../downloads/download.ts';
import { Downloads } from '../downloads/downloads.tsx';
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
  /** Name of the exported picture, without its ending. */
  readonly fileName: string;
  /** Where the same numbers are fetched as a workbook. */
  readonly sheet: string;
};

/** A picture with its title, its numbers as a table, and ways to take both along. */
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
            <Downloads
              ways={[
                ...(asTable ? [] : [{ label: shell.savePicture, onTake: save }]),
                { label: shell.saveSheet, address: props.sheet },
              ]}
            />
          </div>
        </div>
        {asTable ? props.table : props.children}
        {!asTable && props.legend}
      </div>
    </figure>
  );
}
