using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.Attacks;

/// <summary>Reads an <c>.attacks</c> file; docs/templates/judging.md describes its form.</summary>
internal sealed partial class AttackFile
{
    private readonly string _name;
    private readonly IEnumerator<string> _lines;
    private readonly Dictionary<string, string> _templates = [];
    private readonly List<AttackFill> _fills = [];
    private readonly List<Attack> _attacks = [];
    private readonly Dictionary<string, int> _counts = [];
    private string _class = "general";
    private TemplateOptions _options = TemplateOptions.Default;
    private JsonElement? _context;
    private string[] _words = [];
    private Expectation _expectation = new("bounded", "");

    private AttackFile(string path)
    {
        _name = Path.GetFileNameWithoutExtension(path);
        _lines = File.ReadAllText(path).Split('\n').AsEnumerable().GetEnumerator();
    }

    public static IReadOnlyList<Attack> ReadAll() =>
        [.. Directory.GetFiles(Repository.Judge("Attacks", "cases"), "*.attacks").Order(StringComparer.Ordinal).SelectMany(Read)];

    public static IReadOnlyList<Attack> Read(string path)
    {
        var file = new AttackFile(path);
        while (file._lines.MoveNext())
            file.ReadLine(file._lines.Current);
        return file._attacks;
    }

    private void ReadLine(string line)
    {
        if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal))
            return;
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..]);
        switch (word)
        {
            case "@class": _class = rest; break;
            case "@dialect": _options = _options with { Dialect = Enum.Parse<Dialect>(rest, ignoreCase: true) }; break;
            case "@env": _options = ReadOptions(rest); break;
            case "@ctx": _context = JsonDocument.Parse(Plain(rest)).RootElement; break;
            case "@words": _words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries); break;
            case "@expect": _expectation = ReadExpectation(rest); break;
            case "@file": _templates[rest] = ReadBlock(); break;
            case "@nofiles": _templates.Clear(); break;
            case "@fill": _fills.Add(new AttackFill(rest, ReadBlock(), false)); break;
            case "@data": ReadData(rest); break;
            case "@nofills": _fills.Clear(); break;
            default: AddRows(line); break;
        }
    }

    private TemplateOptions ReadOptions(string json)
    {
        using var env = JsonDocument.Parse(json);
        return Row.ReadOptions(env.RootElement) with { Dialect = _options.Dialect };
    }

    private void ReadData(string rest)
    {
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        _fills.RemoveAll(fill => fill.IsData);
        _fills.Add(new AttackFill(rest[..space], Plain(rest[(space + 1)..]), true));
    }

    private static Expectation ReadExpectation(string rest)
    {
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? new Expectation(rest, "") : new Expectation(rest[..space], Plain(rest[(space + 1)..]));
    }

    private string ReadBlock()
    {
        var taken = new List<string>();
        while (_lines.MoveNext() && _lines.Current != "@end")
            taken.Add(_lines.Current);
        return Plain(string.Join('\n', taken));
    }

    private void AddRows(string line)
    {
        if (_words.Length == 0)
            Add(line);
        foreach (var word in _words)
            Add(line.Replace("«w»", word, StringComparison.Ordinal));
    }

    private void Add(string template)
    {
        var count = _counts[_class] = _counts.GetValueOrDefault(_class) + 1;
        var row = new Row
        {
            Id = $"{_name}/{_class}/{count}",
            Template = template,
            Context = _context,
            Templates = new Dictionary<string, string>(_templates),
            Options = _options,
        };
        _attacks.Add(new Attack(_class, row, [.. _fills], _expectation));
    }

    /// <summary>Newline, tab, carriage return and NUL have marks; <c>⟦text×N⟧</c> is the text N times.</summary>
    public static string Plain(string text) =>
        Repeats().Replace(text, match => Repeat(match.Groups[1].Value, int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)))
            .Replace('⏎', '\n').Replace('⇥', '\t').Replace('␍', '\r').Replace('␀', '\0');

    private static string Repeat(string text, int count) =>
        new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    [GeneratedRegex("⟦([^⟦⟧]*)×([0-9]+)⟧", RegexOptions.NonBacktracking)]
    private static partial Regex Repeats();
}
