namespace Quire.Core.Drafts;

/// <summary>What a draft is found by. A person has one draft of a prompt per branch.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Person">Whose it is: the id of the key.</param>
/// <param name="Branch">The branch, without <c>refs/heads/</c>.</param>
/// <param name="Path">The prompt's path.</param>
public sealed record DraftKey(long ProjectId, string Person, string Branch, string Path);
