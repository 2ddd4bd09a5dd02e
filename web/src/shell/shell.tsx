import { NavLink as RouterLink, Outlet, useLocation } from 'react-router';
import { IconFiles, IconKey, IconPlayerPlay, IconSitemap } from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import { ApiBanner } from './api-banner.js';
import { Logo } from './logo.js';
import { ThemeSwitch } from './theme-switch.js';
import { UserMenu } from './user-menu.js';
import classes from './shell.module.css';

interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: TablerIcon;
}

const places: readonly Place[] = [
  { to: '/workflows', label: 'Workflows', icon: IconSitemap },
  { to: '/executions', label: 'Executions', icon: IconPlayerPlay },
  { to: '/documents', label: 'Documents', icon: IconFiles },
  { to: '/secrets', label: 'Secrets', icon: IconKey },
];

/** A canvas wants all the room there is: there the navigation folds to icons. */
const wide = /^\/(workflows|executions)\/[^/]+/;

export function Shell() {
  const { pathname } = useLocation();
  const narrow = wide.test(pathname);
  return (
    <div className={classes.shell} data-narrow={narrow || undefined}>
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <nav className={classes.nav} aria-label="Main">
        <RouterLink to="/workflows" className={classes.brand} aria-label="Sluice, workflows">
          <Logo size={28} />
          <span className={classes.word}>Sluice</span>
        </RouterLink>
        <div className={classes.places}>
          {places.map(({ to, label, icon: Icon }) => (
            <RouterLink key={to} to={to} className={classes.place} title={narrow ? label : undefined}>
              <Icon size={19} stroke={1.7} aria-hidden />
              <span className={classes.word}>{label}</span>
            </RouterLink>
          ))}
        </div>
        <div className={classes.foot}>
          <ThemeSwitch narrow={narrow} />
          <UserMenu narrow={narrow} />
        </div>
      </nav>
      <div className={classes.side}>
        <ApiBanner />
        <main id="main" className={classes.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}
