import { ScrollArea, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { DragEvent, KeyboardEvent, RefObject } from 'react';
import { stepCatalogue } from '#definition';
import type { StepCategory, StepType } from '#definition';
import { categoryTitles, stepLook } from '../../canvas/step-look.js';
import classes from './palette.module.css';

/** The kind of data a dragged palette entry carries: the step's type. */
export const PALETTE_DATA = 'application/x-sluice-step';

interface Properties {
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onAdd: (type: string) => void;
}

/** Every kind of step: dragged onto the canvas, or added by click or Enter. */
export function Palette({ searchField, onAdd }: Properties) {
  const [search, setSearch] = useState('');
  const fitting = stepCatalogue.filter((type) => fits(type, search));
  const categories = [...new Set(fitting.map(({ category }) => category))];

  function onKeyDown(event: KeyboardEvent) {
    const [first] = fitting;
    if (event.key === 'Enter' && first) {
      event.preventDefault();
      onAdd(first.type);
    }
    if (event.key === 'Escape') setSearch('');
  }

  return (
    <aside className={classes.palette} aria-label="Steps to add">
      <div className={classes.search}>
        <TextInput
          ref={searchField}
          size="xs"
          aria-label="Search steps"
          placeholder="Search steps"
          leftSection={<IconSearch size={14} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <ScrollArea className={classes.list} type="auto" scrollbarSize={8}>
        {categories.map((category) => (
          <Category
            key={category}
            category={category}
            types={fitting.filter((type) => type.category === category)}
            onAdd={onAdd}
          />
        ))}
        {fitting.length === 0 && (
          <Text size="xs" c="dimmed" px="sm" py="md">
            No step fits “{search}”.
          </Text>
        )}
      </ScrollArea>
      <Text className={classes.hint}>
        Drag onto the canvas or into a frame, or click to add after the selected step.
      </Text>
    </aside>
  );
}

interface CategoryProperties {
  readonly category: StepCategory;
  readonly types: readonly StepType[];
  readonly onAdd: (type: string) => void;
}

function Category({ category, types, onAdd }: CategoryProperties) {
  return (
    <section aria-label={categoryTitles[category]}>
      <h2 className={classes.title}>{categoryTitles[category]}</h2>
      {types.map(({ type, title, summary }) => {
        const look = stepLook(type);
        return (
          <button
            key={type}
            type="button"
            draggable
            className={classes.entry}
            title={summary}
            data-type={type}
            style={
              {
                '--tone': `var(--mantine-color-${look.color}-6)`,
                '--tint': `var(--mantine-color-${look.color}-light)`,
              } as never
            }
            onDragStart={(event) => startDrag(event, type)}
            onClick={() => onAdd(type)}
          >
            <span className={classes.icon}>
              <look.icon size={17} stroke={1.8} aria-hidden />
            </span>
            {title}
          </button>
        );
      })}
    </section>
  );
}

function startDrag(event: DragEvent, type: string) {
  event.dataTransfer.setData(PALETTE_DATA, type);
  event.dataTransfer.effectAllowed = 'copy';
}

function fits({ type, title, summary }: StepType, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return wanted === '' || [type, title, summary].some((text) => text.toLowerCase().includes(wanted));
}
