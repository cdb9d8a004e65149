using Quire.Prompts.Names;

namespace Quire.Prompts.Files;

/// <summary>Two files of one tree that would be one prompt.</summary>
/// <param name="First">The path of the file that has the name.</param>
/// <param name="Second">The path of the file that wants it too.</param>
/// <param name="Name">The name of the second.</param>
public sealed record NameClash(string First, string Second, PromptPath Name)
{
    /// <summary>The clash as an error that names both files.</summary>
    public NameError ToError() => new(
        NameCodes.Clash,
        $"`{SafeText.Of(Second)}` and `{SafeText.Of(First)}` would both be the prompt `{SafeText.Of(Name.Value)}`.",
        "names are unique whatever the case: rename one of them");
}
