using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>One check: where it is, what it found, and how much it may still do.</summary>
internal sealed class SchemaRun
{
    private const int MaxSteps = 1_000_000;
    private const int MaxFindings = 100;
    private const int MaxReferenceDepth = 200;

    [ThreadStatic]
    private static SchemaRun? _cached;

    private readonly List<string> _path = [];
    private int _steps;
    private int _depth;
    private int _silent;
    private bool _exhausted;

    public List<VariableFinding> Findings { get; } = [];

    /// <summary>A run for one check; give it back by <see cref="Return"/>.</summary>
    public static SchemaRun Rent()
    {
        var run = _cached ?? new();
        _cached = null;
        return run;
    }

    /// <summary>Forgets everything and keeps the memory for the next check of this thread.</summary>
    public void Return()
    {
        _path.Clear();
        Findings.Clear();
        Defaulted.Clear();
        (_steps, _depth, _silent, _exhausted, Coercions, Changes) = (0, 0, 0, false, 0, 0);
        _cached = this;
    }

    public bool IsTop => _path.Count == 0;

    /// <summary>How many values were coerced so far.</summary>
    public int Coercions { get; private set; }

    /// <summary>How many values were coerced or defaulted so far: containers are rebuilt only when this has grown.</summary>
    public int Changes { get; private set; }

    /// <summary>The top-level defaults that were taken; they are put in by whoever wants them.</summary>
    public List<KeyValuePair<string, Value>> Defaulted { get; } = [];

    public void Coerced()
    {
        Coercions++;
        Changes++;
    }

    /// <summary>Notes a default; true where it must be put into the value now, because it stands below the top.</summary>
    public bool TakeDefault(string name, in Value standard)
    {
        if (!IsTop)
        {
            Changes++;
            return true;
        }

        if (_silent == 0 && !Defaulted.Exists(entry => entry.Key == name))
            Defaulted.Add(new(name, standard));
        return false;
    }

    public void Push(string segment) => _path.Add(segment);

    public void Pop() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Alternatives are tried without reporting.</summary>
    public void BeginSilence() => _silent++;

    public void EndSilence() => _silent--;

    /// <summary>Takes a step down; false when the budget is spent.</summary>
    public bool TryEnter()
    {
        if (++_steps <= MaxSteps && ++_depth <= MaxReferenceDepth)
            return true;
        if (!_exhausted)
            Findings.Add(new(VariableCodes.Budget, Path, "The variables or their schema nest too deep, or have too many alternatives, to be checked.", "simplify the schema"));
        _exhausted = true;
        return false;
    }

    public void Leave() => _depth--;

    public bool Fail(string code, string message, string? hint = null)
    {
        if (_silent == 0 && Findings.Count < MaxFindings)
            Findings.Add(new(code, Path, message, hint));
        return false;
    }

    /// <summary>Fails for a member of the current value.</summary>
    public bool FailAt(string member, string code, string reason, string? hint)
    {
        Push(member);
        Fail(code, $"{Name} {reason}", hint);
        Pop();
        return false;
    }

    public string Name => _path.Count == 0 ? "The set of variables" : $"The variable `{string.Join('.', _path)}`";

    public bool IsExhausted => _exhausted;

    private string Path => string.Concat(_path.Select(segment => "/" + segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));
}
