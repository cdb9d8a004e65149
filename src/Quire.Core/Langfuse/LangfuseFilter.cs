namespace Quire.Core.Langfuse;

/// <summary>Which versions a list of prompts is about. A prompt is listed where at least one of its versions passes.</summary>
public sealed record LangfuseFilter
{
    /// <summary>The prompt's name; null for every prompt.</summary>
    public string? Name { get; init; }

    /// <summary>A tag that the prompt has; null for any.</summary>
    public string? Tag { get; init; }

    /// <summary>A label that the version has; null for any.</summary>
    public string? Label { get; init; }

    /// <summary>The version's number; null for any.</summary>
    public long? Version { get; init; }

    /// <summary>When it was made or labelled, at the earliest; null for ever.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When it was made or labelled, before this; null for ever.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether it takes more than names and tags to tell if a prompt passes.</summary>
    internal bool ReadsVersions => Label is not null || Version is not null || From is not null || To is not null;

    /// <summary>Whether a version passes, but for its prompt's name and tags.</summary>
    internal bool Passes(LangfuseVersion version) =>
        (Version is not { } number || version.Version.Number == number)
        && (Label is null || version.Labels.Contains(Label, StringComparer.Ordinal))
        && (From is not { } from || version.UpdatedAt >= from)
        && (To is not { } to || version.UpdatedAt < to);
}
