import type { FileLine } from '../../domain/files/contract.ts';
import { useText } from '../ui/language.tsx';
import styles from './documents.module.css';
import { viewAddress } from './transfer.ts';

/** The contents in a frame that may run nothing. Browsers show a PDF only outside a sandbox; it has no script of ours either way. */
export function Preview({ file }: { readonly file: FileLine }) {
  const { documents } = useText();
  const { fileId, name, mediaType, viewable } = file;
  if (!viewable) return <p className={styles.note}>{documents.noPreview}</p>;
  if (mediaType.startsWith('image/'))
    return <img className={styles.picture} src={viewAddress(fileId)} alt={documents.preview(name)} />;
  return (
    <iframe
      className={styles.view}
      src={viewAddress(fileId)}
      title={documents.preview(name)}
      {...(mediaType !== 'application/pdf' && { sandbox: '' })}
    />
  );
}
