import { listed } from '../expressions/listed.js';
import type { Graph } from '../graph/graph.js';
import { findStepType, inputPorts, outputPorts } from '../steps/catalogue.js';
import type {
  ConnectionDefinition,
  PortDefinition,
  StepDefinition,
  WorkflowDefinition,
} from '../workflow-definition.js';
import type { ProblemSink } from './problem-sink.js';

/** Each connection by itself: its ends exist, its ports exist and fit, nothing stands twice. */
export function checkConnections(definition: WorkflowDefinition, graph: Graph, sink: ProblemSink): void {
  const ids = new Set<string>();
  const joined = new Set<string>();
  const ports = new PortTable(definition);
  for (const { connection } of graph.crossing) {
    const crossing = definition.connections[connection] as ConnectionDefinition;
    const message = `"${crossing.sourceStep}" and "${crossing.targetStep}" stand in different containers; connect the containers instead.`;
    sink.connection(connection, crossing, { code: 'CONNECTION_CROSSES_SCOPE', message });
  }
  definition.connections.forEach((connection, index) => {
    const report = sink.connection.bind(sink, index, connection);
    if (ids.has(connection.id)) {
      report({
        code: 'CONNECTION_ID_DUPLICATE',
        message: `Another connection has the id "${connection.id}".`,
        at: ['id'],
      });
    }
    ids.add(connection.id);
    const { sourceStep, sourceOutput, targetStep, targetInput } = connection;
    const key = JSON.stringify([sourceStep, sourceOutput, targetStep, targetInput]);
    if (joined.has(key) && sourceStep !== '' && targetStep !== '') {
      const message = `"${sourceStep}" and "${targetStep}" are already connected at these ports.`;
      report({ code: 'CONNECTION_DUPLICATE', severity: 'warning', message });
    }
    joined.add(key);
    checkEnds(connection, graph, ports, report);
  });
}

type Report = (problem: Parameters<ProblemSink['connection']>[2]) => void;

function checkEnds(connection: ConnectionDefinition, graph: Graph, ports: PortTable, report: Report): void {
  const { sourceStep, sourceOutput, targetStep, targetInput } = connection;
  const source = graph.indexOf.get(sourceStep);
  const target = graph.indexOf.get(targetStep);
  for (const [id, found, field] of [
    [sourceStep, source, 'sourceStep'],
    [targetStep, target, 'targetStep'],
  ] as const) {
    if (found !== undefined || id === '') continue;
    report({ code: 'CONNECTION_STEP_UNKNOWN', message: `There is no step "${id}".`, at: [field] });
  }
  if (source !== undefined && source === target) {
    report({ code: 'CONNECTION_SELF', message: `"${sourceStep}" cannot be connected to itself.` });
  }
  const from = source === undefined ? null : ports.output(source, sourceOutput);
  const to = target === undefined ? null : ports.input(target, targetInput);
  if (source !== undefined && from === null && ports.areKnown(source)) {
    const message = `"${sourceStep}" has no port "${sourceOutput}"; it has ${listed(ports.outputs(source))}.`;
    report({ code: 'CONNECTION_PORT_UNKNOWN', message, at: ['sourceOutput'] });
  }
  if (target !== undefined && to === null && ports.areKnown(target)) {
    const message = `"${targetStep}" has no port "${targetInput}"; it has ${listed(ports.inputs(target))}.`;
    report({ code: 'CONNECTION_PORT_UNKNOWN', message, at: ['targetInput'] });
  }
  if (from !== null && to !== null && !typesAgree(from, to)) {
    const message = `The port "${from.name}" gives ${from.type}, but "${to.name}" takes ${to.type}.`;
    report({ code: 'CONNECTION_PORT_TYPE', message });
  }
}

/** Ports without a type, and those that only say that something goes on, fit all others. */
export function typesAgree(from: PortDefinition, to: PortDefinition): boolean {
  const open = (type: string | undefined): boolean => type === undefined || type === 'any' || type === 'flow';
  return open(from.type) || open(to.type) || from.type === to.type;
}

/** Ports by name, worked out once for each step that has connections. */
export class PortTable {
  private readonly ins: (ReadonlyMap<string, PortDefinition> | undefined)[] = [];
  private readonly outs: (ReadonlyMap<string, PortDefinition> | undefined)[] = [];

  constructor(private readonly definition: Pick<WorkflowDefinition, 'steps'>) {}

  /** Nothing is known of the ports of a step whose type is not. */
  areKnown(step: number): boolean {
    return findStepType((this.definition.steps[step] as StepDefinition).type) !== null;
  }

  output(step: number, name: string): PortDefinition | null {
    return this.outputMap(step).get(name) ?? null;
  }

  input(step: number, name: string): PortDefinition | null {
    return this.inputMap(step).get(name) ?? null;
  }

  outputs(step: number): Iterable<string> {
    return this.outputMap(step).keys();
  }

  inputs(step: number): Iterable<string> {
    return this.inputMap(step).keys();
  }

  private outputMap(step: number): ReadonlyMap<string, PortDefinition> {
    return (this.outs[step] ??= byName(outputPorts(this.definition.steps[step] as StepDefinition)));
  }

  private inputMap(step: number): ReadonlyMap<string, PortDefinition> {
    return (this.ins[step] ??= byName(inputPorts(this.definition.steps[step] as StepDefinition)));
  }
}

function byName(ports: readonly PortDefinition[]): ReadonlyMap<string, PortDefinition> {
  return new Map(ports.map((port) => [port.name, port]));
}
