namespace Quire.Core.Langfuse;

/// <summary>A prompt with the prompts that it names put in.</summary>
/// <param name="Root">The prompt.</param>
/// <param name="Content">What it says with them.</param>
/// <param name="Dependencies">By version, the versions that it names; empty where none are named.</param>
public sealed record ComposedContent(LangfuseNode Root, LangfuseContent Content, IReadOnlyDictionary<LangfuseNode, IReadOnlyList<LangfuseNode>> Dependencies);
