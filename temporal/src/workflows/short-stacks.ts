/**
 * The SDK takes a stack trace for every promise of a workflow, for the query `__stack_trace`, and translates each frame
 * by the source map: with the usual ten frames that is more than half of what an execution costs. Three say where a
 * fault of the engine arose. Errors are frozen once the modules are loaded, so this must be among them.
 */
Error.stackTraceLimit = 3;
