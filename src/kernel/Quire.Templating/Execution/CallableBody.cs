using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>What a filter, test, method or function does.</summary>
internal delegate Value CallableBody(RenderContext context, in Value self, in Arguments arguments);
