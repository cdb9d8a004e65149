using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>What <c>attribute="a.b.0"</c> means to filters: items step by step, digits as indexes.</summary>
internal sealed class AttributePath
{
    private readonly Value[] _parts;
    private readonly Value _default;

    private AttributePath(Value[] parts, in Value fallback)
    {
        _parts = parts;
        _default = fallback;
    }

    /// <summary>The path; missing or none is the item itself. A default that is none is no default.</summary>
    public static AttributePath Of(in Value attribute, Value fallback = default) => new(Parts(attribute), fallback.Tag == Tag.None ? default : fallback);

    /// <summary>Several paths, with commas between.</summary>
    public static AttributePath[] Many(in Value attribute) =>
        attribute.IsText ? [.. attribute.Text.Split(',').Select(a => Of(Value.String(a)))] : [Of(attribute)];

    public Value Get(RenderContext context, in Value item)
    {
        var value = item;
        foreach (ref readonly var part in _parts.AsSpan())
        {
            value = Access.Item(context, value, part);
            if (!_default.IsMissing && value.IsUndefined) value = _default;
        }
        return value;
    }

    public static Value IgnoreCase(in Value value) =>
        value.IsText ? Value.String(PythonCase.Lower(value.Text)) : value;

    private static Value[] Parts(in Value attribute)
    {
        if (attribute.Tag is Tag.None or Tag.Missing) return [];
        if (!attribute.IsText) return [attribute];
        return [.. attribute.Text.Split('.').Select(Part)];
    }

    private static Value Part(string part) =>
        part.Length > 0 && part.All(char.IsAsciiDigit) && Jinja.NumberParsing.TryInteger(part, 10, out var number) ? number : Value.String(part);
}
