import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { currentDefinition, edit, redo, undo } from '../store/designer-store.js';
import { stepsFromText, stepsToText } from '../store/new-steps.js';
import { removeSteps } from '../store/remove-steps.js';
import { requestSelection, useSelection } from '../store/selection-store.js';
import type { Saving } from './use-saving.js';

interface Keys {
  readonly saving: Saving;
  readonly focusPalette: () => void;
}

const everywhere = { preventDefault: true, enableOnFormTags: true, enableOnContentEditable: true } as const;
const onCanvas = { preventDefault: true } as const;

/** The keys of the designer. Single letters act only outside of fields. */
export function useDesignerKeys({ saving, focusPalette }: Keys): void {
  const { getNodes } = useReactFlow();
  useHotkeys('mod+s', () => void saving.save(), everywhere);
  useHotkeys('mod+enter', () => saving.run(), everywhere);
  useHotkeys('mod+z', undo, onCanvas);
  useHotkeys(['mod+shift+z', 'mod+y'], redo, onCanvas);
  useHotkeys('mod+a', () => requestSelection(getNodes().map(({ id }) => id)), onCanvas);
  useHotkeys('mod+d', duplicateSelection, onCanvas);
  useHotkeys('n', focusPalette, onCanvas);
  useHotkeys('f2', () => document.querySelector<HTMLInputElement>('[data-step-name]')?.focus(), onCanvas);

  // The clipboard events themselves: reading the clipboard by other means asks for leave, and not everywhere.
  useEffect(() => {
    addEventListener('copy', onCopy);
    addEventListener('cut', onCut);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('copy', onCopy);
      removeEventListener('cut', onCut);
      removeEventListener('paste', onPaste);
    };
  }, []);
}

function selected(): ReadonlySet<string> {
  return new Set(useSelection.getState().steps);
}

function insert(text: string): boolean {
  const pasted = stepsFromText(text, currentDefinition(), { x: 40, y: 40 });
  if (!pasted) return false;
  edit(...pasted.edits);
  requestSelection(pasted.ids);
  return true;
}

function duplicateSelection() {
  insert(stepsToText(currentDefinition(), selected()));
}

function onCopy(event: ClipboardEvent) {
  if (isInField(event) || selected().size === 0 || !getSelection()?.isCollapsed) return;
  event.clipboardData?.setData('text/plain', stepsToText(currentDefinition(), selected()));
  event.preventDefault();
}

function onCut(event: ClipboardEvent) {
  onCopy(event);
  if (event.defaultPrevented) removeSteps([...selected()]);
}

function onPaste(event: ClipboardEvent) {
  if (isInField(event)) return;
  if (insert(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
}

function isInField(event: Event): boolean {
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}
