using Quire.Templating.Diagnostics;
using Quire.Templating.Execution;
using Quire.Templating.Jinja;

namespace Quire.Templating.MergePoints;

/// <summary>Reads the name and the attributes of <c>{% merge_point "name" … %}</c>.</summary>
internal static class MergePointHeader
{
    private const int LongestName = 100;
    private static readonly string[] Attributes = ["behavior", "required", "locked", "user"];
    private static readonly string[] Behaviors = ["append", "prepend", "replace", "inject"];

    public static MergePoint Read(TokenReader tokens, DiagnosticBag diagnostics, in Token start, List<MergePoint> known)
    {
        var (line, position) = (tokens.Line, tokens.Position);
        if (tokens.Kind != TokenKind.String)
            throw new ParseException(Codes.MergePointName, "a merge point needs a name", line, position, "write {% merge_point \"name\" %}");
        var name = tokens.Next().Text!;
        if (name.Length is 0 or > LongestName) throw new ParseException(Codes.MergePointName, $"the name of a merge point has 1 to {LongestName} characters", line, position);
        if (known.Exists(p => p.Name == name))
            throw new ParseException(Codes.DuplicateMergePoint, $"the merge point '{name}' is declared twice", line, position, "give each a name of its own");
        var point = new MergePoint { Index = known.Count, Name = name, Line = start.Line, Column = start.Start, Length = 0 };
        while (tokens.Kind is TokenKind.Name) point = Attribute(tokens, diagnostics, point);
        var places = diagnostics.PlaceOf(start.Start);
        // User text stands in the default's place, whatever the behavior.
        return point with { Behavior = point.User ? MergeBehavior.Replace : point.Behavior, Line = places.Line, Column = places.Column, Length = tokens.Current.End - start.Start };
    }

    /// <summary>The end tag may repeat the name.</summary>
    public static void CheckEnd(TokenReader tokens, string name)
    {
        var token = tokens.Next();
        if (token.Text != name)
            throw new ParseException(Codes.MergePointName, $"this closes '{token.Text}', but '{name}' is open", token.Line, token.Start, $"write {{% endmerge_point \"{name}\" %}}");
    }

    private static MergePoint Attribute(TokenReader tokens, DiagnosticBag diagnostics, MergePoint point)
    {
        var token = tokens.Next();
        var value = tokens.Skip(TokenKind.Assign) ? tokens.Next() : default(Token?);
        switch (token.Text)
        {
            case "required": return point with { Required = Flag(diagnostics, token, value) };
            case "locked": return point with { Locked = Flag(diagnostics, token, value) };
            case "user": return point with { User = Flag(diagnostics, token, value) };
            case "behavior": return point with { Behavior = Behavior(diagnostics, token, value) };
            default:
                diagnostics.Error(Codes.MergePointAttribute, $"a merge point has no attribute '{token.Text}'", token.Line, token.Start, 0, Suggestions.Hint(token.Text!, Attributes) ?? $"there are {string.Join(", ", Attributes)}");
                return point;
        }
    }

    private static bool Flag(DiagnosticBag diagnostics, in Token token, in Token? value)
    {
        if (value is null || value.Value.Text is "true" or "True") return true;
        if (value.Value.Text is "false" or "False") return false;
        diagnostics.Error(Codes.MergePointAttribute, $"'{token.Text}' takes no value but true or false", token.Line, token.Start, 0);
        return true;
    }

    private static MergeBehavior Behavior(DiagnosticBag diagnostics, in Token token, in Token? value)
    {
        var index = Array.IndexOf(Behaviors, value?.Text);
        if (index >= 0) return (MergeBehavior)index;
        var hint = value?.Text is { } text ? Suggestions.Hint(text, Behaviors) : null;
        diagnostics.Error(Codes.MergePointAttribute, $"there is no behavior '{value?.Text}'", token.Line, token.Start, 0, hint ?? $"there are {string.Join(", ", Behaviors)}");
        return MergeBehavior.Append;
    }
}
