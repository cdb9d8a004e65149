using System.Text.Json;
using Quire.Core.Changes;
using Quire.Prompts.Addresses;

namespace Quire.Core.Prompts;

/// <summary>A wish to make a prompt of a template.</summary>
public sealed record InstantiateTemplate
{
    /// <summary>The template.</summary>
    public required Address Template { get; init; }

    /// <summary>The project that gets the prompt.</summary>
    public required string Project { get; init; }

    /// <summary>The path of the new prompt, where nothing may stand.</summary>
    public required string Path { get; init; }

    /// <summary>Values of the template's variables, which become their defaults.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The commit's message; null for one that says what was made of what.</summary>
    public string? Message { get; init; }

    /// <summary>Makes a repeated request answer as the first one did.</summary>
    public Idempotency? Idempotency { get; init; }
}
