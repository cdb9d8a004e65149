namespace Quire.Templating.Execution;

/// <summary>How a statement ended.</summary>
internal enum Flow
{
    Normal,
    Break,
    Continue,
    Stop,
}
