namespace Quire.Core.Collecting;

/// <summary>What a collection shall do.</summary>
public sealed record CollectRequest
{
    /// <summary>How long objects that nothing refers to are kept where nobody says otherwise.</summary>
    public static readonly TimeSpan DefaultKeep = TimeSpan.FromDays(14);

    /// <summary>How long objects are kept after they were last handed in, though nothing refers to them; zero for not at all.</summary>
    public TimeSpan Keep { get; init; } = DefaultKeep;

    /// <summary>Whether it only tells what would be swept.</summary>
    public bool DryRun { get; init; }
}
