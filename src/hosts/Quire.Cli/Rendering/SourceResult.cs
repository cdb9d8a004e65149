using Quire.Prompts.PromptFiles;
using Quire.Templating;
using Quire.Templating.Diagnostics;

namespace Quire.Cli.Rendering;

/// <summary>What reading a source gave; neither template nor prompt where a finding is an error.</summary>
/// <param name="Template">The bare template.</param>
/// <param name="Prompt">The prompt file.</param>
/// <param name="Findings">Everything found.</param>
internal sealed record SourceResult(Template? Template, PromptFile? Prompt, IReadOnlyList<Diagnostic> Findings);
