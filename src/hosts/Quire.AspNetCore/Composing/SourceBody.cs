using System.Text.Json;

namespace Quire.AspNetCore.Composing;

/// <summary>A text that is not stored, to be checked.</summary>
internal sealed record SourceBody
{
    /// <summary>The path that its file would have; it decides how the text is read.</summary>
    public required string Path { get; init; }

    /// <summary>The whole file.</summary>
    public required string Source { get; init; }

    /// <summary>The branch whose files stand beside it; absent for the default branch.</summary>
    public string? Branch { get; init; }

    /// <summary>Variables to hold against the file's schema, an object; absent for none. What is coerced or takes its default is told as info.</summary>
    public JsonElement? Variables { get; init; }
}
