using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>What a filter, test, method or function does, writing the printed result straight into the output.</summary>
internal delegate void EmitBody(RenderContext context, in Value self, in Arguments arguments);
