import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { openFolderStore } from './folder.ts';
import { openS3Store } from './s3.ts';
import type { FileStore } from './store.ts';

/** Where this installation keeps its evidence. */
export function openStore({ files, dataFolder }: Pick<Config, 'files' | 'dataFolder'>): FileStore {
  return files.kind === 's3' ? openS3Store(files) : openFolderStore(join(dataFolder, 'files'));
}
