namespace Quire.Core.Langfuse;

/// <summary>A version that takes part in a composed prompt.</summary>
/// <param name="PromptId">The prompt; 0 where it is not stored yet.</param>
/// <param name="Name">The prompt's path.</param>
/// <param name="Version">The version's number.</param>
public sealed record LangfuseNode(long PromptId, string Name, long Version);
