import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from 'react-router/dom';
import { apollo } from './graphql/client.js';
import { router } from './routes.js';
import { cssVariables, theme } from './ui/theme.js';

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <ApolloProvider client={apollo}>
        <ModalsProvider modalProps={{ centered: true }}>
          <Notifications position="bottom-center" />
          <RouterProvider router={router} />
        </ModalsProvider>
      </ApolloProvider>
    </MantineProvider>
  );
}
