using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quire.AspNetCore.Langfuse;

/// <summary>A version as Langfuse's clients send it. Every member is looked at by <see cref="LangfuseBodies"/>, which words its refusals as theirs; others are let pass.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record LangfusePromptBody
{
    /// <summary>The prompt's name.</summary>
    public JsonElement? Name { get; init; }

    /// <summary><c>text</c> or <c>chat</c>; text where it is absent.</summary>
    public JsonElement? Type { get; init; }

    /// <summary>A text, or a list of messages and placeholders.</summary>
    public JsonElement? Prompt { get; init; }

    /// <summary>The labels of the new version.</summary>
    public JsonElement? Labels { get; init; }

    /// <summary>The tags of the prompt; absent leaves them.</summary>
    public JsonElement? Tags { get; init; }

    /// <summary>The configuration, an object.</summary>
    public JsonElement? Config { get; init; }

    /// <summary>The message.</summary>
    public JsonElement? CommitMessage { get; init; }

    /// <summary>Whether the version becomes <c>production</c>; only in the older form of the request, which must have it.</summary>
    public JsonElement? IsActive { get; init; }
}
