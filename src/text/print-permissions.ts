import { PERMISSIONS } from '../domain/kernel/permission.ts';
import { PERMISSIONS_OF_ROLE, ROLES } from '../domain/organization/role.ts';
import { identity } from './vi/identity.ts';
import { permissions } from './vi/permissions.ts';

const ACCESS: Record<string, string> = { anyone: 'ai cũng được', signed_in: 'người đã đăng nhập' };

const LEAD = `# Ai được làm gì

Trang này in ra từ mã nguồn (\`npm run data:permissions\`); đừng sửa tay. Vai trò được giao tại một đơn vị, có ngày bắt
đầu và có thể có ngày kết thúc, và có hiệu lực với đơn vị đó cùng mọi đơn vị bên dưới. Điều không được thấy thì trả lời
là *không có*; điều thấy mà không được làm thì trả lời là *không được phép*, kèm lý do.`;

/** One operation of the API and who may call it. */
export type OperationLine = {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly access: string;
};

/** `docs/permissions.md`: roles against permissions, then the permission that each operation needs. */
export function printPermissions(operations: readonly OperationLine[]): string {
  const roles = table(
    ['Quyền', ...ROLES.map((role) => identity.roleNames[role])],
    PERMISSIONS.map((permission) => [
      `${permissions[permission]} (${code(permission)})`,
      ...ROLES.map((role) => (PERMISSIONS_OF_ROLE[role].includes(permission) ? '✓' : '')),
    ]),
  );
  const needed = table(
    ['Thao tác', 'Địa chỉ', 'Cần quyền'],
    operations.map(({ method, path, summary, access }) => [
      summary,
      code(`${method} /api${path}`),
      ACCESS[access] ?? code(access),
    ]),
  );
  return `${LEAD}\n\n## Vai trò và quyền\n\n${roles}\n\n## Thao tác và quyền cần có\n\n${needed}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
