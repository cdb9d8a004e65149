using System.Text;

namespace Quire.Core.Imports.Reading;

/// <summary>Reads tables as spreadsheets write them (RFC 4180): one row after the other, so that a wrong one does not hide those after it.</summary>
internal sealed class CsvTable
{
    private const string Named = "sep=";
    private static readonly char[] Separators = [',', ';', '\t'];
    private readonly string _text;
    private readonly char _separator;
    private int _at;
    private int _line = 1;

    /// <summary>Begins to read. The separator is the one that the first line names (<c>sep=;</c>, which spreadsheets read) or has most of outside of quotes.</summary>
    public CsvTable(string text)
    {
        _text = text.StartsWith('\uFEFF') ? text[1..] : text;
        var end = _text.IndexOfAny(['\r', '\n']);
        var first = end < 0 ? _text : _text[..end];
        if (first.Length == Named.Length + 1 && first.StartsWith(Named, StringComparison.OrdinalIgnoreCase))
        {
            _separator = first[^1];
            _at = first.Length;
            Break();
            return;
        }
        var bare = string.Concat(first.Split('"').Where((_, index) => index % 2 == 0));
        _separator = Separators.MaxBy(separator => bare.Count(letter => letter == separator));
    }

    /// <summary>The line on which the row that was read last begins.</summary>
    public int Line { get; private set; }

    /// <summary>The next row that is not empty; null at the end.</summary>
    /// <param name="problem">Why the row cannot be trusted; null where it can.</param>
    public IReadOnlyList<string>? Next(out string? problem)
    {
        problem = null;
        while (_at < _text.Length && _text[_at] is '\r' or '\n')
            Break();
        if (_at >= _text.Length)
            return null;
        Line = _line;
        var fields = new List<string>();
        do
        {
            fields.Add(Field(ref problem));
        }
        while (Take(_separator));
        Break();
        return fields;
    }

    private string Field(ref string? problem)
    {
        if (_at < _text.Length && _text[_at] == '"')
            return Quoted(ref problem);
        var start = _at;
        while (_at < _text.Length && _text[_at] != _separator && _text[_at] is not ('\r' or '\n'))
            _at++;
        var field = _text[start.._at];
        if (field.Contains('"', StringComparison.Ordinal))
            problem ??= "a quotation mark stands inside a field that is not quoted";
        return field;
    }

    private string Quoted(ref string? problem)
    {
        var field = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            var letter = _text[_at];
            if (letter == '"' && (_at + 1 >= _text.Length || _text[_at + 1] != '"'))
                return Closed(field, ref problem);
            if (letter == '"')
                _at++;
            if (letter == '\n')
                _line++;
            field.Append(letter);
        }
        problem ??= "a quoted field does not end";
        return field.ToString();
    }

    private string Closed(StringBuilder field, ref string? problem)
    {
        _at++;
        var start = _at;
        while (_at < _text.Length && _text[_at] != _separator && _text[_at] is not ('\r' or '\n'))
            _at++;
        if (_at > start)
            problem ??= "something follows the quotation mark that ends a field";
        return field.ToString();
    }

    private bool Take(char wanted)
    {
        if (_at >= _text.Length || _text[_at] != wanted)
            return false;
        _at++;
        return true;
    }

    private void Break()
    {
        if (_at < _text.Length && _text[_at] == '\r')
            _at++;
        if (_at < _text.Length && _text[_at] == '\n')
        {
            _at++;
            _line++;
        }
    }
}
