using Quire.Core.Errors;

namespace Quire.Core.Mlflow;

/// <summary>Reads a filter word by word.</summary>
internal sealed class MlflowFilterWords
{
    private static readonly (string Sign, MlflowOperator Operator)[] Signs =
    [
        ("!=", MlflowOperator.NotEqual), ("<>", MlflowOperator.NotEqual), ("<=", MlflowOperator.AtMost), (">=", MlflowOperator.AtLeast),
        ("=", MlflowOperator.Equal), ("<", MlflowOperator.Less), (">", MlflowOperator.Greater),
    ];

    private readonly string _text;
    private int _at;

    /// <summary>Begins at the start.</summary>
    public MlflowFilterWords(string text)
    {
        _text = text;
        SkipSpace();
    }

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd => _at == _text.Length;

    /// <summary>Takes the word between two conditions.</summary>
    public void TakeAnd()
    {
        if (!TakeKeyword("AND"))
            throw Refuse($"AND is wanted at character {_at + 1}");
    }

    /// <summary>Takes a condition.</summary>
    /// <exception cref="QuireException"><c>invalid_filter</c>.</exception>
    public MlflowCondition TakeCondition()
    {
        var key = TakeKey();
        var isTag = key is "tags" or "tag" && TakeDot();
        if (isTag)
            key = TakeKey();
        else if (key.StartsWith("tags.", StringComparison.Ordinal))
            (isTag, key) = (true, key["tags.".Length..]);
        else if (key.StartsWith("attributes.", StringComparison.Ordinal))
            key = key["attributes.".Length..];
        return key.Length > 0 ? new MlflowCondition(isTag, key, TakeOperator(), TakeValue()) : throw Refuse($"a name is wanted at character {_at + 1}");
    }

    /// <summary>The refusal of a filter.</summary>
    public static QuireException Refuse(string reason) =>
        new(ErrorKind.Invalid, "invalid_filter", $"The filter cannot be read: {reason}.", "An example: tags.`team` = 'search' AND name LIKE 'support%'");

    private bool TakeDot()
    {
        if (IsAtEnd || _text[_at] != '.')
            return false;
        _at++;
        return true;
    }

    private string TakeKey()
    {
        if (!IsAtEnd && _text[_at] is '`' or '"')
            return TakeQuoted(_text[_at]);
        var start = _at;
        while (!IsAtEnd && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '-' || (_text[_at] == '.' && _at + 1 < _text.Length && _text[_at + 1] is not ('`' or '"'))))
            _at++;
        var key = _text[start.._at];
        if (key.Length == 0)
            throw Refuse($"a name is wanted at character {_at + 1}");
        // A quoted key follows its dot at once.
        if (IsAtEnd || _text[_at] != '.')
            SkipSpace();
        return key;
    }

    private MlflowOperator TakeOperator()
    {
        foreach (var (sign, known) in Signs)
        {
            if (!_text.AsSpan(_at).StartsWith(sign))
                continue;
            _at += sign.Length;
            SkipSpace();
            return known;
        }
        if (TakeKeyword("LIKE"))
            return MlflowOperator.Like;
        return TakeKeyword("ILIKE") ? MlflowOperator.LikeAnyCase : throw Refuse($"a comparison is wanted at character {_at + 1}");
    }

    private string TakeValue()
    {
        if (!IsAtEnd && _text[_at] is '\'' or '"')
            return TakeQuoted(_text[_at]);
        var start = _at;
        while (!IsAtEnd && char.IsAsciiDigit(_text[_at]))
            _at++;
        var value = _text[start.._at];
        SkipSpace();
        return value.Length > 0 ? value : throw Refuse($"a value in quotes is wanted at character {start + 1}");
    }

    // A quote inside stands twice.
    private string TakeQuoted(char quote)
    {
        var start = ++_at;
        while (true)
        {
            var end = _text.IndexOf(quote, _at);
            if (end < 0)
                throw Refuse($"the quote at character {start} does not end");
            _at = end + 1;
            if (!IsAtEnd && _text[_at] == quote)
            {
                _at++;
                continue;
            }
            SkipSpace();
            return _text[start..end].Replace($"{quote}{quote}", $"{quote}", StringComparison.Ordinal);
        }
    }

    private bool TakeKeyword(string word)
    {
        var rest = _text.AsSpan(_at);
        if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) || (rest.Length > word.Length && (char.IsLetterOrDigit(rest[word.Length]) || rest[word.Length] == '_')))
            return false;
        _at += word.Length;
        SkipSpace();
        return true;
    }

    private void SkipSpace()
    {
        while (!IsAtEnd && char.IsWhiteSpace(_text[_at]))
            _at++;
    }
}
