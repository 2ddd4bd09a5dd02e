import {
  IconArrowsJoin,
  IconArrowsSplit,
  IconBell,
  IconBinaryTree,
  IconChecklist,
  IconFileImport,
  IconFunction,
  IconHourglass,
  IconMessage2Question,
  IconPuzzle,
  IconRepeat,
  IconScissors,
  IconSearch,
  IconShieldCheck,
  IconSitemap,
  IconUserQuestion,
  IconVector,
  IconWorld,
} from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import { findStepType } from '#definition';
import type { StepCategory } from '#definition';

const icons: Readonly<Record<string, TablerIcon>> = {
  document_ingestion: IconFileImport,
  chunking: IconScissors,
  embedding: IconVector,
  search: IconSearch,
  synthesis: IconMessage2Question,
  validation: IconChecklist,
  condition: IconArrowsSplit,
  parallel: IconBinaryTree,
  merge: IconArrowsJoin,
  transform: IconFunction,
  loop: IconRepeat,
  try: IconShieldCheck,
  delay: IconHourglass,
  approval: IconUserQuestion,
  wait_for_event: IconBell,
  http_request: IconWorld,
  sub_workflow: IconSitemap,
};

/** Colours of the theme by what a step is about; the icon and the name say the same. */
const colors: Readonly<Record<StepCategory, string>> = {
  documents: 'blue',
  answers: 'teal',
  flow: 'orange',
  data: 'violet',
};

export const categoryTitles: Readonly<Record<StepCategory, string>> = {
  documents: 'Documents',
  answers: 'Answers',
  flow: 'Flow',
  data: 'Data',
};

export interface StepLook {
  readonly title: string;
  readonly color: string;
  readonly icon: TablerIcon;
}

/** How a type of step is drawn everywhere; an unknown type keeps its own word. */
export function stepLook(type: string): StepLook {
  const known = findStepType(type);
  return {
    title: known?.title ?? type,
    color: known ? colors[known.category] : 'gray',
    icon: icons[type] ?? IconPuzzle,
  };
}
