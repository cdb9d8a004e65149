using YamlDotNet.Core;

namespace Quire.Prompts.Yaml;

/// <summary>A scalar: its text, and whether it was written plainly, so that <c>5</c> is a number and <c>"5"</c> is not.</summary>
internal sealed class YamlScalarNode : YamlNode
{
    public required string Text { get; init; }

    public required ScalarStyle Style { get; init; }

    public bool ForcedString { get; init; }

    public bool IsPlain => Style == ScalarStyle.Plain && !ForcedString;

    public override string Kind => YamlScalars.Classify(this) switch
    {
        YamlScalarKind.Null => "nothing",
        YamlScalarKind.Boolean => "a boolean",
        YamlScalarKind.Number => "a number",
        YamlScalarKind.NotFinite => "a number",
        _ => "a text",
    };
}
