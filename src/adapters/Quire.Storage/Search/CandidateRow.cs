using System.Text.Json;
using Quire.Core.Search;

namespace Quire.Storage.Search;

/// <summary>A row of <c>search_documents</c>, without its words.</summary>
internal sealed class CandidateRow
{
    public long PromptId { get; set; }

    public long ProjectId { get; set; }

    public long Number { get; set; }

    public string Path { get; set; } = "";

    public string? Layer { get; set; }

    public string? Scope { get; set; }

    public string Description { get; set; } = "";

    public string Tags { get; set; } = "[]";

    public string Body { get; set; } = "";

    public SearchCandidate ToCandidate() => new(PromptId, ProjectId, Number, Path, Description, JsonSerializer.Deserialize<string[]>(Tags)!, Body) { Layer = Layer, Scope = Scope };
}
