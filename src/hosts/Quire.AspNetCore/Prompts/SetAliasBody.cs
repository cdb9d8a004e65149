namespace Quire.AspNetCore.Prompts;

/// <summary>Where an alias shall point.</summary>
internal sealed record SetAliasBody
{
    /// <summary>The version; absent for the latest one.</summary>
    public long? Version { get; init; }

    /// <summary>The version that the caller saw the alias on, 0 for none; absent where that does not matter.</summary>
    public long? Expected { get; init; }

    /// <summary>The breaks of merge points that the caller accepts, as a refusal named them.</summary>
    public IReadOnlyList<string>? AcceptBreaks { get; init; }
}
