namespace Quire.Core.Imports.Reading;

/// <summary>One item of a source cannot be read; the others go on.</summary>
/// <param name="reason">One sentence.</param>
/// <param name="hint">The way out.</param>
internal sealed class ItemRefusedException(string reason, string hint) : Exception(reason)
{
    /// <summary>The way out.</summary>
    public string Hint { get; } = hint;
}
