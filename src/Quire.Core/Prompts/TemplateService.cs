using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;
using Quire.Versioning.Objects;

namespace Quire.Core.Prompts;

/// <summary>Makes prompts of templates: prompts that are marked with <c>x-template: true</c>.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="reader">Finds the template.</param>
/// <param name="commits">Makes the commit.</param>
/// <param name="door">Knows the answers that were given.</param>
public sealed class TemplateService(IStore store, PromptReader reader, CommitService commits, WriteDoor door)
{
    /// <summary>Copies a template to a new path. The copy is no template, says in <c>x-from</c> what it was made of, and has the given values as defaults of its variables.</summary>
    /// <exception cref="QuireException"><c>not_a_template</c>, <c>prompt_exists</c>, <c>invalid_variable</c>, <c>prompt_not_found</c>, <c>rejected</c>, …</exception>
    public async Task<Applied> Instantiate(Principal caller, InstantiateTemplate wish, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read | Permissions.Write);
        if (await door.Replay(caller, wish.Idempotency, cancellation) is { } given)
            return given;
        if (!PromptPath.TryParse(wish.Path, out var path, out var problem))
            throw problem.AsException();
        var template = await reader.Resolve(caller, wish.Template, cancellation);
        if (template is not { Content: { Facts.Template: true, File: { } file } })
            throw NotATemplate(template, "is not marked as a template.", "Mark it with 'x-template: true' in its head, or copy its text.");
        var text = Fill(template, file, wish);
        return await FreshHead.Repeat(async () =>
        {
            var head = await store.Read(session => Look(session, session.RequireProject(caller, wish.Project), wish.Path), cancellation);
            return await commits.Commit(caller, new CommitRequest
            {
                Project = wish.Project,
                ExpectedHead = head,
                ExpectEmpty = head is null,
                Message = wish.Message ?? $"Make {wish.Path} of {Origin(template)}",
                Changes = [new FileChange(FileRole.FilePath(path, file.Format)) { Content = Encoding.UTF8.GetBytes(text) }],
                Idempotency = wish.Idempotency,
            }, cancellation);
        });
    }

    private static ObjectId? Look(ISession session, Project project, string path)
    {
        if (session.Prompts.Find(project.Id, path) is { TipBlob: not null })
            throw new QuireException(ErrorKind.Conflict, "prompt_exists", $"There is a prompt '{path}' already.", "Choose another path.");
        return session.Refs.Find(project.Id, project.DefaultBranch)?.Target;
    }

    private static string Fill(ResolvedPrompt template, PromptFile file, InstantiateTemplate wish)
    {
        var text = Set(template, file, Encoding.UTF8.GetString(template.Bytes.Span), "x-template", null);
        text = Set(template, file, text, "x-from", JsonSerializer.SerializeToElement(Origin(template)));
        return wish.Variables.Count == 0 ? text : Set(template, file, text, "variables", WithDefaults(template, file, wish.Variables));
    }

    private static JsonElement WithDefaults(ResolvedPrompt template, PromptFile file, IReadOnlyDictionary<string, JsonElement> values)
    {
        var schema = file.Variables is { } declared ? JsonObject.Create(declared.Schema)! : new JsonObject { ["type"] = "object" };
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var (name, value) in values)
        {
            if (properties[name] is not JsonObject property)
                throw new QuireException(ErrorKind.Invalid, "invalid_variable", $"The template '{template.Path}' declares no variable '{name}'.", "Declare it in the template, or leave it out.");
            property["default"] = JsonNode.Parse(value.GetRawText());
        }
        return JsonSerializer.SerializeToElement(schema);
    }

    private static string Set(ResolvedPrompt template, PromptFile file, string text, string key, JsonElement? value) =>
        HeadEditor.TrySet(file.Format, text, key, value, out var edited, out var problem) ? edited : throw NotATemplate(template, $"cannot be changed: {problem.Message}", problem.Hint);

    private static string Origin(ResolvedPrompt template) => $"{template.Project.Name}/{template.Path}" + (template.Version is { } version ? $"@{version.Number}" : "");

    private static QuireException NotATemplate(ResolvedPrompt template, string reason, string? fix) =>
        new(ErrorKind.Rejected, "not_a_template", $"The prompt '{template.Path}' {reason}", fix);
}
