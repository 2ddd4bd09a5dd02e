import { createBrowserRouter, Navigate } from 'react-router';
import { RequireSession } from './session/require-session.js';
import { SignInPage } from './session/sign-in-page.js';
import { CrashPage } from './shell/crash-page.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { Shell } from './shell/shell.js';

/** The canvas and the editor are big, so each page is loaded when it is opened. */
export const router = createBrowserRouter([
  { path: '/sign-in', element: <SignInPage />, errorElement: <CrashPage /> },
  {
    element: <RequireSession />,
    errorElement: <CrashPage />,
    HydrateFallback: () => null,
    children: [
      {
        element: <Shell />,
        children: [
          {
            errorElement: <CrashPage />,
            children: [
              { index: true, element: <Navigate to="/workflows" replace /> },
              {
                path: 'workflows',
                lazy: async () => ({
                  Component: (await import('./workflows/workflows-page.js')).WorkflowsPage,
                }),
              },
              {
                path: 'workflows/:id',
                lazy: async () => ({ Component: (await import('./designer/designer-page.js')).DesignerPage }),
              },
              {
                path: 'executions',
                lazy: async () => ({
                  Component: (await import('./executions/executions-page.js')).ExecutionsPage,
                }),
              },
              {
                path: 'executions/:id',
                lazy: async () => ({
                  Component: (await import('./executions/execution-page.js')).ExecutionPage,
                }),
              },
              {
                path: 'documents',
                lazy: async () => ({
                  Component: (await import('./documents/documents-page.js')).DocumentsPage,
                }),
              },
              {
                path: 'secrets',
                lazy: async () => ({ Component: (await import('./secrets/secrets-page.js')).SecretsPage }),
              },
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
]);
