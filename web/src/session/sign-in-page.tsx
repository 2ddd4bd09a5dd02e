import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Navigate, useLocation } from 'react-router';
import { Logo } from '../shell/logo.js';
import { SessionError, signIn } from './session-api.js';
import { useSessionStore } from './session-store.js';
import classes from './sign-in-page.module.css';

export function SignInPage() {
  useDocumentTitle('Sign in · Sluice');
  const { session, ended } = useSessionStore();
  const location = useLocation() as { readonly state: { readonly from?: string } | null };
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  if (session) return <Navigate to={location.state?.from ?? '/workflows'} replace />;

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    const missing = whatIsMissing(email, password);
    setProblem(missing);
    if (missing !== null) return;
    setBusy(true);
    try {
      await signIn(email.trim(), password);
    } catch (error) {
      setProblem(explain(error));
      setBusy(false);
    }
  }

  return (
    <main className={classes.page}>
      <Stack gap="lg" w={380} maw="100%">
        <Stack gap={6} align="center">
          <Logo size={44} />
          <Title order={1} fz={24}>
            Sign in to Sluice
          </Title>
          <Text c="dimmed" size="sm">
            Design, run and watch document workflows.
          </Text>
        </Stack>
        <Paper
          withBorder
          p="lg"
          radius="lg"
          component="form"
          noValidate
          onSubmit={(event) => void submit(event)}
        >
          <Stack gap="md">
            {ended && problem === null && (
              <Alert variant="light" color="blue" icon={<IconInfoCircle size={18} />}>
                Your session has ended. Sign in again to go on.
              </Alert>
            )}
            {problem !== null && (
              <Alert variant="light" color="red" role="alert" icon={<IconAlertTriangle size={18} />}>
                {problem}
              </Alert>
            )}
            <TextInput
              label="E-mail"
              name="email"
              type="email"
              autoComplete="username"
              data-autofocus
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label="Password"
              name="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" loading={busy} fullWidth>
              Sign in
            </Button>
          </Stack>
        </Paper>
        <Text c="dimmed" size="xs" ta="center">
          The first start prints the administrator’s e-mail and password.
        </Text>
      </Stack>
    </main>
  );
}

function whatIsMissing(email: string, password: string): string | null {
  if (!email.trim()) return 'Enter your e-mail address.';
  if (!password) return 'Enter your password.';
  return null;
}

function explain(error: unknown): string {
  if (!(error instanceof SessionError) || error.code === 'UNAVAILABLE')
    return 'The API cannot be reached. Check that the product is running, then try again.';
  if (error.code === 'UNAUTHENTICATED') return 'E-mail or password is not right. Check both and try again.';
  if (error.code === 'RATE_LIMITED') return 'Too many attempts. Wait a minute, then try again.';
  return error.message;
}
