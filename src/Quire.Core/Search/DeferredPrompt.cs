namespace Quire.Core.Search;

/// <summary>A prompt that waits to be indexed.</summary>
/// <param name="ProjectId">Its project.</param>
/// <param name="PromptId">Its id.</param>
public sealed record DeferredPrompt(long ProjectId, long PromptId);
