import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download, ExternalLink, X } from 'lucide-react';
import { useState } from 'react';
import type { FileId, FileLine } from '../../domain/files/contract.ts';
import { typeName } from '../../text/file-type-name.ts';
import { printInstant } from '../../text/instants.ts';
import { printNumber } from '../../text/numbers.ts';
import { printSize } from '../../text/sizes.ts';
import { failureOf } from '../api/failure.ts';
import { Facts } from '../ui/facts.tsx';
import { useLanguage } from '../ui/language.tsx';
import { ErrorState, LoadingLines } from '../ui/notice.tsx';
import { useReveal } from '../ui/reveal.ts';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './documents.module.css';
import { Preview } from './preview.tsx';
import { versionsListed } from './queries.ts';
import { contentsAddress, viewAddress } from './transfer.ts';
import { VersionForm } from './version-form.tsx';
import { VersionsTable } from './versions-table.tsx';

type DocumentPaneProps = {
  readonly fileId: FileId;
  readonly onOpen: (fileId: string) => void;
  readonly onClose: () => void;
};

/** One version of a document: what it shows, what is known of it, and the other versions. */
export function DocumentPane({ fileId, onOpen, onClose }: DocumentPaneProps) {
  const { text, language } = useLanguage();
  const { documents, shell } = text;
  const listed = useQuery(versionsListed(fileId));
  const [adding, setAdding] = useState(false);
  const pane = useReveal<HTMLElement>(fileId);
  const versions = listed.data?.versions ?? [];
  const shown = versions.find((version) => version.fileId === fileId);
  const newest = versions[0];
  return (
    <aside ref={pane} className={styles.pane} aria-label={shown?.name ?? documents.documents}>
      <div className={styles.paneTitle}>
        <h2>{shown?.name}</h2>
        <ActionIcon variant="subtle" color="gray" aria-label={shell.close} onClick={onClose}>
          <X size={18} />
        </ActionIcon>
      </div>
      {listed.isPending && <LoadingLines lines={8} />}
      {listed.isError && (
        <ErrorState sentence={shell.refused[failureOf(listed.error).code]} onRetry={() => listed.refetch()} />
      )}
      {shown !== undefined && newest !== undefined && (
        <>
          {newest.fileId !== shown.fileId && (
            <p className={styles.superseded}>
              {documents.superseded(printNumber(`${newest.versionNo}`, language))}{' '}
              <button type="button" className={styles.open} onClick={() => onOpen(newest.fileId)}>
                {documents.openNewest}
              </button>
            </p>
          )}
          <Actions file={shown} onAdd={listed.data?.mayAdd && !adding ? () => setAdding(true) : undefined} />
          {adding && <VersionForm file={newest} onDone={onOpen} onClose={() => setAdding(false)} />}
          <Preview file={shown} />
          <FileFacts file={shown} />
          <h3 className={styles.subtitle}>{documents.versions}</h3>
          <VersionsTable versions={versions} shown={fileId} onOpen={onOpen} />
          <Link to="/journal" search={{ about: shown.documentId }}>
            {documents.journal}
          </Link>
        </>
      )}
    </aside>
  );
}

function Actions(props: { readonly file: FileLine; readonly onAdd: (() => void) | undefined }) {
  const { text } = useLanguage();
  const { documents } = text;
  const { fileId, viewable } = props.file;
  return (
    <div className={styles.actions}>
      <Button
        component="a"
        variant="default"
        href={contentsAddress(fileId)}
        download
        leftSection={<Download size={16} aria-hidden="true" />}
      >
        {documents.download}
      </Button>
      {props.onAdd !== undefined && (
        <Button variant="default" onClick={props.onAdd}>
          {documents.addVersion}
        </Button>
      )}
      {viewable && (
        <a href={viewAddress(fileId)} target="_blank" rel="noreferrer" className={styles.alone}>
          <ExternalLink size={14} aria-hidden="true" /> {documents.openAlone}
        </a>
      )}
    </div>
  );
}

const SCANNED = { not_asked: 'unknown', clean: 'safe', missed: 'risk' } as const;

function FileFacts({ file }: { readonly file: FileLine }) {
  const { text, language } = useLanguage();
  const { documents } = text;
  const { versionNo, reason, size, mediaType, unitName, addedByName, addedAt, scan, sha256 } = file;
  return (
    <Facts
      facts={[
        [
          documents.version,
          `${printNumber(`${versionNo}`, language)}${reason === null ? '' : `: ${reason}`}`,
        ],
        [documents.type, `${typeName(documents.types, mediaType)}, ${printSize(size, language)}`],
        [documents.unit, unitName],
        [documents.addedBy, addedByName],
        [documents.addedAt, printInstant(addedAt)],
        [documents.scan, <StatusMark key="scan" meaning={SCANNED[scan]} word={documents.scans[scan]} />],
        [
          documents.hash,
          <span key="hash" className={styles.hash}>
            {sha256}
          </span>,
        ],
      ]}
    />
  );
}
