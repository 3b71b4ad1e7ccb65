import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { type Caller, givenProvince, signedInAs, visitor } from '../../../tests/given.ts';

let app: TestApp;
let administrator: Caller;
let officer: Caller;

beforeAll(async () => {
  app = await startTestApp();
  const tenantId = await givenProvince(app);
  administrator = await signedInAs(app, tenantId, 'administrator');
  officer = await signedInAs(app, tenantId, 'officer', 4);
});
afterAll(() => app.close());

describe('the tree of units', () => {
  it('is shown to nobody who is not signed in', async () => {
    expect((await visitor(app).get('/units')).status).toBe(401);
  });

  it('shows the administrator every unit, parents first, with what may be done', async () => {
    const { body } = await administrator.get('/units');
    expect(body.units).toMatchObject([
      { name: 'UBND tỉnh Trường Giang', allowed: expect.arrayContaining(['create_below']) },
      { name: 'Phường Đông Kiều' },
      { name: 'Bộ phận Một cửa' },
      { name: 'Sở Nội vụ' },
      { name: 'Phòng Cải cách hành chính' },
      { name: 'Xã Thạch Vĩnh' },
      { name: 'Phòng Kinh tế' },
    ]);
  });

  it('shows an officer their own unit and the way up to the root, with nothing to do', async () => {
    const { body } = await officer.get('/units');
    expect(body.units).toMatchObject([
      { name: 'UBND tỉnh Trường Giang', allowed: [] },
      { name: 'Phường Đông Kiều', allowed: [] },
      { name: 'Bộ phận Một cửa', allowed: [] },
    ]);
  });

  it('is empty on a day before there were units', async () => {
    expect((await administrator.get('/units?day=2014-12-31')).body).toMatchObject({ units: [] });
  });
});
