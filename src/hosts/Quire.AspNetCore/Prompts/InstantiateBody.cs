using System.Text.Json;

namespace Quire.AspNetCore.Prompts;

/// <summary>What a template shall become.</summary>
internal sealed record InstantiateBody
{
    /// <summary>The path of the new prompt, where nothing may stand.</summary>
    public required string To { get; init; }

    /// <summary>The project that gets it; absent for the template's own.</summary>
    public string? Project { get; init; }

    /// <summary>Values of the template's variables, which become their defaults.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Variables { get; init; }

    /// <summary>The commit's message; absent for one that says what was made of what.</summary>
    public string? Message { get; init; }
}
