using System.Text.Json;

namespace Quire.Cli.Commands.Lint;

/// <summary>What stored files are checked beside.</summary>
/// <param name="Branch">The branch; null for the default one.</param>
/// <param name="Variables">Variables to hold against their schemas; null for none.</param>
internal sealed record LintedAs(string? Branch, IReadOnlyDictionary<string, JsonElement>? Variables);
