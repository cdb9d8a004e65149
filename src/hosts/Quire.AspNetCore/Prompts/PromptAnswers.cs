using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Quire.AspNetCore.Answers;
using Quire.Core.Prompts;
using Quire.Prompts.PromptFiles;

namespace Quire.AspNetCore.Prompts;

/// <summary>
/// Versions as bytes, written once: the same resolved version always gives the same answer, and the answer goes when the version is forgotten.
/// </summary>
internal sealed class PromptAnswers
{
    private readonly ConditionalWeakTable<ResolvedPrompt, BytesAnswer> _json = [];
    private readonly ConditionalWeakTable<ResolvedPrompt, BytesAnswer> _source = [];

    /// <summary>The version in JSON, with a tag of content and annotations.</summary>
    public BytesAnswer Json(string organisation, ResolvedPrompt prompt) =>
        _json.TryGetValue(prompt, out var known) ? known : _json.GetValue(prompt, found => WriteJson(organisation, found));

    /// <summary>The file, byte for byte.</summary>
    public BytesAnswer Source(ResolvedPrompt prompt) => _source.GetValue(prompt, WriteSource);

    private static BytesAnswer WriteJson(string organisation, ResolvedPrompt prompt)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(Describe(organisation, prompt), QuireJson.Api.PromptAnswer);
        return new BytesAnswer(body, "application/json", PromptTags.OfJson(body, prompt.Blob));
    }

    private static BytesAnswer WriteSource(ResolvedPrompt prompt) =>
        new(prompt.Bytes, Utf8.IsValid(prompt.Bytes.Span) ? "text/plain; charset=utf-8" : "application/octet-stream", PromptTags.OfSource(prompt.Blob));

    private static PromptAnswer Describe(string organisation, ResolvedPrompt prompt)
    {
        var file = prompt.Content.File;
        var facts = prompt.Content.Facts;
        return WithContent(WithVersion(new PromptAnswer
        {
            Id = prompt.Prompt?.Id,
            Organisation = organisation,
            Project = prompt.Project.Name,
            Path = prompt.Path,
            File = prompt.FilePath,
            Type = facts.Type,
            Dialect = facts.Dialect,
            Commit = prompt.Commit.ToString(),
            ContentHash = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(prompt.Bytes.Span)),
            Blob = prompt.Blob.ToString(),
            Description = facts.Description,
            Category = prompt.Category,
            Tags = prompt.Tags,
            Aliases = prompt.Aliases,
            Extends = facts.Extends,
            Layer = facts.Layer,
            Scope = facts.Scope,
            Source = Utf8.IsValid(prompt.Bytes.Span) ? Encoding.UTF8.GetString(prompt.Bytes.Span) : null,
            Invalid = prompt.Content.IsInvalid || prompt.Version is { Invalid: true },
            Diagnostics = prompt.Content.Diagnostics.Count > 0 ? Finding.All(prompt.Content.Diagnostics) : null,
        }, prompt), prompt, file);
    }

    private static PromptAnswer WithVersion(PromptAnswer answer, ResolvedPrompt prompt) => prompt.Version is not { } version ? answer : answer with
    {
        Version = version.Number,
        Author = version.Author,
        Message = version.Message,
        CreatedAt = version.CreatedAt,
        VersionTags = prompt.VersionTags.Count > 0 ? prompt.VersionTags : null,
    };

    private static PromptAnswer WithContent(PromptAnswer answer, ResolvedPrompt prompt, PromptFile? file) => file is null ? answer : answer with
    {
        Variables = file.Variables?.Schema,
        Model = prompt.ModelOverride is { } settings ? JsonElement.Parse(settings) : file.Model,
        ModelParameters = file.ModelParameters,
        ResponseFormat = file.ResponseFormat,
        Template = file.Body?.Source,
        Messages = file.Messages.Count > 0 ? [.. file.Messages.Select(MessageAnswer.Of)] : null,
    };
}
