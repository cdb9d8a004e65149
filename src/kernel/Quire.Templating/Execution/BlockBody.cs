using Quire.Templating.Nodes;

namespace Quire.Templating.Execution;

/// <summary>The body of a block and the template it is written in.</summary>
internal sealed record BlockBody(Template Template, BlockStatement Block);
