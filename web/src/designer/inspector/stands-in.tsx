import { Select } from '@mantine/core';
import type { StepDefinition } from '#definition';
import { containmentOf, ROOT } from '../../canvas/containment.js';
import { useDesigner } from '../store/designer-store.js';
import { moveInto } from '../store/move-into.js';
import { placeKey, placeName, placeOfKey, placesFor } from '../store/place-names.js';

/** The container a step stands in, to be changed without dragging. */
export function StandsIn({ step }: { readonly step: StepDefinition }) {
  const definition = useDesigner(({ document }) => document.definition);
  const containment = containmentOf(definition);
  const places = placesFor(definition, step.id);
  if (places.length === 1 || containment.undoes.has(step.id)) return null;
  return (
    <Select
      label="Stands in"
      allowDeselect={false}
      data={places.map((place) => ({ value: placeKey(place) || '-', label: placeName(definition, place) }))}
      value={placeKey(containment.places.get(step.id) ?? ROOT) || '-'}
      onChange={(key) => {
        const place = key === null ? null : placeOfKey(definition, step.id, key === '-' ? '' : key);
        if (place) moveInto([step.id], place, null);
      }}
    />
  );
}
