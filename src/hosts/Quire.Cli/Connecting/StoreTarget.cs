namespace Quire.Cli.Connecting;

/// <summary>The place that a command works on.</summary>
/// <param name="Project">The project that was named; null for the default one.</param>
internal abstract record StoreTarget(string? Project)
{
    /// <summary>A running server.</summary>
    /// <param name="Address">Its address, ending in a slash.</param>
    /// <param name="Key">The key.</param>
    /// <param name="Project">The project that was named; null for the key's default one.</param>
    public sealed record Server(Uri Address, string Key, string? Project) : StoreTarget(Project);

    /// <summary>A data folder of this machine.</summary>
    /// <param name="Path">Its absolute path.</param>
    /// <param name="Project">The project that was named; null for <c>prompts</c>.</param>
    public sealed record Folder(string Path, string? Project) : StoreTarget(Project);
}
