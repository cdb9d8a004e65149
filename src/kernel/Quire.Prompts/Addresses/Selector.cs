using Quire.Prompts.Names;

namespace Quire.Prompts.Addresses;

/// <summary>Which version of a prompt is meant.</summary>
public abstract record Selector
{
    private Selector()
    {
    }

    /// <summary>The highest version at the tip of the default branch: what an address without selector says.</summary>
    public static Selector Latest { get; } = new LatestVersion();

    /// <summary>No selector was given.</summary>
    public sealed record LatestVersion : Selector;

    /// <summary>The version that an alias names.</summary>
    public sealed record Alias(AliasName Name) : Selector;

    /// <summary>A version by number, from 1.</summary>
    public sealed record Number(int Version) : Selector;

    /// <summary>The file in the tree of a branch or tag.</summary>
    public sealed record Ref(RefName Name) : Selector;

    /// <summary>The file in the tree of a commit; 4 to 40 lower-case hexadecimal digits.</summary>
    public sealed record Commit(string Hex) : Selector;

    /// <summary>The file in a release of the prompt set that the address names as its project: a range or a full SemVer.</summary>
    public sealed record Release(string Range) : Selector;
}
