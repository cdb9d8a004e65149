using Quire.Versioning.History;
using Quire.Versioning.Objects;

namespace Quire.Core.Git;

/// <summary>What a client wants, and has.</summary>
public sealed record FetchCall
{
    /// <summary>What it wants.</summary>
    public required IReadOnlyList<ObjectId> Wants { get; init; }

    /// <summary>What it says that it has.</summary>
    public IReadOnlyList<ObjectId> Haves { get; init; } = [];

    /// <summary>Commits whose parents it does not have.</summary>
    public IReadOnlyList<ObjectId> Shallow { get; init; } = [];

    /// <summary>How many commits deep its history shall be; 0 for all of it.</summary>
    public int Depth { get; init; }

    /// <summary>Whether the depth counts from <see cref="Shallow"/>, where its history ends now.</summary>
    public bool IsRelative { get; init; }

    /// <summary>The committer's time, in seconds since 1970, from which on it wants commits; null for all.</summary>
    public long? Since { get; init; }

    /// <summary>The refs, by full or short names, whose histories it does not want.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>What it leaves out, to ask for it by id later.</summary>
    public FetchFilter Filter { get; init; }

    /// <summary>Whether deltas may stand on what it has.</summary>
    public bool TakesThin { get; init; }

    /// <summary>Whether it takes what there is, without more talk.</summary>
    public bool Done { get; init; }

    /// <summary>Whether tags of what it gets shall come too.</summary>
    public bool IncludeTags { get; init; }
}
