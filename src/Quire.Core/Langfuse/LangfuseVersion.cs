using Quire.Core.Prompts;

namespace Quire.Core.Langfuse;

/// <summary>A version while a list is made.</summary>
/// <param name="Version">The version.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="UpdatedAt">When it was made or last labelled.</param>
internal sealed record LangfuseVersion(PromptVersion Version, IReadOnlyList<string> Labels, DateTimeOffset UpdatedAt);
