using System.Diagnostics;
using Quire.Templating.Tests.Judge.Attacks;
using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.Fuzz;

/// <summary>One time-boxed run: makes templates, keeps those with a new signature, stops at the first finding.</summary>
internal sealed class FuzzRun : IDisposable
{
    private const int LargestCorpus = 50_000;
    private const int LongestKept = 8_000;
    private static readonly Dialect[] _dialects = [Dialect.Jinja, Dialect.Jinja, Dialect.Liquid, Dialect.Mustache];
    private readonly Random _random;
    private readonly TimeSpan _time;
    private readonly Mutator _mutator;
    private readonly FuzzSubject _subject = new();
    private readonly HashSet<string> _signatures = [];
    private readonly Dictionary<Dialect, List<string>> _corpus = new() { [Dialect.Jinja] = [], [Dialect.Liquid] = [], [Dialect.Mustache] = [] };
    private readonly Dictionary<Dialect, Grammar> _grammars = new()
    {
        [Dialect.Jinja] = Grammar.Read("jinja"),
        [Dialect.Liquid] = Grammar.Read("liquid"),
        [Dialect.Mustache] = Grammar.Read("mustache"),
    };

    private readonly CurrentRow _current = new("fuzz");

    public FuzzRun(int seed, TimeSpan time)
    {
        _random = new Random(seed);
        _time = time;
        _mutator = new Mutator(_random);
        foreach (var attack in AttackFile.ReadAll().Where(a => a.Row.Template.Length <= 1000 && _corpus.ContainsKey(a.Row.Options.Dialect)))
            Keep(attack.Row.Options.Dialect, attack.Expanded().Template);
    }

    public string? Finding { get; private set; }

    public long Count { get; private set; }

    public int Signatures => _signatures.Count;

    public TimeSpan Slowest { get; private set; }

    public string SlowestTemplate { get; private set; } = "";

    public long CorpusBytes => _corpus.Values.Sum(c => c.Sum(t => 2L * t.Length + 40)) + _signatures.Sum(s => 2L * s.Length + 60);

    public void All()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < _time && Finding is null)
            One();
    }

    public void Dispose() => _current.Dispose();

    private void One()
    {
        var dialect = _dialects[_random.Next(_dialects.Length)];
        var options = Options(dialect);
        var source = Source(dialect);
        _current.Is($"{options}\n---\n{source}");
        var clock = Stopwatch.StartNew();
        try
        {
            if (_signatures.Add(_subject.Run(source, options)))
            {
                _subject.Deepen(source, options);
                Keep(dialect, source);
            }
        }
#pragma warning disable CA1031 // Whatever escapes the engine is what this run looks for.
        catch (Exception escaped)
#pragma warning restore CA1031
        {
            Finding = $"{options}\n--- template\n{source}\n---\n{escaped}";
        }

        Count++;
        if (clock.Elapsed > Slowest)
            (Slowest, SlowestTemplate) = (clock.Elapsed, source);
    }

    private void Keep(Dialect dialect, string source)
    {
        if (source.Length <= LongestKept && _corpus[dialect].Count < LargestCorpus)
            _corpus[dialect].Add(source);
    }

    private string Source(Dialect dialect)
    {
        var corpus = _corpus[dialect];
        if (corpus.Count == 0 || _random.Next(3) == 0)
            return _grammars[dialect].Sentence(_random, _random.Next(4, 14));
        return _mutator.Mutate(corpus[_random.Next(corpus.Count)], corpus[_random.Next(corpus.Count)]);
    }

    private TemplateOptions Options(Dialect dialect) => new()
    {
        Dialect = dialect,
        TrimBlocks = _random.Next(4) == 0,
        LstripBlocks = _random.Next(4) == 0,
        KeepTrailingNewline = _random.Next(4) == 0,
        ChatTemplate = _random.Next(6) == 0,
        Undefined = (UndefinedMode)(_random.Next(2) * _random.Next(4)),
        Escape = _random.Next(6) == 0 ? EscapeMode.Html : EscapeMode.None,
    };
}
