using Quire.Core.Access;

namespace Quire.Core.Similarity;

/// <summary>What is kept in memory of a prompt.</summary>
/// <param name="PromptId">The prompt.</param>
/// <param name="ProjectId">Its project.</param>
/// <param name="Layer">The layer of a contribution; null for a base.</param>
/// <param name="Scope">The scope of a contribution.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Words">The hashes of its words, ascending.</param>
/// <param name="Sketch">The sketch of its text; null where that has no letters.</param>
internal sealed record Sketched(long PromptId, long ProjectId, string? Layer, string? Scope, IReadOnlyList<string> Tags, uint[] Words, ushort[]? Sketch)
{
    /// <summary>What is kept of a text.</summary>
    public static Sketched Of(PromptText text)
    {
        var windows = TextGrams.Windows(text.Body);
        return new Sketched(text.PromptId, text.ProjectId, text.Layer, text.Scope, text.Tags, WordSample.Of(text), windows.Length == 0 ? null : TextSketch.Of(windows));
    }

    /// <summary>Whether it exists for the caller, in one of these projects.</summary>
    public bool IsSeen(Principal caller, IReadOnlyDictionary<long, string> projects) => projects.ContainsKey(ProjectId) && caller.Sees(Layer, Scope);
}
