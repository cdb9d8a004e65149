using Quire.Core.Prompts;

namespace Quire.Storage.Prompts;

/// <summary>A row of <c>annotations</c>.</summary>
internal sealed class AnnotationRow
{
    public const string Columns = "project_id AS ProjectId, prompt_id AS PromptId, number, key, value";

    public long ProjectId { get; set; }

    public long PromptId { get; set; }

    public long Number { get; set; }

    public string Key { get; set; } = "";

    public string Value { get; set; } = "";

    public Annotation ToAnnotation() => new(ProjectId, PromptId, Number, Key, Value);
}
