using System.Text.Json;

namespace Quire.Core.Langfuse;

/// <summary>A prompt as Langfuse's lists show it: what its versions that passed the filter have in common.</summary>
/// <param name="Name">The prompt's name.</param>
/// <param name="Type"><c>text</c> or <c>chat</c>, of the newest of them.</param>
/// <param name="Versions">Their numbers, ascending.</param>
/// <param name="Labels">Their labels, by name.</param>
/// <param name="Tags">The prompt's tags.</param>
/// <param name="UpdatedAt">When one of them was last made or labelled.</param>
/// <param name="Config">The configuration of the newest of them.</param>
public sealed record LangfuseSummary(
    string Name, string Type, IReadOnlyList<long> Versions, IReadOnlyList<string> Labels, IReadOnlyList<string> Tags, DateTimeOffset UpdatedAt, JsonElement Config);
