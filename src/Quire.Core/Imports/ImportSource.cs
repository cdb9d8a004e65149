namespace Quire.Core.Imports;

/// <summary>What was read from a file or from another server: prompts, and what could not be read as one.</summary>
/// <param name="Format">The format that it was read in.</param>
/// <param name="Items">The prompts, in order.</param>
/// <param name="Failures">What could not be read.</param>
/// <param name="Skipped">What is no prompt, by name, such as ordinary models of MLflow.</param>
public sealed record ImportSource(ImportFormat Format, IReadOnlyList<ImportItem> Items, IReadOnlyList<ImportFailure> Failures, IReadOnlyList<string> Skipped);
