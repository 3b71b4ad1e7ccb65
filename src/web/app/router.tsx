import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { FileId } from '../../domain/files/contract.ts';
import { IndexKind } from '../../domain/par-index/campaign/scorecard-record.ts';
import { failureOf } from '../api/failure.ts';
import { LoadingLines } from '../ui/notice.tsx';
import { FailedAlone, FailedPage, NotFoundPage } from './refused-pages.tsx';
import { meQuery } from './session.ts';
import { Shell } from './shell.tsx';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  errorComponent: FailedAlone,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ next: z.string().startsWith('/').optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../identity/sign-in-page.tsx'), 'SignInPage'),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../identity/forgot-page.tsx'), 'ForgotPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: z.object({ token: z.string().catch('') }),
  component: lazyRouteComponent(() => import('../identity/reset-page.tsx'), 'ResetPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('../identity/invitation-page.tsx'), 'InvitationPage'),
});

/** Everything for which one must be signed in; who is not goes to sign in and comes back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(meQuery);
    } catch (error) {
      if (failureOf(error).code !== 'unauthenticated') throw error;
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    }
  },
  component: Shell,
  errorComponent: FailedAlone,
});

const myWork = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('../my-work/my-work-page.tsx'), 'MyWorkPage'),
});

const day = z.object({ day: z.iso.date().optional().catch(undefined) });

const units = createRoute({
  getParentRoute: () => inside,
  path: '/units',
  validateSearch: day,
  component: lazyRouteComponent(() => import('../organization/units-page.tsx'), 'UnitsPage'),
});

const unit = createRoute({
  getParentRoute: () => units,
  path: '$unitId',
  component: lazyRouteComponent(() => import('../organization/unit-pane.tsx'), 'UnitPane'),
});

const importUnits = createRoute({
  getParentRoute: () => inside,
  path: '/units/import',
  component: lazyRouteComponent(() => import('../organization/sheets/import-page.tsx'), 'ImportPage'),
});

const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  validateSearch: z.object({ unit: z.guid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../people/people-page.tsx'), 'PeoplePage'),
});

const inviteSheet = createRoute({
  getParentRoute: () => inside,
  path: '/people/invite',
  component: lazyRouteComponent(() => import('../people/sheet/invite-sheet-page.tsx'), 'InviteSheetPage'),
});

const person = createRoute({
  getParentRoute: () => inside,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('../people/person-page.tsx'), 'PersonPage'),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../account/account-page.tsx'), 'AccountPage'),
});

const journal = createRoute({
  getParentRoute: () => inside,
  path: '/journal',
  validateSearch: z.object({ about: z.guid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../journal/journal-page.tsx'), 'JournalPage'),
});

const seals = createRoute({
  getParentRoute: () => inside,
  path: '/journal/seals',
  component: lazyRouteComponent(() => import('../journal/seals-page.tsx'), 'SealsPage'),
});

const uuid = z.guid().optional().catch(undefined);
const period = z.string().optional().catch(undefined);

const scorecards = createRoute({
  getParentRoute: () => inside,
  path: '/scorecards',
  component: lazyRouteComponent(
    () => import('../par-index/scorecards/scorecards-page.tsx'),
    'ScorecardsPage',
  ),
});

const importScorecard = createRoute({
  getParentRoute: () => inside,
  path: '/scorecards/import',
  component: lazyRouteComponent(
    () => import('../par-index/scorecards/import-page.tsx'),
    'ImportScorecardPage',
  ),
});

const compareScorecards = createRoute({
  getParentRoute: () => inside,
  path: '/scorecards/compare',
  validateSearch: z.object({ from: uuid, to: uuid }),
  component: lazyRouteComponent(
    () => import('../par-index/scorecards/compare-page.tsx'),
    'CompareScorecardsPage',
  ),
});

const scorecard = createRoute({
  getParentRoute: () => inside,
  path: '/scorecards/$scorecardId',
  component: lazyRouteComponent(() => import('../par-index/scorecards/scorecard-page.tsx'), 'ScorecardPage'),
});

const newScorecard = createRoute({
  getParentRoute: () => inside,
  path: '/scorecards/new',
  component: lazyRouteComponent(
    () => import('../par-index/scorecards/editor/editor-pages.tsx'),
    'NewScorecardPage',
  ),
});

const editScorecard = createRoute({
  getParentRoute: () => inside,
  path: '/scorecards/$scorecardId/edit',
  component: lazyRouteComponent(
    () => import('../par-index/scorecards/editor/editor-pages.tsx'),
    'EditScorecardPage',
  ),
});

const figures = createRoute({
  getParentRoute: () => inside,
  path: '/figures',
  validateSearch: z.object({ scorecard: uuid, period, unit: uuid }),
  component: lazyRouteComponent(() => import('../par-index/figures/figures-page.tsx'), 'FiguresPage'),
});

const results = createRoute({
  getParentRoute: () => inside,
  path: '/results',
  validateSearch: z.object({ scorecard: uuid, period }),
  component: lazyRouteComponent(() => import('../par-index/results/results-page.tsx'), 'ResultsPage'),
});

const flow = createRoute({
  getParentRoute: () => inside,
  path: '/results/flow',
  validateSearch: z.object({ index: IndexKind.optional().catch(undefined), unit: uuid }),
  component: lazyRouteComponent(() => import('../par-index/results/flow-page.tsx'), 'FlowPage'),
});

const indices = createRoute({
  getParentRoute: () => inside,
  path: '/results/indices',
  component: lazyRouteComponent(() => import('../par-index/results/indices/indices-page.tsx'), 'IndicesPage'),
});

const unitIndices = createRoute({
  getParentRoute: () => inside,
  path: '/results/indices/$unitId',
  component: lazyRouteComponent(
    () => import('../par-index/results/indices/unit-indices-page.tsx'),
    'UnitIndicesPage',
  ),
});

const unitResult = createRoute({
  getParentRoute: () => inside,
  path: '/results/$scorecardId/$period/$unitId',
  validateSearch: z.object({ code: z.string().max(100).optional().catch(undefined) }),
  component: lazyRouteComponent(
    () => import('../par-index/results/unit/unit-result-page.tsx'),
    'UnitResultPage',
  ),
});

const publishedTables = createRoute({
  getParentRoute: () => inside,
  path: '/published-tables',
  component: lazyRouteComponent(
    () => import('../par-index/published/published-page.tsx'),
    'PublishedTablesPage',
  ),
});

const importPublished = createRoute({
  getParentRoute: () => inside,
  path: '/published-tables/import',
  component: lazyRouteComponent(
    () => import('../par-index/published/import-published-page.tsx'),
    'ImportPublishedPage',
  ),
});

const publishedTable = createRoute({
  getParentRoute: () => inside,
  path: '/published-tables/$tableId',
  component: lazyRouteComponent(
    () => import('../par-index/published/published-table-page.tsx'),
    'PublishedTablePage',
  ),
});

const documents = createRoute({
  getParentRoute: () => inside,
  path: '/documents',
  validateSearch: z.object({
    unit: uuid,
    below: z.boolean().optional().catch(undefined),
    file: FileId.optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../files/documents-page.tsx'), 'DocumentsPage'),
});

/** An address that is nothing, told inside the frame. */
const nothing = createRoute({ getParentRoute: () => inside, path: '$', component: NotFoundPage });

const routes = root.addChildren([
  signIn,
  forgot,
  reset,
  invitation,
  inside.addChildren([
    myWork,
    importUnits,
    units.addChildren([unit]),
    people,
    inviteSheet,
    person,
    account,
    journal,
    seals,
    scorecards,
    importScorecard,
    compareScorecards,
    scorecard,
    newScorecard,
    editScorecard,
    figures,
    results,
    flow,
    indices,
    unitIndices,
    unitResult,
    publishedTables,
    importPublished,
    publishedTable,
    documents,
    nothing,
  ]),
]);

export function createWorkspaceRouter(queries: QueryClient) {
  return createRouter({
    routeTree: routes,
    basepath: '/app',
    context: { queries },
    defaultPreload: 'intent',
    defaultPendingComponent: LoadingLines,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: FailedPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged into the router's own
  interface Register {
    router: ReturnType<typeof createWorkspaceRouter>;
  }
}
