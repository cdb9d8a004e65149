using Quire.Core.Prompts;
using Quire.Storage.Sessions;

namespace Quire.Storage.Prompts;

/// <summary>A row of <c>aliases</c>.</summary>
internal sealed class AliasRow
{
    public const string Columns = "project_id AS ProjectId, prompt_id AS PromptId, name, number, updated_at AS UpdatedAt";

    public long ProjectId { get; set; }

    public long PromptId { get; set; }

    public string Name { get; set; } = "";

    public long Number { get; set; }

    public long UpdatedAt { get; set; }

    public Alias ToAlias() => new(ProjectId, PromptId, Name, Number, Micros.ToTime(UpdatedAt));
}
