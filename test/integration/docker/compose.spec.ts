import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: object;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly restart?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const file = readFileSync('docker-compose.yml', 'utf8');
const { services, volumes } = parse(file, { merge: true, strict: true, uniqueKeys: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};

const JOBS = ['temporal-schema', 'temporal-namespace'];
const OURS = ['api', 'worker-interpreter', 'worker-io', 'worker-cpu'];

describe('docker-compose.yml', () => {
  it('holds every server of the production shape', () => {
    expect(Object.keys(services).sort()).toEqual(
      ['postgres', 'temporal-postgres', 'temporal', 'temporal-ui', ...JOBS, ...OURS].sort(),
    );
  });

  it('keeps the product and Temporal in databases of their own', () => {
    expect(services['postgres']?.image).toMatch(/^pgvector\/pgvector:pg\d+$/);
    expect(services['temporal']?.environment?.['POSTGRES_SEEDS']).toBe('temporal-postgres');
    expect(Object.keys(volumes)).toEqual(['postgres', 'temporal-postgres']);
  });

  it('has a worker for each task queue', () => {
    const queues = OURS.slice(1).map((name) => services[name]?.environment?.['SLUICE_WORKER_QUEUES']);
    expect(queues).toEqual(['interpreter', 'io', 'cpu']);
  });

  it.each(Object.keys(services).filter((name) => services[name]?.depends_on))(
    'starts %s only after what it needs',
    (name) => {
      for (const [needed, { condition }] of Object.entries(services[name]?.depends_on ?? {})) {
        const service = services[needed];
        expect(service).toBeDefined();
        expect(condition).toBe(JOBS.includes(needed) ? 'service_completed_successfully' : 'service_healthy');
        const checksItself = service?.build !== undefined;
        if (!JOBS.includes(needed)) expect(checksItself || service?.healthcheck).toBeTruthy();
      }
    },
  );

  it('gives no secret a default and names what is missing', () => {
    const secrets = Object.entries(services).flatMap(([service, { environment = {} }]) =>
      Object.entries(environment)
        .filter(([name]) => /PASSWORD|PWD|SECRET|DATABASE_URL/.test(name))
        .map(([name, value]) => ({ setting: `${service} ${name}`, value })),
    );
    expect(secrets.length).toBeGreaterThanOrEqual(9);
    for (const { setting, value } of secrets) {
      expect([setting, value]).toEqual([setting, expect.stringMatching(/\$\{[A-Z_]+:\?set [^}]+\}/)]);
    }
  });

  it('opens ports on this machine only', () => {
    const open = Object.values(services).flatMap(({ ports = [] }) => ports);
    expect(open.length).toBeGreaterThan(0);
    for (const port of open) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('pins every image and mounts only files that exist', () => {
    for (const { image, build, volumes: mounts = [] } of Object.values(services)) {
      if (build === undefined) expect(image).toMatch(/:[^:]*\d/);
      else expect(existsSync(build.dockerfile)).toBe(true);
      const files = mounts.map((mount) => mount.split(':')[0] ?? '').filter((path) => path.startsWith('.'));
      for (const path of files) expect([path, existsSync(path)]).toEqual([path, true]);
    }
  });
});

describe.each([
  ['docker/api.Dockerfile', 'api'],
  ['docker/worker.Dockerfile', 'worker'],
])('%s', (path, app) => {
  const lines = readFileSync(path, 'utf8')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('uses Debian slim in every stage', () => {
    const stages = lines.filter((line) => line.startsWith('FROM '));
    expect(stages.length).toBeGreaterThan(1);
    for (const stage of stages) expect(stage).toMatch(/^FROM node:24-\w+-slim( AS \w+)?$/);
  });

  it('installs from the lock file without running install scripts, and ships no development packages', () => {
    const installs = lines.filter((line) => line.includes('npm ci'));
    for (const install of installs) expect(install).toContain('--ignore-scripts');
    expect(last).toContainEqual(expect.stringMatching(/^COPY --from=packages .*node_modules/));
    expect(installs).toContainEqual(expect.stringContaining('--omit=dev'));
  });

  it('runs the built code as an ordinary user, with a health check', () => {
    expect(last).toContain('USER node');
    expect(last.at(-1)).toBe(`CMD ["node", "-C", "dist", "dist/apps/${app}/src/main.js"]`);
    expect(last).toContainEqual(expect.stringMatching(/^HEALTHCHECK .*\/readyz/));
    expect(last.indexOf('USER node')).toBeLessThan(last.length - 1);
  });

  it('knows every instruction it uses', () => {
    for (const line of lines) {
      expect(line).toMatch(/^(FROM|WORKDIR|COPY|RUN|ENV|USER|EXPOSE|HEALTHCHECK|STOPSIGNAL|CMD) /);
    }
  });
});
