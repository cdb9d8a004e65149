namespace Quire.Core.Similarity;

/// <summary>One prompt of a pair.</summary>
/// <param name="Project">Its project.</param>
/// <param name="Path">Its path.</param>
/// <param name="Version">Its latest version, which was compared.</param>
public sealed record PairedPrompt(string Project, string Path, long Version);
