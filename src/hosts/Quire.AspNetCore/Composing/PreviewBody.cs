namespace Quire.AspNetCore.Composing;

/// <summary>A prompt to compose with files that are not stored.</summary>
internal sealed record PreviewBody
{
    /// <summary>What to compose, as in a composition, without alias, version, ref and selectors.</summary>
    public required ComposeBody Request { get; init; }

    /// <summary>The files, by their paths in the project; they stand in the place of stored ones.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>The branch that they stand over; absent for the default branch.</summary>
    public string? Branch { get; init; }
}
