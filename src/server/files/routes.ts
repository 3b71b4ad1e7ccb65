import { files } from '../../domain/files/contract.ts';
import { holds } from '../../domain/kernel/actor.ts';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import { bind, query } from '../http/operation.ts';
import { findCurrent, listPathsOf, listVersions } from './queries.ts';
import { getFile, withNames } from './service.ts';

const os = bind(files);

export const fileRoutes = os.router({
  list: os.list.handler((call) =>
    query(call, async (trx, actor) => {
      const { unitId, ...filter } = call.input;
      const known = await listPathsOf(trx, actor.tenantId, unitId);
      if (known.length === 0) throw new AppError('not_found', [fault(['unitId'], 'unknown_unit')]);
      const paths = known.map(({ path }) => path);
      const found = await findCurrent(trx, actor.tenantId, { ...filter, paths });
      const present = known.find(({ validTo }) => validTo === null)?.path;
      return {
        files: await withNames(trx, actor, found),
        next: found.length < filter.limit ? null : (found.at(-1)?.fileId ?? null),
        addTo: present !== undefined && holds(actor, 'file.add', present) ? present : null,
      };
    }),
  ),
  versions: os.versions.handler((call) =>
    query(call, async (trx, actor) => {
      const { documentId, unitPath } = await getFile(trx, actor, call.input.fileId);
      const versions = await listVersions(trx, actor.tenantId, documentId);
      return {
        versions: await withNames(trx, actor, versions),
        mayAdd: holds(actor, 'file.add', unitPath),
      };
    }),
  ),
});
