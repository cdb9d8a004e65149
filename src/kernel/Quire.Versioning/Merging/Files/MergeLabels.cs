namespace Quire.Versioning.Merging.Files;

/// <summary>What conflict markers call the three versions.</summary>
/// <param name="Base">The common ancestor; only written in the diff3 style.</param>
/// <param name="Ours">Our side.</param>
/// <param name="Theirs">Their side.</param>
public sealed record MergeLabels(string Base = "base", string Ours = "ours", string Theirs = "theirs");
