using System.Text.Json;
using Quire.Core.Search;

namespace Quire.Storage.Search;

/// <summary>A row of <c>search_documents</c>.</summary>
internal sealed class DocumentRow
{
    public const string Columns = "prompt_id AS PromptId, project_id AS ProjectId, number AS Number, path AS Path, layer AS Layer, scope AS Scope, description AS Description, "
        + "tags AS Tags, marks AS Marks, body AS Body";

    public static readonly string[] Names = ["prompt_id", "project_id", "number", "path", "layer", "scope", "description", "tags", "marks", "body"];

    public long PromptId { get; set; }

    public long ProjectId { get; set; }

    public long Number { get; set; }

    public string Path { get; set; } = "";

    public string? Layer { get; set; }

    public string? Scope { get; set; }

    public string Description { get; set; } = "";

    public string Tags { get; set; } = "[]";

    public string Marks { get; set; } = "";

    public string Body { get; set; } = "";

    /// <summary>The values of a document in the order of <see cref="Names"/>.</summary>
    public static object?[] Values(SearchDocument document) =>
    [
        document.PromptId, document.ProjectId, document.Number, document.Path, document.Layer, document.Scope, document.Description,
        JsonSerializer.Serialize(document.Tags), string.Join(' ', document.Marks), document.Body,
    ];

    public SearchDocument ToDocument() => new()
    {
        PromptId = PromptId,
        ProjectId = ProjectId,
        Number = Number,
        Path = Path,
        Layer = Layer,
        Scope = Scope,
        Description = Description,
        Tags = ReadTags(Tags),
        Marks = Marks.Split(' '),
        Body = Body,
    };

    /// <summary>Reads the column of the tags.</summary>
    public static string[] ReadTags(string tags) => tags == "[]" ? [] : JsonSerializer.Deserialize<string[]>(tags)!;
}
