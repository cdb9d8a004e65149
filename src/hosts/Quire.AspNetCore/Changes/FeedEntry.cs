using Quire.Core.Changes;

namespace Quire.AspNetCore.Changes;

/// <summary>One row of the feed. One that is not for this key has only its id, so that numbers stay without a gap.</summary>
internal sealed record FeedEntry
{
    /// <summary>The place, as <c>N.i</c>.</summary>
    public required string Id { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The project; absent for changes of the organisation itself.</summary>
    public string? Project { get; init; }

    /// <summary>What moved: <c>branch</c>, <c>merge</c>, <c>tag</c>, <c>alias</c>, <c>latest</c>, <c>annotation</c>, <c>moved</c>, <c>project</c>, <c>key</c>, <c>webhook</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The name of what moved.</summary>
    public string? Name { get; init; }

    /// <summary>The prompt's id; absent where it is not about one.</summary>
    public long? Prompt { get; init; }

    /// <summary>The prompt's path at that moment.</summary>
    public string? Path { get; init; }

    /// <summary>The layer of the contribution that it is about.</summary>
    public string? Layer { get; init; }

    /// <summary>The scope of the contribution that it is about.</summary>
    public string? Scope { get; init; }

    /// <summary>The value before; absent when it is new.</summary>
    public string? Old { get; init; }

    /// <summary>The value after; absent when it is gone.</summary>
    public string? New { get; init; }

    /// <summary>Who did it: the id of the key.</summary>
    public string? Actor { get; init; }

    /// <summary>The row as this caller sees it.</summary>
    public static FeedEntry Of(FeedItem item)
    {
        var id = new FeedPlace(item.Sequence, item.Index).ToString();
        return item.Row is not { } row ? new FeedEntry { Id = id } : new FeedEntry
        {
            Id = id,
            At = row.At,
            Project = item.Project,
            Kind = row.Kind,
            Name = row.Name,
            Prompt = row.PromptId,
            Path = row.Path,
            Layer = row.Layer,
            Scope = row.Scope,
            Old = row.Old,
            New = row.New,
            Actor = row.Actor,
        };
    }
}
