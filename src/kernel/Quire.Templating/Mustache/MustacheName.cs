using Quire.Templating.Values;

namespace Quire.Templating.Mustache;

/// <summary>A name, dotted or the single dot.</summary>
internal sealed class MustacheName
{
    private readonly string[] _parts;

    public MustacheName(string text)
    {
        Text = text;
        _parts = text == "." ? [] : text.Split('.');
    }

    public string Text { get; }

    public string Root => _parts.Length == 0 ? "." : _parts[0];

    /// <summary>The first part is looked for from the innermost context outwards, the others only in what was found.</summary>
    public Value Find(MustacheRun run)
    {
        if (_parts.Length == 0) return run.Top;
        if (!run.TryFind(_parts[0], out var value)) return Value.Undefined;
        foreach (var part in _parts.AsSpan(1))
            if (!value.TryGet(part, out value)) return Value.Undefined;
        return value;
    }
}
