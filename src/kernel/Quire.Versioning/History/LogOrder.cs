namespace Quire.Versioning.History;

/// <summary>The order of a log.</summary>
public enum LogOrder
{
    /// <summary>By commit time, newest first, as <c>git log</c>. Pages cost what they show, however deep they are.</summary>
    Time,

    /// <summary>By commit time, but never a parent before its child, as <c>git log --date-order</c>. Every page walks the whole history.</summary>
    Topological,
}
